package dev.sixtyfold.vocoder.convnext;

import dev.sixtyfold.inference.InferenceException;
import dev.sixtyfold.inference.MatrixProduct;
import dev.sixtyfold.inference.graph.OnnxGraph;
import dev.sixtyfold.inference.graph.Weight;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The weights of a network by the names that the family's graphs give them. */
final class ConvNextWeights {

    private static final int KERNEL = ConvNextBlock.KERNEL;

    private final Map<String, Weight> weights;
    private final Function<byte[], MatrixProduct> products;

    ConvNextWeights(OnnxGraph graph, Function<byte[], MatrixProduct> products) {
        this.weights = graph.weights();
        this.products = products;
    }

    ConvNextNetwork network(int steadyChannels) {
        int channels = size("m.dec_in.bias");
        int inputs = Math.toIntExact(weight("m.dec_in.weight").shape().get(1));
        InputConvolution input = InputConvolution.of(
                weight("m.dec_in.weight").floats(channels, inputs, KERNEL), floats("m.dec_in.bias"),
                steadyChannels, products);
        List<ConvNextBlock> blocks = IntStream.iterate(0, i -> weights.containsKey("m.dec." + i + ".gamma"), i -> i + 1)
                .mapToObj(i -> block("dec." + i, channels)).toList();
        if (blocks.isEmpty()) {
            throw new InferenceException("the graph has no blocks m.dec.0, …");
        }
        return new ConvNextNetwork(input, blocks, norm("m.dec_norm"),
                layer("head", "m.head", channels, QuantizedLayer.CENTRE));
    }

    private ConvNextBlock block(String name, int channels) {
        float[] depthwise = weight("m." + name + ".dw.weight").floats(channels, KERNEL);
        float[][] taps = new float[KERNEL][channels];
        for (int i = 0; i < depthwise.length; i++) {
            taps[i % KERNEL][i / KERNEL] = depthwise[i];
        }
        QuantizedLayer first = layer(name + "/pw1", "m." + name + ".pw1", channels, QuantizedLayer.CENTRE);
        QuantizedLayer second = layer(name + "/pw2", "m." + name + ".pw2", first.outer(), 0);
        float[] gain = floats("m." + name + ".gamma");
        for (int i = 0; i < channels; i++) {
            second.bias()[i] *= gain[i]; // the gain goes for the bias, too, and is applied to it here once
        }
        return new ConvNextBlock(taps, floats("m." + name + ".dw.bias"), norm("m." + name + ".norm"), first, second,
                gain);
    }

    private QuantizedLayer layer(String operation, String parameters, int inner, int zero) {
        float[] bias = floats(parameters + ".bias");
        String matrix = "/" + operation + "/Transpose_output_0";
        return QuantizedLayer.of(weight(matrix + "_quantized").bytes(inner, bias.length),
                weight(matrix + "_scale").floats()[0], bias, zero, products);
    }

    private LayerNorm norm(String name) {
        return new LayerNorm(floats(name + ".weight"), floats(name + ".bias"));
    }

    private float[] floats(String name) {
        return weight(name).floats(size(name));
    }

    private Weight weight(String name) {
        Weight weight = weights.get(name);
        if (weight == null) {
            throw new InferenceException("the graph has no weight " + name);
        }
        return weight;
    }

    private int size(String name) {
        return Math.toIntExact(weight(name).shape().getFirst());
    }
}
