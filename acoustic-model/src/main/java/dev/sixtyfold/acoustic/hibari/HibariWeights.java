package dev.sixtyfold.acoustic.hibari;

import dev.sixtyfold.inference.MatrixProduct;
import dev.sixtyfold.inference.graph.NamedWeights;
import dev.sixtyfold.inference.graph.OnnxGraph;
import dev.sixtyfold.inference.graph.Weight;
import dev.sixtyfold.inference.kernels.ConvNextBlock;
import dev.sixtyfold.inference.kernels.GraphWeights;
import dev.sixtyfold.inference.kernels.GraphWeights.LayerName;
import dev.sixtyfold.inference.kernels.QuantizedLayer;
import dev.sixtyfold.inference.kernels.RowsProduct;
import dev.sixtyfold.inference.kernels.TransformerLayer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The parts of a network for {@link KernelHibariNetwork}, by the names that the family's graphs give them. */
final class HibariWeights {

    private final GraphWeights layers;
    private final NamedWeights weights;

    HibariWeights(OnnxGraph graph, Function<byte[], MatrixProduct> products) {
        this.layers = new GraphWeights(graph, products);
        this.weights = layers.named();
    }

    TextEncoder encoder(EncoderNames names) {
        Weight embedding = weights.weight(names.embedding());
        int symbols = Math.toIntExact(embedding.shape().getFirst());
        int channels = Math.toIntExact(embedding.shape().getLast());
        float[] values = embedding.floats(symbols, channels);
        float[][] rows = new float[symbols][];
        Arrays.setAll(rows, symbol -> Arrays.copyOfRange(values, symbol * channels, (symbol + 1) * channels));
        List<ConvNextBlock> blocks = names.blocks(weights).stream().map(block -> block(block, 1)).toList();
        TransformerLayer transformer = new TransformerLayer(layers.norm(names.attentionNorm()),
                layer(names.inwardLayer(), channels), EncoderNames.HEADS, layer(names.outwardLayer(), channels),
                layers.feedForward(names.feedForwardNorm(), names.wideningLayer(), names.narrowingLayer()));
        return new TextEncoder(rows, blocks, transformer, names.repeats(), layers.norm(names.lastNorm()));
    }

    private QuantizedLayer layer(LayerName name, int channels) {
        return layers.layer(name.matrix(), name.bias(), channels, QuantizedLayer.CENTRE);
    }

    List<ConvNextBlock> prosodyBlocks() {
        return ProsodyNames.blocks(weights).stream().map(block -> block(block.names(), block.dilation())).toList();
    }

    private ConvNextBlock block(EncoderNames.Block names, int dilation) {
        return layers.block(names.name(), dilation, names.first(), names.second());
    }

    NamedWeights named() {
        return weights;
    }

    RowsProduct product(int inner, int outer, float[] matrix) {
        return layers.product(inner, outer, matrix);
    }
}
