package dev.sixtyfold.acoustic.hibari;

import dev.sixtyfold.inference.graph.LayerGraph;
import dev.sixtyfold.inference.graph.LayerGraph.Mask;
import dev.sixtyfold.inference.graph.LayerGraph.Rows;
import dev.sixtyfold.inference.graph.NamedWeights;
import dev.sixtyfold.inference.graph.OnnxGraph;
import dev.sixtyfold.inference.graph.Weight;
import dev.sixtyfold.inference.kernels.GraphWeights.LayerName;

/**
 * The family's acoustic half as two graphs for several utterances at once, which are filled up to one length and masked:
 * what is predicted for phonemes, and, once it is known how long each lasts, what is predicted for steps of two frames. In
 * single precision: a duration that is rounded the other way moves all that follows.
 *
 * @param encoders
 *            inputs {@code ids [N, L]} and {@code mask [N, L]}; outputs {@code speech [N, L, 128]}, {@code steps [N, L, C]},
 *            the rows that go into the other graph, and {@code durations [N, L, 1]}, logarithms of one more than the steps
 * @param decoder
 *            inputs {@code steps [N, L, C]} and {@code mask [N, L]}; output {@code contour [N, L, 4]}
 */
public record MaskedGraphs(OnnxGraph encoders, OnnxGraph decoder) {

    private static final int DURATION_TAPS = 3;
    private static final int CONTOUR = 4;

    /**
     * Takes the weights out of a graph.
     *
     * @throws dev.sixtyfold.inference.InferenceException
     *             if the graph is of another kind
     */
    public static MaskedGraphs of(OnnxGraph graph) {
        Builder builder = new Builder(new NamedWeights(graph));
        return new MaskedGraphs(builder.encoders(), builder.decoder());
    }

    private record Builder(NamedWeights weights) {

        OnnxGraph encoders() {
            LayerGraph graph = new LayerGraph();
            String ids = graph.ids("ids");
            Mask mask = graph.mask("mask");
            graph.output(encoded(graph, ids, mask, EncoderNames.SPEECH), "speech");
            Rows prosody = encoded(graph, ids, mask, EncoderNames.PROSODY);
            float[] bias = weights.floats(ProsodyNames.INPUT + ".bias");
            graph.output(pointwise(graph, prosody, ProsodyNames.INPUT, bias.length), "steps");
            graph.output(durations(graph, prosody, mask), "durations");
            return graph.build();
        }

        private Rows encoded(LayerGraph graph, String ids, Mask mask, EncoderNames names) {
            Weight embedding = weights.weight(names.embedding());
            int symbols = Math.toIntExact(embedding.shape().getFirst());
            int channels = Math.toIntExact(embedding.shape().getLast());
            Rows rows = graph.embedding(ids, embedding.floats(symbols, channels), channels);
            for (EncoderNames.Block block : names.blocks(weights)) {
                rows = block(graph, rows, mask, block, 1);
            }
            for (int i = 0; i < names.repeats(); i++) {
                Rows projected = linear(graph, normalized(graph, rows, names.attentionNorm()), names.inwardLayer());
                Rows taken = graph.attention(projected, EncoderNames.HEADS, mask);
                rows = graph.sum(rows, linear(graph, taken, names.outwardLayer()));
                Rows wide = graph.gelu(linear(graph, normalized(graph, rows, names.feedForwardNorm()),
                        names.wideningLayer()));
                rows = graph.sum(rows, linear(graph, wide, names.narrowingLayer()));
            }
            return normalized(graph, rows, names.lastNorm());
        }

        private Rows durations(LayerGraph graph, Rows encoded, Mask mask) {
            String convolution = ProsodyNames.DURATION_CONVOLUTION;
            float[] bias = weights.floats(convolution + ".bias");
            Rows convolved = graph.convolution(graph.masked(encoded, mask),
                    weights.weight(convolution + ".weight").floats(bias.length, encoded.channels(), DURATION_TAPS),
                    bias,
                    DURATION_TAPS, 1, 1);
            return pointwise(graph, graph.gelu(convolved), ProsodyNames.DURATION_OUTPUT, 1);
        }

        OnnxGraph decoder() {
            LayerGraph graph = new LayerGraph();
            Rows rows = graph.rows("steps", weights.size(ProsodyNames.INPUT + ".bias"));
            Mask mask = graph.mask("mask");
            for (ProsodyNames.DilatedBlock block : ProsodyNames.blocks(weights)) {
                rows = block(graph, rows, mask, block.names(), block.dilation());
            }
            graph.output(pointwise(graph, rows, ProsodyNames.OUTPUT, CONTOUR), "contour");
            return graph.build();
        }

        private Rows block(LayerGraph graph, Rows rows, Mask mask, EncoderNames.Block names, int dilation) {
            String name = names.name();
            int channels = rows.channels();
            Weight depthwise = weights.weight(name + ".dw.weight");
            int kernel = Math.toIntExact(depthwise.shape().getLast());
            Rows convolved = graph.convolution(graph.masked(rows, mask), depthwise.floats(channels, 1, kernel),
                    weights.floats(name + ".dw.bias"), kernel, channels, dilation);
            Rows wide = graph.gelu(linear(graph, normalized(graph, convolved, name + ".norm"),
                    new LayerName(names.first(), name + ".pw1.bias")));
            Rows narrow = linear(graph, wide, new LayerName(names.second(), name + ".pw2.bias"));
            return graph.sum(rows, graph.scaled(narrow, weights.floats(name + ".gamma")));
        }

        private Rows normalized(LayerGraph graph, Rows rows, String name) {
            return graph.normalized(rows, weights.floats(name + ".weight"), weights.floats(name + ".bias"));
        }

        private Rows linear(LayerGraph graph, Rows rows, LayerName name) {
            float[] bias = weights.floats(name.bias());
            return graph.linear(rows, weights.dequantized(name.matrix(), rows.channels(), bias.length), bias);
        }

        /** A convolution over one row alone, {@code [outer][inner][1]}. */
        private Rows pointwise(LayerGraph graph, Rows rows, String name, int outer) {
            float[] transposed = weights.weight(name + ".weight").floats(outer, rows.channels(), 1);
            float[] matrix = new float[transposed.length];
            for (int to = 0; to < outer; to++) {
                for (int from = 0; from < rows.channels(); from++) {
                    matrix[from * outer + to] = transposed[to * rows.channels() + from];
                }
            }
            return graph.linear(rows, matrix, weights.floats(name + ".bias"));
        }
    }
}
