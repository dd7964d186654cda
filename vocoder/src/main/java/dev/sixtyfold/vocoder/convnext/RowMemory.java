package dev.sixtyfold.vocoder.convnext;

/**
 * Arrays for one frame, written over by every step.
 *
 * @param narrow
 *            as long as a frame between blocks
 * @param normal
 *            likewise
 * @param halves
 *            half as long
 * @param quarters
 *            a quarter as long
 * @param wide
 *            as long as a frame inside a block
 */
@SuppressWarnings("ArrayRecordComponent") // working memory: its owner is whoever has the workspace
record RowMemory(float[] narrow, float[] normal, float[] halves, float[] quarters, float[] wide) {

    static RowMemory of(int channels, int inner) {
        return new RowMemory(new float[channels], new float[channels], new float[channels / 2],
                new float[channels / 4], new float[inner]);
    }
}
