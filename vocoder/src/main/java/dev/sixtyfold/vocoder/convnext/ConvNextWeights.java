package dev.sixtyfold.vocoder.convnext;

import dev.sixtyfold.inference.InferenceException;
import dev.sixtyfold.inference.MatrixProduct;
import dev.sixtyfold.inference.graph.NamedWeights;
import dev.sixtyfold.inference.graph.OnnxGraph;
import dev.sixtyfold.inference.kernels.ConvNextBlock;
import dev.sixtyfold.inference.kernels.GraphWeights;
import dev.sixtyfold.inference.kernels.QuantizedLayer;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The parts of a network by the names that the family's graphs give them. */
final class ConvNextWeights {

    private final GraphWeights layers;
    private final NamedWeights weights;

    ConvNextWeights(OnnxGraph graph, Function<byte[], MatrixProduct> products) {
        this.layers = new GraphWeights(graph, products);
        this.weights = layers.named();
    }

    ConvNextNetwork network(int steadyChannels) {
        int channels = weights.size("m.dec_in.bias");
        int inputs = Math.toIntExact(weights.weight("m.dec_in.weight").shape().get(1));
        InputConvolution input = InputConvolution.of(
                weights.weight("m.dec_in.weight").floats(channels, inputs, ConvNextBlock.KERNEL),
                weights.floats("m.dec_in.bias"), steadyChannels, layers);
        List<ConvNextBlock> blocks = IntStream.iterate(0, i -> weights.has("m.dec." + i + ".gamma"), i -> i + 1)
                .mapToObj(i -> layers.block("m.dec." + i, 1, "/dec." + i + "/pw1/Transpose_output_0",
                        "/dec." + i + "/pw2/Transpose_output_0"))
                .toList();
        if (blocks.isEmpty()) {
            throw new InferenceException("the graph has no blocks m.dec.0, …");
        }
        return new ConvNextNetwork(input, blocks, layers.norm("m.dec_norm"),
                layers.layer("/head/Transpose_output_0", "m.head.bias", channels, QuantizedLayer.CENTRE));
    }
}
