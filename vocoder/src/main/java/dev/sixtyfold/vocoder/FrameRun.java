package dev.sixtyfold.vocoder;

/** The way of one utterance through a {@link FrameNetwork}. Used by one thread at a time. */
@FunctionalInterface
public interface FrameRun {

    /**
     * Takes the next frames in.
     *
     * @param count
     *            at least 1, at most as many as are left
     * @return the rows that have become complete, one after another: fewer than frames went in at first, since the network
     *         looks ahead, and all the rest with the last frame
     */
    float[] next(int count);
}
