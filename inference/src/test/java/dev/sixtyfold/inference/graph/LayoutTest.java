package dev.sixtyfold.inference.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.inference.InferenceRuntime;
import dev.sixtyfold.inference.Network;
import dev.sixtyfold.inference.NetworkOptions;
import dev.sixtyfold.inference.Tensor;
import dev.sixtyfold.inference.graph.onnx.NodeProto;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link FrameMajorLayout} and {@link PlanarConvolutions} change how a graph computes, not what. */
class LayoutTest {

    private static final int CHANNELS = 16;
    private static final int FRAMES = 37;

    @TempDir
    Path directory;

    /** A convolution, then two blocks of convolution, turn, normalisation, turn and residual sum. */
    private static OnnxGraph blocks() {
        GraphSketch sketch = new GraphSketch().input("x", "N", CHANNELS, "F").output("y").convolution("in", "x",
                CHANNELS, CHANNELS, 7, 1, GraphSketch.integers("pads", 3, 3));
        String last = "in";
        for (String block : List.of("a/", "b/")) {
            sketch.convolution(block + "conv", last, CHANNELS, CHANNELS, 5, CHANNELS,
                    GraphSketch.integers("pads", 4, 4),
                    GraphSketch.integers("dilations", 2)).transpose(block + "turned", block + "conv")
                    .weight(block + "gain", 1, CHANNELS).weight(block + "bias", 1, CHANNELS)
                    .operation("LayerNormalization", block + "norm",
                            List.of(block + "turned", block + "gain", block + "bias"), GraphSketch.integer("axis", -1))
                    .transpose(block + "back", block + "norm")
                    .operation("Add", block + "sum", List.of(last, block + "back"));
            last = block + "sum";
        }
        return sketch.transpose("y", last).build();
    }

    @Test
    void rowsLeaveTurnsOnlyAroundConvolutions() {
        OnnxGraph rewritten = FrameMajorLayout.rewrite(blocks());

        assertSameValues(blocks(), rewritten);
        assertThat(count(rewritten, "Transpose")).as("one before and one after each of three, and one of the input")
                .isEqualTo(7);
        for (NodeProto node : rewritten.model().getGraph().getNodeList()) {
            if (node.getOpType().equals("Add")) {
                assertThat(node.getInputList()).as("summed in rows").doesNotContain("in", "a/sum");
            }
        }
    }

    @Test
    void convolutionsBetweenTurnsBecomePlanar() {
        OnnxGraph rewritten = PlanarConvolutions.rewrite(FrameMajorLayout.rewrite(blocks()));

        assertSameValues(blocks(), rewritten);
        assertThat(rewritten.model().getGraph().getInitializerList())
                .filteredOn(weight -> weight.getName().endsWith("weight")).hasSize(3)
                .allSatisfy(weight -> assertThat(weight.getDimsList()).hasSize(4));
    }

    @Test
    void aConvolutionWhoseColumnsAreReadElsewhereStaysOnALine() {
        OnnxGraph graph = new GraphSketch().input("x", "N", CHANNELS, "F").output("y")
                .convolution("conv", "x", CHANNELS, CHANNELS, 3, 1, GraphSketch.integers("pads", 1, 1))
                .operation("Relu", "y", List.of("conv")).build();

        OnnxGraph rewritten = PlanarConvolutions.rewrite(graph);

        assertSameValues(graph, rewritten);
        assertThat(rewritten.nodeCount()).isEqualTo(graph.nodeCount());
    }

    private void assertSameValues(OnnxGraph expected, OnnxGraph actual) {
        float[] input = new float[CHANNELS * FRAMES];
        Random random = new Random(1);
        for (int i = 0; i < input.length; i++) {
            input[i] = (float) random.nextGaussian();
        }
        assertThat(run(actual, input)).containsExactly(run(expected, input), Offset.offset(1e-5f));
    }

    private float[] run(OnnxGraph graph, float[] input) {
        graph.write(directory.resolve("graph.onnx"));
        try (Network network = InferenceRuntime.open(Path.of("target", "test-cache")).load(
                directory.resolve("graph.onnx"), NetworkOptions.CPU)) {
            Tensor.Floats output = (Tensor.Floats) network
                    .run(List.of(Tensor.floats("x", input, 1, CHANNELS, FRAMES))).getFirst();
            return output.values();
        }
    }

    private static long count(OnnxGraph graph, String type) {
        return graph.model().getGraph().getNodeList().stream().filter(node -> node.getOpType().equals(type)).count();
    }
}
