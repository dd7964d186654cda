package dev.sixtyfold.synthesis;

import dev.sixtyfold.inference.BatchFigures;

/** What batching has done for the networks of each stage; all zero where their runs go by themselves. */
public record BatchedStages(BatchFigures acousticModel, BatchFigures vocoder) {

    public static final BatchedStages NONE = new BatchedStages(BatchFigures.NONE, BatchFigures.NONE);

    /** Both together. */
    public BatchedStages plus(BatchedStages other) {
        return new BatchedStages(acousticModel.plus(other.acousticModel), vocoder.plus(other.vocoder));
    }
}
