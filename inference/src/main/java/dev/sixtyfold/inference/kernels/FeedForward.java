package dev.sixtyfold.inference.kernels;

import dev.sixtyfold.inference.MatrixProduct;
import java.util.List;

/**
 * Layer normalisation, a linear layer to more channels, GELU, a linear layer back, a gain for each channel, and a residual.
 *
 * @param gain
 *            of each channel after the second layer; owned by the part
 */
@SuppressWarnings("ArrayRecordComponent")
public record FeedForward(LayerNorm norm, QuantizedLayer first, QuantizedLayer second, float[] gain) {

    /**
     * Takes a frame.
     *
     * @param i
     *            its place among those that go through at once, less than {@link Workspace#ROWS}
     */
    public void put(int i, float[] x, Workspace memory) {
        float largest = norm.apply(x, memory.row().sums(), memory.row().normal());
        memory.widening().putCentred(i, memory.row().normal(), largest);
    }

    /**
     * Computes the frames that were put in.
     *
     * @param residuals
     *            {@code [..][channels]}, that of the first frame at {@code firstResidual}
     * @param results
     *            {@code [..][channels]}, receives that of the first frame at {@code firstResult}; may be the residuals
     */
    public void run(int count, float[][] residuals, int firstResidual, Workspace memory, float[][] results,
            int firstResult) {
        LayerRows widening = memory.widening();
        LayerRows narrowing = memory.narrowing();
        float[] wide = memory.row().wide();
        widening.multiply(first, count);
        for (int i = 0; i < count; i++) {
            float largest = RowKernels.now().dequantizeGelu(widening.results(), widening.result(i),
                    widening.scale(i) * first.scale(), first.bias(), wide);
            narrowing.putGelu(i, wide, largest);
        }
        narrowing.multiply(second, count);
        for (int i = 0; i < count; i++) {
            RowKernels.now().dequantizeOnto(residuals[firstResidual + i], narrowing.results(), narrowing.result(i),
                    narrowing.zero(i), second.columnSums(), narrowing.scale(i) * second.scale(), gain, second.bias(),
                    results[firstResult + i]);
        }
    }

    /** To be closed with the network. */
    public List<MatrixProduct> products() {
        return List.of(first.product(), second.product());
    }
}
