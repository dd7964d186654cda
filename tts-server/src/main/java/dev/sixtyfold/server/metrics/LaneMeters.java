package dev.sixtyfold.server.metrics;

import dev.sixtyfold.synthesis.Receipt;
import dev.sixtyfold.synthesis.Receipt.StageTimes;
import dev.sixtyfold.synthesis.schedule.Lane;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What is counted of the requests of one lane. Safe for use by many threads. */
final class LaneMeters {

    private static final Duration[] LATENCIES = {Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(20),
        Duration.ofMillis(30), Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(
                500),
        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5)};
    private static final double[] FACTORS = {1, 5, 10, 20, 30, 60, 90, 120, 180, 240, 480};
    private static final double NANOS = 1e-9;

    private final Map<RequestOutcome, Counter> outcomes = new EnumMap<>(RequestOutcome.class);
    private final Map<Counter, Function<StageTimes, Duration>> stages = new LinkedHashMap<>();
    private final Timer firstAudio;
    private final Timer firstSound;
    private final Timer firstWait;
    private final Timer headroom;
    private final Counter late;
    private final Counter audio;
    private final DistributionSummary realTimeFactor;

    LaneMeters(MeterRegistry registry, Lane lane) {
        String label = label(lane);
        for (RequestOutcome outcome : RequestOutcome.values()) {
            outcomes.put(outcome,
                    Counter.builder("sixtyfold.requests").description("Requests for speech that have ended")
                            .tag("lane", label).tag("outcome", outcome.label()).register(registry));
        }
        stages.put(stage(registry, label, "text_frontend"), StageTimes::textFrontend);
        stages.put(stage(registry, label, "acoustic_model"), StageTimes::acousticModel);
        stages.put(stage(registry, label, "vocoder"), StageTimes::vocoder);
        stages.put(stage(registry, label, "postprocessing"), StageTimes::postprocessing);
        stages.put(stage(registry, label, "waiting"), StageTimes::waiting);
        firstAudio = timer(registry, label, "sixtyfold.first.audio", "From the admission to the first samples");
        firstSound = timer(registry, label, "sixtyfold.first.sound",
                "From the admission until who plays every sample when it comes hears something");
        firstWait = timer(registry, label, "sixtyfold.queue.wait",
                "Of the time to the first samples, what was spent waiting for a thread");
        headroom = timer(registry, label, "sixtyfold.chunk.headroom",
                "Audio that a listener without a buffer still had to hear when the next chunk was ready");
        late = Counter.builder("sixtyfold.late.chunks").description(
                "Chunks that were asked for in time and were ready only when all audio before them had been heard")
                .tag("lane", label).register(registry);
        audio = Counter.builder("sixtyfold.audio").baseUnit("seconds").description("Audio that was made").tag("lane",
                label).register(registry);
        realTimeFactor = DistributionSummary.builder("sixtyfold.real.time.factor").description(
                "Of requests that finished: seconds of audio for each second of compute").tag("lane", label)
                .serviceLevelObjectives(FACTORS).register(registry);
    }

    static String label(Lane lane) {
        return lane.name().toLowerCase(Locale.ROOT);
    }

    private static Counter stage(MeterRegistry registry, String lane, String stage) {
        return Counter.builder("sixtyfold.stage").baseUnit("seconds").description("Time in each stage")
                .tag("lane", lane)
                .tag("stage", stage).register(registry);
    }

    private static Timer timer(MeterRegistry registry, String lane, String name, String description) {
        return Timer.builder(name).description(description).tag("lane", lane).serviceLevelObjectives(LATENCIES)
                .register(
                        registry);
    }

    /** The first samples are there. */
    void began(Receipt receipt) {
        firstAudio.record(receipt.timeToFirstAudio());
        firstWait.record(receipt.stages().waiting());
    }

    /** It is known when the first sound is heard. */
    void sounded(Duration timeToFirstSound) {
        firstSound.record(timeToFirstSound);
    }

    /** A chunk is ready, and so much of what came before it is still to be heard; less than 0 if it is late. */
    void chunk(long headroomNanos) {
        if (headroomNanos < 0) {
            late.increment();
        } else {
            headroom.record(Duration.ofNanos(headroomNanos));
        }
    }

    /** A request has not been opened. */
    void ended(RequestOutcome outcome) {
        Objects.requireNonNull(outcomes.get(outcome)).increment();
    }

    /** A request that was opened has ended. */
    void ended(RequestOutcome outcome, Receipt receipt) {
        ended(outcome);
        audio.increment(receipt.audio().toNanos() * NANOS);
        stages.forEach((counter, time) -> counter.increment(time.apply(receipt.stages()).toNanos() * NANOS));
        if (outcome == RequestOutcome.FINISHED && receipt.realTimeFactor() > 0) {
            realTimeFactor.record(receipt.realTimeFactor());
        }
    }
}
