package dev.sixtyfold.synthesis;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** Adds up how long each stage of one request took. Used by one thread at a time. */
final class StageClock {

    enum Stage {
        TEXT_FRONTEND, ACOUSTIC_MODEL, VOCODER, POSTPROCESSING, WAITING
    }

    private final Map<Stage, Long> nanos = new EnumMap<>(Stage.class);

    <T> T time(Stage stage, Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            add(stage, System.nanoTime() - start);
        }
    }

    void add(Stage stage, long duration) {
        nanos.merge(stage, duration, Long::sum);
    }

    Receipt.StageTimes times() {
        return new Receipt.StageTimes(of(Stage.TEXT_FRONTEND), of(Stage.ACOUSTIC_MODEL), of(Stage.VOCODER),
                of(Stage.POSTPROCESSING), of(Stage.WAITING));
    }

    private Duration of(Stage stage) {
        return Duration.ofNanos(nanos.getOrDefault(stage, 0L));
    }
}
