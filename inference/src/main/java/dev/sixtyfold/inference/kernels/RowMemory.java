package dev.sixtyfold.inference.kernels;

import dev.sixtyfold.speech.dsp.VectorUnit;

/**
 * Arrays for one frame, written over by every step.
 *
 * @param narrow
 *            as long as a frame between blocks
 * @param normal
 *            likewise
 * @param sums
 *            {@link VectorUnit#MULTIPLE} long
 * @param wide
 *            as long as a frame inside a block
 */
@SuppressWarnings("ArrayRecordComponent") // working memory: its owner is whoever has the workspace
public record RowMemory(float[] narrow, float[] normal, float[] sums, float[] wide) {

    public static RowMemory of(int channels, int inner) {
        return new RowMemory(new float[channels], new float[channels], new float[VectorUnit.MULTIPLE],
                new float[inner]);
    }
}
