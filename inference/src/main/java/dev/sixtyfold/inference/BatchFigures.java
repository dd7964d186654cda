package dev.sixtyfold.inference;

import java.time.Duration;

/**
 * What batching has done so far.
 *
 * @param batches
 *            that were computed, those of a single run too
 * @param runs
 *            that were in them
 * @param waited
 *            of all runs together, before their batch began
 */
public record BatchFigures(long batches, long runs, Duration waited) {

    public static final BatchFigures NONE = new BatchFigures(0, 0, Duration.ZERO);

    /** Both together. */
    public BatchFigures plus(BatchFigures other) {
        return new BatchFigures(batches + other.batches, runs + other.runs, waited.plus(other.waited));
    }
}
