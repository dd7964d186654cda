package dev.sixtyfold.acoustic.hibari;

import dev.sixtyfold.inference.MatrixProduct;
import dev.sixtyfold.inference.kernels.RowKernels;
import dev.sixtyfold.inference.kernels.RowsProduct;
import dev.sixtyfold.speech.dsp.VectorUnit;

/**
 * How long each phoneme lasts: a convolution over three phonemes, GELU, and a linear layer to the logarithm of one more than
 * its steps.
 *
 * @param taps
 *            {@code [channels][3 * channels]}, the products of all three taps
 * @param bias
 *            of the convolution; owned by the head
 * @param weights
 *            of the linear layer; owned by the head
 */
@SuppressWarnings("ArrayRecordComponent")
record DurationHead(RowsProduct taps, float[] bias, float[] weights, float lastBias) {

    private static final int TAPS = 3;

    static DurationHead of(HibariWeights weights) {
        float[] bias = weights.named().floats(ProsodyNames.DURATION_CONVOLUTION + ".bias");
        int channels = bias.length;
        float[] convolution = weights.named().weight(ProsodyNames.DURATION_CONVOLUTION + ".weight")
                .floats(channels, channels, TAPS);
        float[] matrix = new float[channels * TAPS * channels];
        for (int to = 0; to < channels; to++) {
            for (int from = 0; from < channels; from++) {
                for (int tap = 0; tap < TAPS; tap++) {
                    matrix[(from * TAPS + tap) * channels + to] = convolution[(to * channels + from) * TAPS + tap];
                }
            }
        }
        return new DurationHead(weights.product(channels, TAPS * channels, matrix), bias,
                weights.named().weight(ProsodyNames.DURATION_OUTPUT + ".weight").floats(1, channels, 1),
                weights.named().floats(ProsodyNames.DURATION_OUTPUT + ".bias")[0]);
    }

    /** Returns whole numbers of steps, at least one. */
    float[] run(float[][] phonemes, float speed) {
        float[][] products = taps.run(phonemes);
        float[] durations = new float[phonemes.length];
        float[] row = new float[bias.length];
        float[] sums = new float[VectorUnit.MULTIPLE];
        for (int i = 0; i < durations.length; i++) {
            System.arraycopy(bias, 0, row, 0, row.length);
            for (int tap = 0; tap < TAPS; tap++) {
                int at = i + tap - 1;
                if (at >= 0 && at < durations.length) {
                    RowKernels.now().add(products[at], tap * row.length, row);
                }
            }
            RowKernels.now().gelu(row);
            durations[i] = Regulation.steps(RowKernels.now().dot(row, weights, sums) + lastBias, speed);
        }
        return durations;
    }

    MatrixProduct product() {
        return taps.product();
    }
}
