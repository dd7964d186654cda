package dev.sixtyfold.server.metrics;

import dev.sixtyfold.inference.BatchFigures;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;

/** What batching does, looked at when somebody asks; all zero where it is off. */
final class BatchMeters {

    private final MeterRegistry registry;
    private final Supplier<BatchFigures> figures;

    BatchMeters(MeterRegistry registry, Supplier<BatchFigures> figures) {
        this.registry = registry;
        this.figures = figures;
    }

    void register() {
        FunctionCounter.builder("sixtyfold.batches", figures, now -> now.get().batches()).description(
                "Runs of the vocoder's network in batches, of a single block too").register(registry);
        FunctionCounter.builder("sixtyfold.batched.blocks", figures, now -> now.get().runs()).description(
                "Blocks of audio that were in them").register(registry);
        FunctionCounter.builder("sixtyfold.batch.wait", figures, now -> now.get().waited().toNanos() * 1e-9).baseUnit(
                "seconds").description("Time of all blocks together before their batch began").register(registry);
    }
}
