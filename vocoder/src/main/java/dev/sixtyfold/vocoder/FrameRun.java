package dev.sixtyfold.vocoder;

import dev.sixtyfold.inference.BatchFigures;

/** The way of one utterance through a {@link FrameNetwork}. Used by one thread at a time. */
@FunctionalInterface
public interface FrameRun {

    /**
     * Takes the next frames in and hands out the rows that become complete: fewer than frames went in at first, since the
     * network looks ahead, and all the rest with the last frame.
     *
     * @param count
     *            at least 1, at most as many as are left
     * @param rows
     *            receives them, a few at a time, so that they are still in the processor's cache
     */
    void next(int count, Rows rows);

    /** What it shared with others so far; nothing where each goes by itself. */
    default BatchFigures batching() {
        return BatchFigures.NONE;
    }

    /** Takes rows. */
    @FunctionalInterface
    interface Rows {

        /**
         * The next rows.
         *
         * @param values
         *            row after row, from the first place on; written over once this returns
         */
        void take(float[] values, int count);
    }
}
