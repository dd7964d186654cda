package dev.sixtyfold.acoustic.hibari;

import dev.sixtyfold.inference.graph.NamedWeights;
import dev.sixtyfold.inference.kernels.GraphWeights.LayerName;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The names that the family's graphs give to the parts of one encoder, and how often its layer is run.
 *
 * @param name
 *            of its parameters
 * @param inward
 *            what its matrix of queries, keys and values is named after
 * @param blockSuffix
 *            of the names of its blocks' layers
 * @param layerSuffix
 *            of the names of its other layers
 * @param repeats
 *            of its layer
 */
record EncoderNames(String name, String inward, String blockSuffix, String layerSuffix, int repeats) {

    /** The exporter's names for matrices end in this. */
    static final String MATRIX = "/Transpose_output_0";

    /** Of the phonemes as the vocoder sees them. */
    static final EncoderNames SPEECH = new EncoderNames("m.text", "/Transpose_2_output_0", "", "", 4);

    /** Of the phonemes as durations, f0 and energy come from. */
    static final EncoderNames PROSODY = new EncoderNames("pn.text", "/Transpose_25_output_0", "_1", "_4", 6);

    /** Of both. */
    static final int HEADS = 2;

    /**
     * The names of one block.
     *
     * @param name
     *            of its parameters
     * @param first
     *            what the matrix of its first linear layer is named after
     * @param second
     *            of its second
     */
    record Block(String name, String first, String second) {}

    String embedding() {
        return name + ".emb.weight";
    }

    /** As many as the graph has. */
    List<Block> blocks(NamedWeights weights) {
        return IntStream.iterate(0, i -> weights.has(name + ".convs." + i + ".gamma"), i -> i + 1)
                .mapToObj(i -> new Block(name + ".convs." + i, "/convs." + i + "/pw1" + blockSuffix + MATRIX,
                        "/convs." + i + "/pw2" + blockSuffix + MATRIX))
                .toList();
    }

    String attentionNorm() {
        return layer() + ".norm1";
    }

    LayerName inwardLayer() {
        return new LayerName(inward, layer() + ".self_attn.in_proj_bias");
    }

    LayerName outwardLayer() {
        return new LayerName("/out_proj" + layerSuffix + MATRIX, layer() + ".self_attn.out_proj.bias");
    }

    String feedForwardNorm() {
        return layer() + ".norm2";
    }

    LayerName wideningLayer() {
        return new LayerName("/linear1" + layerSuffix + MATRIX, layer() + ".linear1.bias");
    }

    LayerName narrowingLayer() {
        return new LayerName("/linear2" + layerSuffix + MATRIX, layer() + ".linear2.bias");
    }

    String lastNorm() {
        return name + ".norm";
    }

    private String layer() {
        return name + ".attn";
    }
}
