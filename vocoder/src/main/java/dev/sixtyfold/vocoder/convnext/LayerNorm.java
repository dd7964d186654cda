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

    LayerNorm {
        if (gain.length != bias.length || gain.length % RowKernels.MULTIPLE != 0) {
            throw new IllegalArgumentException("a gain of " + gain.length + " and a bias of " + bias.length
                    + " channels: both have to be the same multiple of " + RowKernels.MULTIPLE);
        }
    }

    /**
     * @param sums
     *            working memory, {@link RowKernels#MULTIPLE} long
     */
    void apply(float[] x, float[] sums, float[] y) {
        RowKernels.normalize(x, gain, bias, sums, y);
    }
}
