package dev.sixtyfold.server.bench.listeners;

import org.HdrHistogram.Histogram;

/** Waiting times, from when the wait was meant to begin. */
public final class Latencies {

    private static final long MOST_MICROS = 3_600_000_000L;
    private static final int DIGITS = 3;

    private final Histogram micros;

    private Latencies(Histogram micros) {
        this.micros = micros;
    }

    static Histogram histogram() {
        return new Histogram(MOST_MICROS, DIGITS);
    }

    static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.clamp(nanos / 1000, 0, MOST_MICROS));
    }

    static Latencies of(Histogram histogram) {
        return new Latencies(histogram.copy());
    }

    public long count() {
        return micros.getTotalCount();
    }

    /** In milliseconds; 0 if there are none. */
    public double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1000.0;
    }

    public double medianMillis() {
        return millis(50);
    }

    public double mostMillis() {
        return millis(100);
    }
}
