package dev.sixtyfold.server.metrics;

import dev.sixtyfold.inference.BatchFigures;
import dev.sixtyfold.synthesis.BatchedStages;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Function;
import java.util.function.Supplier;

/** What batching does, looked at when somebody asks; all zero where it is off. */
final class BatchMeters {

    private final MeterRegistry registry;
    private final Supplier<BatchedStages> figures;

    BatchMeters(MeterRegistry registry, Supplier<BatchedStages> figures) {
        this.registry = registry;
        this.figures = figures;
    }

    void register() {
        register("acoustic_model", BatchedStages::acousticModel);
        register("vocoder", BatchedStages::vocoder);
    }

    private void register(String stage, Function<BatchedStages, BatchFigures> part) {
        FunctionCounter.builder("sixtyfold.batches", figures, now -> part.apply(now.get()).batches())
                .tag("stage", stage).description("Runs of a stage's networks in batches, of a single stream too")
                .register(registry);
        FunctionCounter.builder("sixtyfold.batched.runs", figures, now -> part.apply(now.get()).runs())
                .tag("stage", stage).description("Runs for single streams that were in them").register(registry);
        FunctionCounter.builder("sixtyfold.batch.wait", figures,
                now -> part.apply(now.get()).waited().toNanos() * 1e-9).baseUnit("seconds").tag("stage", stage)
                .description("Time of all these runs together before their batch began").register(registry);
    }
}
