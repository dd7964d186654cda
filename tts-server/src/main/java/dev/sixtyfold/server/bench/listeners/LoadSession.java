package dev.sixtyfold.server.bench.listeners;

import dev.sixtyfold.proto.v1.Lane;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Content;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Manner;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Pace;
import dev.sixtyfold.server.bench.listeners.SpeechRequest.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;

/** A plan being carried out. It lives on the thread of its clock. */
final class LoadSession {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final LoadPlan plan;
    private final SpeechServer server;
    private final LoadClock clock;
    private final ProcessorClocks processors;
    private final List<Listener> listeners = new ArrayList<>();
    private final SplittableRandom random;
    private boolean over;

    LoadSession(LoadPlan plan, SpeechServer server, LoadClock clock, ProcessorClocks processors) {
        this.plan = plan;
        this.server = server;
        this.clock = clock;
        this.processors = processors;
        this.random = new SplittableRandom(plan.content().seed());
    }

    /** The figures, without what only the connection knows. */
    record Outcome(LoadFigures listeners, LoadFigures visitors, LoadFigures background,
            LoadResult.ProcessorShares processor, int stuck) {}

    /**
     * Begins.
     *
     * @param whenOver
     *            gets the figures
     */
    void start(Consumer<Outcome> whenOver) {
        long start = clock.nanoTime();
        long rampUp = plan.window().rampUp().toNanos();
        long begin = start + rampUp;
        long end = begin + plan.window().measured().toNanos();
        Tallies tallies = new Tallies(new Tally(begin, end), new Tally(begin, end), new Tally(begin, end));
        for (int i = 0; i < plan.listeners(); i++) {
            SplittableRandom own = random.split();
            gather(new Listener(server, clock, () -> request(own), plan.pace(), tallies.heard), start + (rampUp == 0
                    ? 0
                    : own.nextLong(rampUp)));
        }
        for (int i = 0; i < plan.background().streams(); i++) {
            SplittableRandom own = random.split();
            gather(new Listener(server, clock, () -> batchRequest(own), Pace.AT_ONCE, tallies.rendered), start);
        }
        SplittableRandom kinds = random.split();
        new Arrivals(clock, random.split(), plan.visitors().arrivalsPerSecond(), time -> visit(tallies.visited, kinds,
                time)).between(start, end);
        clock.at(begin, () -> watch(tallies, processors.read(clock.nanoTime()), end, whenOver));
    }

    private record Tallies(Tally heard, Tally visited, Tally rendered) {
        int open() {
            return heard.open() + visited.open() + rendered.open();
        }
    }

    private void gather(Listener listener, long begin) {
        listeners.add(listener);
        listener.begin(begin);
    }

    private void watch(Tallies tallies, ProcessorClocks.Reading first, long end, Consumer<Outcome> whenOver) {
        long now = clock.nanoTime();
        if (now - end >= 0 || (plan.window().untilFirstMiss() && tallies.heard.missed())) {
            LoadFigures heard = tallies.heard.close(now);
            LoadFigures visited = tallies.visited.close(now);
            LoadFigures rendered = tallies.rendered.close(now);
            LoadResult.ProcessorShares shares = processors.between(first, processors.read(now));
            listeners.forEach(Listener::leave);
            over = true;
            drain(now + plan.window().drain().toNanos(), tallies::open,
                    stuck -> whenOver.accept(new Outcome(heard, visited, rendered, shares, stuck)));
        } else {
            clock.at(end - now < LOOK_NANOS ? end : now + LOOK_NANOS, () -> watch(tallies, first, end, whenOver));
        }
    }

    private void drain(long last, IntSupplier open, IntConsumer then) {
        if (open.getAsInt() == 0 || clock.nanoTime() - last >= 0) {
            then.accept(open.getAsInt());
        } else {
            clock.at(clock.nanoTime() + LOOK_NANOS, () -> drain(last, open, then));
        }
    }

    private void visit(Tally tally, SplittableRandom kinds, long intended) {
        if (over) {
            return;
        }
        Manner manner = manner(kinds);
        SpeechRequest request = request(kinds);
        if (manner == Manner.LISTENS) {
            server.speak(request, new Hearing(clock, tally, intended, (ending, heardOut) -> {}));
        } else {
            Visit.begin(server, clock, tally, new Visit.Arrival(manner, request.text(), request.voice(), request.seed(),
                    intended), kinds);
        }
    }

    private SpeechRequest request(SplittableRandom choice) {
        Content content = plan.content();
        String text = content.texts().get(choice.nextInt(content.texts().size()));
        return new SpeechRequest(text, content.voice(), choice.nextLong(), Lane.LANE_LIVE, Reading.AS_IT_COMES);
    }

    private SpeechRequest batchRequest(SplittableRandom choice) {
        List<String> texts = plan.background().texts();
        return new SpeechRequest(texts.get(choice.nextInt(texts.size())), plan.content().voice(), choice.nextLong(),
                Lane.LANE_BATCH, Reading.AS_IT_COMES);
    }

    private Manner manner(SplittableRandom choice) {
        Map<Manner, Double> mix = plan.visitors().mix();
        double at = choice.nextDouble(mix.values().stream().mapToDouble(Double::doubleValue).sum());
        Manner last = Manner.LISTENS;
        for (Manner manner : Manner.values()) {
            double share = mix.getOrDefault(manner, 0.0);
            if (share > 0) {
                last = manner;
            }
            if (at < share) {
                return manner;
            }
            at -= share;
        }
        return last;
    }
}
