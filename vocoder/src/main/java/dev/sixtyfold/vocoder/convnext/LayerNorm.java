package dev.sixtyfold.vocoder.convnext;

/**
 * Layer normalisation of one frame.
 *
 * @param gain
 *            owned by the layer
 * @param bias
 *            owned by the layer
 */
@SuppressWarnings("ArrayRecordComponent")
record LayerNorm(float[] gain, float[] bias) {

    private static final float EPSILON = 1e-5f;

    LayerNorm {
        if (gain.length != bias.length || gain.length % 8 != 0) {
            throw new IllegalArgumentException("a gain of " + gain.length + " and a bias of " + bias.length
                    + " channels: both have to be the same multiple of 8");
        }
    }

    void apply(float[] x, RowMemory memory, float[] y) {
        int channels = x.length;
        float mean = RowKernels.total(x, memory.halves(), memory.quarters()) / channels;
        RowKernels.squares(x, mean, y);
        float variance = RowKernels.total(y, memory.halves(), memory.quarters()) / channels;
        RowKernels.normalize(x, mean, (float) (1 / Math.sqrt(variance + EPSILON)), gain, bias, y);
    }
}
