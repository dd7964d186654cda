package dev.sixtyfold.server.bench.listeners;

import dev.sixtyfold.proto.v1.Lane;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Manner;
import dev.sixtyfold.server.bench.listeners.SpeechRequest.Reading;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One stream of a client that does not simply listen to its end. */
final class Visit implements SpeechServer.Events, Tally.Watched {

    private static final long STAY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final LoadClock clock;
    private final Tally tally;
    private final Manner manner;
    private final long intended;
    private SpeechServer.@Nullable Call call;
    private boolean heard;
    private boolean over;

    private Visit(LoadClock clock, Tally tally, Manner manner, long intended) {
        this.clock = clock;
        this.tally = tally;
        this.manner = manner;
        this.intended = intended;
    }

    /**
     * Begins a visit now that was meant to begin at {@code intended}.
     *
     * @param random
     *            says how long clients stay who leave early
     */
    static void begin(SpeechServer server, LoadClock clock, Tally tally, Arrival arrival, RandomGenerator random) {
        Visit visit = new Visit(clock, tally, arrival.manner(), arrival.intended());
        tally.opened(visit);
        visit.call = server.speak(new SpeechRequest(arrival.text(), arrival.voice(), arrival.seed(),
                Lane.LANE_LIVE, arrival.manner() == Manner.READS_SLOWLY || arrival.manner() == Manner.STOPS_READING
                        ? Reading.ON_DEMAND
                        : Reading.AS_IT_COMES),
                visit);
        visit.plan(random);
    }

    /**
     * A client that comes.
     *
     * @param intended
     *            when it was meant to come
     */
    record Arrival(Manner manner, String text, String voice, long seed, long intended) {}

    private void plan(RandomGenerator random) {
        long now = clock.nanoTime();
        switch (manner) {
            case LISTENS, READS_SLOWLY -> {
            }
            case STOPS_READING -> clock.at(now + PATIENCE_NANOS, this::leave);
            case CANCELS, VANISHES -> clock.at(now + random.nextLong(STAY_NANOS), this::leave);
        }
    }

    private void leave() {
        if (over) {
            return;
        }
        over = true;
        tally.left(this, clock.nanoTime());
        SpeechServer.Call mine = Objects.requireNonNull(call);
        if (manner == Manner.VANISHES) {
            mine.vanish();
        } else {
            mine.cancel();
        }
    }

    @Override
    public void audio(long nanos) {
        long now = clock.nanoTime();
        if (!heard) {
            heard = true;
            tally.firstAudio(intended, now);
        }
        tally.audio(now, nanos);
        if (manner == Manner.READS_SLOWLY) {
            clock.at(now + nanos, () -> Objects.requireNonNull(call).read());
        }
    }

    @Override
    public void ended(SpeechServer.Ending ending) {
        if (over) {
            return;
        }
        over = true;
        // A server may well have enough of somebody who takes nothing.
        if (manner == Manner.STOPS_READING && heard && !ending.isWhole()) {
            tally.left(this, clock.nanoTime());
        } else {
            tally.ended(this, intended, clock.nanoTime(), ending);
        }
    }

    @Override
    public void watchedUntil(long now) {
        if (!heard) {
            tally.firstAudio(intended, now);
        }
    }
}
