package dev.sixtyfold.inference.kernels;

import dev.sixtyfold.inference.InferenceException;
import dev.sixtyfold.inference.MatrixProduct;
import dev.sixtyfold.inference.graph.NamedWeights;
import dev.sixtyfold.inference.graph.OnnxGraph;
import dev.sixtyfold.inference.graph.ProductGraph;
import dev.sixtyfold.inference.graph.Weight;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Takes layers out of a graph by the names of their weights. Linear layers are those of dynamic quantisation: signed bytes
 * {@code M_quantized} with one scale {@code M_scale}.
 */
public final class GraphWeights {

    private static final int KERNEL = ConvNextBlock.KERNEL;

    private final NamedWeights weights;
    private final Function<byte[], MatrixProduct> products;

    /**
     * Of a graph.
     *
     * @param products
     *            makes a product from its graph
     */
    public GraphWeights(OnnxGraph graph, Function<byte[], MatrixProduct> products) {
        this.weights = new NamedWeights(graph);
        this.products = products;
    }

    /** The weights themselves. */
    public NamedWeights named() {
        return weights;
    }

    /** {@code NAME.weight} and {@code NAME.bias}. */
    public LayerNorm norm(String name) {
        return new LayerNorm(weights.floats(name + ".weight"), weights.floats(name + ".bias"));
    }

    /**
     * A linear layer.
     *
     * @param matrix
     *            what its bytes and its scale are named after
     * @param zero
     *            the byte that stands for zero in every input; 0 where each has its own
     */
    public QuantizedLayer layer(String matrix, String biasName, int inner, int zero) {
        float[] bias = weights.floats(biasName);
        return QuantizedLayer.of(weights.bytes(matrix, inner, bias.length), weights.scale(matrix), bias, zero,
                products);
    }

    /**
     * A feed-forward part without gains.
     *
     * @param norm
     *            the name of its normalisation
     * @param first
     *            matrix and bias of its first layer
     * @param second
     *            of its second layer
     */
    public FeedForward feedForward(String norm, LayerName first, LayerName second) {
        float[] ones = new float[weights.size(norm + ".weight")];
        Arrays.fill(ones, 1);
        return feedForward(norm, first, second, ones);
    }

    private FeedForward feedForward(String norm, LayerName first, LayerName second, float[] gain) {
        int channels = gain.length;
        QuantizedLayer widening = layer(first.matrix(), first.bias(), channels, QuantizedLayer.CENTRE);
        QuantizedLayer narrowing = layer(second.matrix(), second.bias(), widening.outer(), 0);
        for (int i = 0; i < channels; i++) {
            narrowing.bias()[i] *= gain[i]; // the gain goes for the bias, too, and is applied to it here once
        }
        return new FeedForward(norm(norm), widening, narrowing, gain);
    }

    /**
     * A block whose convolution is over an odd number of frames, seven at most; outer taps that it lacks are zero.
     *
     * @param name
     *            of its parameters
     * @param first
     *            matrix of its first linear layer
     * @param second
     *            of its second
     */
    public ConvNextBlock block(String name, int dilation, String first, String second) {
        int channels = weights.size(name + ".dw.bias");
        Weight depthwise = weights.weight(name + ".dw.weight");
        int kernel = Math.toIntExact(depthwise.shape().getLast());
        if (kernel > KERNEL || kernel % 2 == 0) {
            throw new InferenceException("weight " + name + ".dw.weight: a kernel of " + kernel
                    + " frames; there have to be 1, 3, 5 or 7");
        }
        float[] values = depthwise.floats(channels, 1, kernel);
        float[][] taps = new float[KERNEL][channels];
        for (int i = 0; i < values.length; i++) {
            taps[i % kernel + (KERNEL - kernel) / 2][i / kernel] = values[i];
        }
        return new ConvNextBlock(taps, weights.floats(name + ".dw.bias"), dilation, feedForward(name + ".norm",
                new LayerName(first, name + ".pw1.bias"), new LayerName(second, name + ".pw2.bias"),
                weights.floats(name + ".gamma")));
    }

    /** A product of rows with a matrix in single precision, {@code [inner][outer]}. */
    public RowsProduct product(int inner, int outer, float[] matrix) {
        return new RowsProduct(products.apply(ProductGraph.ofFloats(inner, outer, matrix)), inner, outer);
    }

    /**
     * A linear layer's names.
     *
     * @param matrix
     *            what its bytes and its scale are named after
     */
    public record LayerName(String matrix, String bias) {}
}
