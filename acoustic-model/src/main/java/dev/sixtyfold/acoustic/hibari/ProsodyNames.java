package dev.sixtyfold.acoustic.hibari;

import dev.sixtyfold.inference.graph.NamedWeights;
import java.util.List;
import java.util.stream.IntStream;

/** The names that the family's graphs give to what follows the encoder of prosody. */
final class ProsodyNames {

    /** {@code [channels][channels][1]} */
    static final String INPUT = "pn.pro_in";
    /** {@code [4][channels][1]}: f0 of both frames, energy of both */
    static final String OUTPUT = "pn.pro_out";
    /** {@code [channels][channels][3]} */
    static final String DURATION_CONVOLUTION = "pn.dur.0";
    /** {@code [1][channels][1]} */
    static final String DURATION_OUTPUT = "pn.dur.2";

    /** Dilations of the blocks, over and over. */
    private static final int[] DILATIONS = {1, 2, 4, 8};

    private ProsodyNames() {}

    /** One block and how far it reaches. */
    record DilatedBlock(EncoderNames.Block names, int dilation) {}

    /** As many as the graph has. */
    static List<DilatedBlock> blocks(NamedWeights weights) {
        return IntStream.iterate(0, i -> weights.has("pn.pro." + i + ".gamma"), i -> i + 1)
                .mapToObj(i -> new DilatedBlock(new EncoderNames.Block("pn.pro." + i, "/pro." + i + "/pw1"
                        + EncoderNames.MATRIX, "/pro." + i + "/pw2" + EncoderNames.MATRIX),
                        DILATIONS[i
                                % DILATIONS.length]))
                .toList();
    }
}
