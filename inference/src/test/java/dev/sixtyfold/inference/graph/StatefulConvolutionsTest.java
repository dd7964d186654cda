package dev.sixtyfold.inference.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sixtyfold.inference.InferenceException;
import dev.sixtyfold.inference.InferenceRuntime;
import dev.sixtyfold.inference.Network;
import dev.sixtyfold.inference.NetworkOptions;
import dev.sixtyfold.inference.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StatefulConvolutionsTest {

    private static final int CHANNELS = 5;
    private static final List<List<Integer>> SCHEDULES = List.of(List.of(1), List.of(3), List.of(16), List.of(64),
            List.of(48, 16, 32), List.of(2, 1, 7, 30));
    private static final int[] LENGTHS = {1, 2, 5, 12, 27, 28, 61, 130};

    @TempDir
    Path directory;

    /** Chains that differ in what has to be aligned, masked or kept, and whether their output has its frames last. */
    static Stream<Arguments> chains() {
        return Stream.of(Arguments.of("normalised blocks", nextBlocks(), false),
                Arguments.of("normalised blocks in rows", FrameMajorLayout.rewrite(nextBlocks()), false),
                Arguments.of("dilated residuals", dilatedResiduals(), true),
                Arguments.of("dilated residuals in rows", FrameMajorLayout.rewrite(dilatedResiduals()), true),
                Arguments.of("uneven padding", unevenPadding(), true),
                Arguments.of("side by side", sideBySide(), true));
    }

    private static GraphSketch from(int channels) {
        return new GraphSketch().input("x", "N", channels, "F").output("y");
    }

    /** A wide convolution, blocks with residuals that normalise and multiply over channels, a head. */
    private static OnnxGraph nextBlocks() {
        GraphSketch sketch = from(CHANNELS).convolution("in", "x", CHANNELS, 8, 7, 1,
                GraphSketch.integers("pads", 3, 3));
        String last = "in";
        for (int i = 0; i < 4; i++) {
            String block = "block" + i + "/";
            sketch.convolution(block + "conv", last, 8, 8, 7, 8, GraphSketch.integers("pads", 3, 3))
                    .transpose(block + "turned", block + "conv").weight(block + "gain", 1, 8)
                    .weight(block + "bias", 1, 8)
                    .operation("LayerNormalization", block + "norm",
                            List.of(block + "turned", block + "gain", block + "bias"), GraphSketch.integer("axis", -1))
                    .weight(block + "up", 0.5f, 8, 16).weight(block + "down", 0.5f, 16, 8)
                    .operation("MatMul", block + "wide", List.of(block + "norm", block + "up"))
                    .operation("Tanh", block + "bent", List.of(block + "wide"))
                    .operation("MatMul", block + "narrow", List.of(block + "bent", block + "down"))
                    .transpose(block + "back", block + "narrow")
                    .operation("Add", block + "sum", List.of(last, block + "back"));
            last = block + "sum";
        }
        return sketch.transpose("turned", last).weight("head", 0.5f, 8, 11)
                .operation("MatMul", "y", List.of("turned", "head")).build();
    }

    /** Residuals around an activation and two dilated convolutions, so that the sum needs more past than a convolution. */
    private static OnnxGraph dilatedResiduals() {
        GraphSketch sketch = from(CHANNELS).convolution("in", "x", CHANNELS, 6, 5, 1,
                GraphSketch.text("auto_pad", "SAME_UPPER"));
        String last = "in";
        for (int dilation : new int[]{1, 3}) {
            String block = "block" + dilation + "/";
            sketch.operation("LeakyRelu", block + "bent", List.of(last))
                    .convolution(block + "wide", block + "bent", 6, 6, 3, 1,
                            GraphSketch.integers("pads", dilation, dilation),
                            GraphSketch.integers("dilations", dilation))
                    .operation("LeakyRelu", block + "bent2", List.of(block + "wide"))
                    .convolution(block + "plain", block + "bent2", 6, 6, 3, 1, GraphSketch.integers("pads", 1, 1))
                    .operation("Add", block + "sum", List.of(block + "plain", last));
            last = block + "sum";
        }
        return sketch.convolution("y", last, 6, 2, 1, 1).build();
    }

    /** Causal, even-sized and late paddings, and a tensor that convolutions of different reach share. */
    private static OnnxGraph unevenPadding() {
        return from(CHANNELS).convolution("causal", "x", CHANNELS, 4, 4, 1, GraphSketch.integers("pads", 3, 0))
                .convolution("short", "causal", 4, 4, 2, 2, GraphSketch.text("auto_pad", "SAME_UPPER"))
                .convolution("long", "causal", 4, 4, 6, 4, GraphSketch.integers("pads", 0, 5))
                .operation("Mul", "product", List.of("short", "long"))
                .operation("Sub", "y", List.of("product", "causal"))
                .build();
    }

    /** Channels of different lag side by side, in the layout with channels last, and the input itself added late. */
    private static OnnxGraph sideBySide() {
        return from(CHANNELS).convolution("a", "x", CHANNELS, 3, 5, 1, GraphSketch.integers("pads", 2, 2))
                .operation("Relu", "bent", List.of("a"))
                .convolution("b", "bent", 3, 4, 3, 1, GraphSketch.integers("pads", 1, 1))
                .transpose("aTurned", "a").transpose("bTurned", "b")
                .operation("Concat", "both", List.of("aTurned", "bTurned"), GraphSketch.integer("axis", -1))
                .transpose("bothBack", "both")
                .convolution("c", "bothBack", 7, CHANNELS, 3, 1, GraphSketch.integers("pads", 1, 1))
                .operation("Add", "y", List.of("c", "x")).build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("chains")
    void blocksOfAnyScheduleEqualTheWholeRun(String name, OnnxGraph whole, boolean framesLast) {
        InferenceRuntime runtime = InferenceRuntime.open(Path.of("target", "test-cache"));
        StatefulGraph stateful = StatefulConvolutions.rewrite(whole);
        whole.write(directory.resolve("whole.onnx"));
        PlanarConvolutions.rewrite(stateful.graph()).write(directory.resolve("stateful.onnx"));
        try (Network reference = runtime.load(directory.resolve("whole.onnx"), NetworkOptions.CPU);
                Network network = runtime.load(directory.resolve("stateful.onnx"), NetworkOptions.CPU)) {
            BlockRun blocks = new BlockRun(stateful, network, CHANNELS);
            for (int length : LENGTHS) {
                float[] input = new float[CHANNELS * length];
                Random random = new Random(length);
                for (int i = 0; i < input.length; i++) {
                    input[i] = (float) random.nextGaussian();
                }
                Tensor.Floats expected = (Tensor.Floats) reference
                        .run(List.of(Tensor.floats("x", input, 1, CHANNELS, length))).getFirst();
                for (List<Integer> schedule : SCHEDULES) {
                    float[] actual = blocks.run(input, length, schedule, framesLast);

                    assertThat(actual).as("%s: %d frames in blocks of %s", name, length, schedule)
                            .hasSize(expected.values().length);
                    for (int i = 0; i < actual.length; i++) {
                        assertThat(actual[i]).as("value %d of %d frames in blocks of %s", i, length, schedule)
                                .isCloseTo(expected.values()[i], within(1e-4f));
                    }
                }
            }
        }
    }

    @Test
    void statesFollowTheChainAndTheDelayIsTheSumOfWhatIsLookedAheadTo() {
        StatefulGraph stateful = StatefulConvolutions.rewrite(nextBlocks());

        assertThat(stateful.delay()).isEqualTo(15);
        assertThat(stateful.tail()).isEqualTo(3);
        assertThat(stateful.states()).extracting(StatefulGraph.State::channels).containsExactly(CHANNELS, 8, 8, 8, 8);
        assertThat(stateful.states()).extracting(StatefulGraph.State::past).containsOnly(new StatefulGraph.Past(3, 6));
        assertThat(stateful.graph().inputs()).containsExactly("x", "tail", "state0", "state1", "state2", "state3",
                "state4");
        assertThat(stateful.graph().outputs()).containsExactly("y", "next_state0", "next_state1", "next_state2",
                "next_state3", "next_state4");
    }

    @Test
    void aTensorThatIsOnlyAddedLateIsKeptWithoutPadding() {
        StatefulGraph stateful = StatefulConvolutions.rewrite(dilatedResiduals());

        assertThat(stateful.delay()).isEqualTo(2 + (1 + 1) + (3 + 1));
        assertThat(stateful.states()).extracting(state -> state.past().later()).containsExactly(4, 2, 2, 2, 4, 6, 2);
        assertThat(stateful.states()).extracting(state -> state.past().atStart()).containsExactly(2, 0, 1, 1, 0, 3, 1);
    }

    @Test
    void aCausalConvolutionHasNoDelay() {
        OnnxGraph single = from(CHANNELS).convolution("y", "x", CHANNELS, 2, 3, 1, GraphSketch.integers("pads", 2, 0))
                .build();

        StatefulGraph stateful = StatefulConvolutions.rewrite(single);

        assertThat(stateful.delay()).isZero();
        assertThat(stateful.tail()).isZero();
        assertThat(stateful.states()).extracting(StatefulGraph.State::past).containsOnly(new StatefulGraph.Past(2, 2));
    }

    @Test
    void namesThatTheGraphUsesAreLeftToIt() {
        OnnxGraph graph = from(CHANNELS).convolution("tail", "x", CHANNELS, 4, 3, 1, GraphSketch.integers("pads", 1, 1))
                .convolution("state0", "tail", 4, 4, 3, 1, GraphSketch.integers("pads", 1, 1))
                .operation("Relu", "y", List.of("state0")).build();

        StatefulGraph stateful = StatefulConvolutions.rewrite(graph);

        assertThat(stateful.graph().inputs()).containsExactly("x", "tail_2", "state0_2", "state1");
    }

    @Test
    void aNodeThatMixesFramesIsNamed() {
        assertRefused(from(CHANNELS).convolution("y", "x", CHANNELS, 2, 3, 1), "node y (Conv)",
                "pads by [0, 0], which does not sum to the 2 frames");
        assertRefused(from(CHANNELS).convolution("y", "x", CHANNELS, 2, 3, 1, GraphSketch.integers("pads", 1, 1),
                GraphSketch.integers("strides", 2)), "node y (Conv)", "strides by [2] frames");
        assertRefused(from(CHANNELS).operation("GlobalAveragePool", "y", List.of("x")), "node y (GlobalAveragePool)",
                "no operation on single frames");
        assertRefused(from(CHANNELS).operation("Softmax", "y", List.of("x"), GraphSketch.integer("axis", -1)),
                "node y (Softmax)", "over the channels alone");
        assertRefused(from(CHANNELS).weight("w", 1, 3, 3).operation("MatMul", "y", List.of("x", "w")),
                "node y (MatMul)",
                "by a constant matrix");
        assertRefused(from(CHANNELS).weight("w", 1, 40).operation("Add", "y", List.of("x", "w")), "node y (Add)",
                "constant w of shape [40] is not the same for all frames");
        assertRefused(from(CHANNELS).transpose("turned", "x").operation("Add", "y", List.of("x", "turned")),
                "node y (Add)", "along different axes");
    }

    @Test
    void aGraphOfAnotherShapeIsRefused() {
        assertRefused(from(CHANNELS).input("speed", 1).operation("Mul", "y", List.of("x", "speed")),
                "one input and one output, not [x, speed] and [y]");
        assertRefused(from(CHANNELS).operation("Relu", "y", List.of("x")), "it needs no state");
        assertRefused(from(CHANNELS).operatorSet(12).operation("Relu", "y", List.of("x")),
                "operator set 12; 13 or newer");
        assertRefused(new GraphSketch().input("x", "N", "F").output("y").operation("Relu", "y", List.of("x")),
                "input x has 2 axes, not [N, channels, frames]");
    }

    private static void assertRefused(GraphSketch sketch, String... parts) {
        OnnxGraph graph = sketch.build();
        assertThatThrownBy(() -> StatefulConvolutions.rewrite(graph)).isInstanceOf(InferenceException.class)
                .message().contains(parts);
    }
}
