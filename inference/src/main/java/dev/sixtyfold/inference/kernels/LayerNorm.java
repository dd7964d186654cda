package dev.sixtyfold.inference.kernels;

import dev.sixtyfold.speech.dsp.VectorUnit;

/**
 * Layer normalisation of one frame.
 *
 * @param gain
 *            owned by the layer
 * @param bias
 *            owned by the layer
 */
@SuppressWarnings("ArrayRecordComponent")
public record LayerNorm(float[] gain, float[] bias) {

    public LayerNorm {
        if (gain.length != bias.length || gain.length % VectorUnit.MULTIPLE != 0) {
            throw new IllegalArgumentException("a gain of " + gain.length + " and a bias of " + bias.length
                    + " channels: both have to be the same multiple of " + VectorUnit.MULTIPLE);
        }
    }

    /**
     * Normalises a frame; the result may take its place.
     *
     * @param sums
     *            working memory, {@link VectorUnit#MULTIPLE} long
     * @return the largest magnitude of the results
     */
    public float apply(float[] x, float[] sums, float[] y) {
        return RowKernels.now().normalize(x, gain, bias, sums, y);
    }
}
