package dev.sixtyfold.inference.kernels;

import java.util.Arrays;

/** Frames in working memory, each an array of its own, as many as were ever needed. */
public final class FrameRows {

    private final int channels;
    private float[][] rows = {};

    public FrameRows(int channels) {
        this.channels = channels;
    }

    /** {@code [count or more][channels]}, with what was last in them. */
    public float[][] atLeast(int count) {
        int length = rows.length;
        if (length < count) {
            rows = Arrays.copyOf(rows, count);
            for (int i = length; i < count; i++) {
                rows[i] = new float[channels];
            }
        }
        return rows;
    }
}
