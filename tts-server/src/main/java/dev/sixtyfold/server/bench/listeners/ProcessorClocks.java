package dev.sixtyfold.server.bench.listeners;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Processor time that processes have taken since they began.
 *
 * @param cores
 *            of the machine
 */
record ProcessorClocks(Supplier<Duration> server, Supplier<Duration> generator, int cores) {

    Reading read(long nanoTime) {
        return new Reading(server.get(), generator.get(), nanoTime);
    }

    LoadResult.ProcessorShares between(Reading first, Reading last) {
        double available = (double) (last.nanoTime - first.nanoTime) * cores;
        return new LoadResult.ProcessorShares(last.server.minus(first.server).toNanos() / available,
                last.generator.minus(first.generator).toNanos() / available);
    }

    record Reading(Duration server, Duration generator, long nanoTime) {}
}
