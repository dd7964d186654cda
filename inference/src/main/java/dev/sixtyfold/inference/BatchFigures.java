package dev.sixtyfold.inference;

import java.time.Duration;

/**
 * What batching has done so far: for a network, or for one of those who run it.
 *
 * @param batches
 *            that were computed, those of a single run too; for one who runs the network, those that held a run of theirs
 * @param runs
 *            that were in them, whoever's
 * @param waited
 *            before a batch began: by all runs together, or by theirs
 */
public record BatchFigures(long batches, long runs, Duration waited) {

    public static final BatchFigures NONE = new BatchFigures(0, 0, Duration.ZERO);

    /** Runs in a batch; 0 if there was none. */
    public double meanSize() {
        return batches == 0 ? 0 : (double) runs / batches;
    }

    /** Both together. */
    public BatchFigures plus(BatchFigures other) {
        return new BatchFigures(batches + other.batches, runs + other.runs, waited.plus(other.waited));
    }
}
