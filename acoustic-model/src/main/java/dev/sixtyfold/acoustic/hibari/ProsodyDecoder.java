package dev.sixtyfold.acoustic.hibari;

import dev.sixtyfold.inference.MatrixProduct;
import dev.sixtyfold.inference.graph.NamedWeights;
import dev.sixtyfold.inference.kernels.ConvNextBlock;
import dev.sixtyfold.inference.kernels.RowKernels;
import dev.sixtyfold.inference.kernels.RowsProduct;
import dev.sixtyfold.inference.kernels.Workspace;
import java.util.ArrayList;
import java.util.List;

/**
 * From one vector for each step of two frames to f0 and energy of both: a linear layer, blocks of growing reach, and a linear
 * layer.
 *
 * @param input
 *            the first layer, without its bias
 * @param bias
 *            of it; owned by the decoder
 * @param weights
 *            of the last layer, {@code [4][channels]}: f0 of both frames, energy of both; owned by the decoder
 * @param lastBias
 *            likewise
 */
@SuppressWarnings("ArrayRecordComponent")
record ProsodyDecoder(RowsProduct input, float[] bias, List<ConvNextBlock> blocks, float[][] weights,
        float[] lastBias) {

    static ProsodyDecoder of(HibariWeights weights) {
        NamedWeights named = weights.named();
        float[] bias = named.floats(ProsodyNames.INPUT + ".bias");
        int channels = bias.length;
        float[] input = named.weight(ProsodyNames.INPUT + ".weight").floats(channels, channels, 1);
        float[] matrix = new float[input.length];
        for (int i = 0; i < input.length; i++) {
            matrix[i % channels * channels + i / channels] = input[i];
        }
        float[] output = named.weight(ProsodyNames.OUTPUT + ".weight").floats(4, channels, 1);
        float[][] rows = new float[4][channels];
        for (int i = 0; i < output.length; i++) {
            rows[i / channels][i % channels] = output[i];
        }
        return new ProsodyDecoder(weights.product(channels, channels, matrix), bias, weights.prosodyBlocks(), rows,
                named.floats(ProsodyNames.OUTPUT + ".bias"));
    }

    /** The first layer sees nothing but the phoneme, so it is computed once for each of them. */
    float[][] phonemes(float[][] encoded) {
        float[][] rows = input.run(encoded);
        for (float[] row : rows) {
            RowKernels.now().add(bias, 0, row);
        }
        return rows;
    }

    /**
     * Predicts both frames of each step.
     *
     * @param steps
     *            of the first layer's rows, one for each step
     * @return {@code [4][steps]}
     */
    float[][] run(float[][] steps, Workspace memory) {
        float[][] frames = TextEncoder.through(blocks, steps, memory);
        float[] sums = memory.row().sums();
        float[][] results = new float[weights.length][steps.length];
        for (int step = 0; step < steps.length; step++) {
            for (int i = 0; i < weights.length; i++) {
                results[i][step] = RowKernels.now().dot(frames[step], weights[i], sums) + lastBias[i];
            }
        }
        return results;
    }

    List<MatrixProduct> products() {
        List<MatrixProduct> products = new ArrayList<>(List.of(input.product()));
        blocks.forEach(block -> products.addAll(block.feedForward().products()));
        return products;
    }
}
