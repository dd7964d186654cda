package dev.sixtyfold.load.scenario;

import dev.sixtyfold.load.pipeline.ManyStreams.Heard;
import dev.sixtyfold.load.setting.Verdicts;
import dev.sixtyfold.synthesis.BatchedStages;
import java.util.Arrays;

/** What streams differ by from the same streams spoken alone. */
final class Differences {

    private long streams;
    private long otherDurations;
    private long unequal;
    private long different;
    private double largest;
    private BatchedStages batching = BatchedStages.NONE;

    void add(Heard heard, Heard alone) {
        double difference = heard.difference(alone);
        boolean otherDuration = difference == Double.POSITIVE_INFINITY;
        streams++;
        otherDurations += otherDuration ? 1 : 0;
        unequal += Arrays.equals(heard.samples(), alone.samples()) ? 0 : 1;
        different += difference > 1 ? 1 : 0;
        largest = Math.max(largest, otherDuration ? 0 : difference);
        batching = batching.plus(heard.batching());
    }

    @Override
    public String toString() {
        return streams + " streams, largest difference " + largest;
    }

    /** Of the streams that were heard together. */
    BatchedStages batching() {
        return batching;
    }

    /** Takes down that durations are equal, and samples to one unit of 16-bit PCM. */
    Verdicts judged(String what) {
        Verdicts verdicts = new Verdicts();
        verdicts.note("streams in " + what, (double) streams, "");
        verdicts.none("streams with other durations", otherDurations);
        verdicts.none("streams that differ by more than one unit", different);
        verdicts.atMost("largest difference of a sample", 1, largest, "units");
        verdicts.note("streams that differ in any bit", (double) unequal, "");
        return verdicts;
    }
}
