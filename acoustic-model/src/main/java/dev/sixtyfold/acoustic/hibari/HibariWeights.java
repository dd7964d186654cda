package dev.sixtyfold.acoustic.hibari;

import dev.sixtyfold.inference.MatrixProduct;
import dev.sixtyfold.inference.graph.OnnxGraph;
import dev.sixtyfold.inference.graph.Weight;
import dev.sixtyfold.inference.kernels.ConvNextBlock;
import dev.sixtyfold.inference.kernels.GraphWeights;
import dev.sixtyfold.inference.kernels.QuantizedLayer;
import dev.sixtyfold.inference.kernels.RowsProduct;
import dev.sixtyfold.inference.kernels.TransformerLayer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The parts of a network by the names that the family's graphs give them. */
final class HibariWeights {

    /** The exporter's names for matrices end in this. */
    private static final String MATRIX = "/Transpose_output_0";

    /** Of both encoders. */
    private static final int HEADS = 2;

    private final GraphWeights weights;

    HibariWeights(OnnxGraph graph, Function<byte[], MatrixProduct> products) {
        this.weights = new GraphWeights(graph, products);
    }

    /**
     * What tells one of the two encoders from the other in the graph.
     *
     * @param name
     *            of its parameters
     * @param inward
     *            matrix of queries, keys and values
     * @param blockSuffix
     *            of the names of its blocks' layers
     * @param layerSuffix
     *            of the names of its other layers
     * @param repeats
     *            of its layer
     */
    private record EncoderNames(String name, String inward, String blockSuffix, String layerSuffix, int repeats) {}

    /** Of the phonemes as the vocoder sees them. */
    TextEncoder speechEncoder() {
        return encoder(new EncoderNames("m.text", "/Transpose_2_output_0", "", "", 4));
    }

    /** Of the phonemes as durations, f0 and energy come from. */
    TextEncoder prosodyEncoder() {
        return encoder(new EncoderNames("pn.text", "/Transpose_25_output_0", "_1", "_4", 6));
    }

    private TextEncoder encoder(EncoderNames names) {
        String layer = names.name + ".attn";
        Weight embedding = weights.weight(names.name + ".emb.weight");
        int symbols = Math.toIntExact(embedding.shape().getFirst());
        int channels = Math.toIntExact(embedding.shape().getLast());
        float[] values = embedding.floats(symbols, channels);
        float[][] rows = new float[symbols][];
        Arrays.setAll(rows, symbol -> Arrays.copyOfRange(values, symbol * channels, (symbol + 1) * channels));
        List<ConvNextBlock> blocks = IntStream
                .iterate(0, i -> weights.has(names.name + ".convs." + i + ".gamma"), i -> i + 1)
                .mapToObj(i -> block(names.name + ".convs." + i, 1, "/convs." + i + "/pw1" + names.blockSuffix,
                        "/convs." + i + "/pw2" + names.blockSuffix))
                .toList();
        TransformerLayer transformer = new TransformerLayer(weights.norm(layer + ".norm1"),
                weights.layer(names.inward, layer + ".self_attn.in_proj_bias", channels, QuantizedLayer.CENTRE),
                HEADS,
                weights.layer("/out_proj" + names.layerSuffix + MATRIX, layer + ".self_attn.out_proj.bias", channels,
                        QuantizedLayer.CENTRE),
                weights.feedForward(layer + ".norm2",
                        new GraphWeights.LayerName("/linear1" + names.layerSuffix + MATRIX, layer + ".linear1.bias"),
                        new GraphWeights.LayerName("/linear2" + names.layerSuffix + MATRIX, layer + ".linear2.bias")));
        return new TextEncoder(rows, blocks, transformer, names.repeats, weights.norm(names.name + ".norm"));
    }

    boolean has(String name) {
        return weights.has(name);
    }

    Weight weight(String name) {
        return weights.weight(name);
    }

    float[] floats(String name) {
        return weights.floats(name);
    }

    int size(String name) {
        return weights.size(name);
    }

    ConvNextBlock block(String name, int dilation, String first, String second) {
        return weights.block(name, dilation, first + MATRIX, second + MATRIX);
    }

    RowsProduct product(int inner, int outer, float[] matrix) {
        return weights.product(inner, outer, matrix);
    }
}
