package dev.sixtyfold.inference.kernels;

import dev.sixtyfold.inference.MatrixProduct;
import dev.sixtyfold.inference.graph.ProductGraph;
import java.util.function.Function;

/**
 * A linear layer with weights of signed bytes. Its inputs are quantised frame by frame, each with a scale of its own, so a
 * frame's result depends on no other frame.
 *
 * @param product
 *            of unsigned bytes with the weights
 * @param scale
 *            of the weights
 * @param columnSums
 *            of the weights; owned by the layer. What an input's zero point is multiplied by, if it is not {@link #CENTRE}
 * @param bias
 *            owned by the layer
 */
@SuppressWarnings("ArrayRecordComponent")
public record QuantizedLayer(MatrixProduct product, float scale, int[] columnSums, float[] bias) {

    /** The byte that stands for zero in inputs that lie about zero. */
    public static final int CENTRE = 128;

    /**
     * Makes a layer.
     *
     * @param weights
     *            {@code [inner][outer]}
     * @param zero
     *            the byte that stands for zero in every input; 0 where each has its own
     */
    public static QuantizedLayer of(byte[] weights, float scale, float[] bias, int zero,
            Function<byte[], MatrixProduct> products) {
        int outer = bias.length;
        int inner = weights.length / outer;
        int[] columnSums = new int[outer];
        for (int row = 0; row < inner; row++) {
            for (int column = 0; column < outer; column++) {
                columnSums[column] += weights[row * outer + column];
            }
        }
        return new QuantizedLayer(products.apply(ProductGraph.ofBytes(inner, outer, weights, zero)), scale, columnSums,
                bias);
    }

    /** Numbers of a result. */
    public int outer() {
        return bias.length;
    }
}
