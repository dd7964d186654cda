package dev.sixtyfold.inference.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sixtyfold.inference.InferenceException;
import dev.sixtyfold.inference.graph.onnx.GraphProto;
import dev.sixtyfold.inference.graph.onnx.NodeProto;
import dev.sixtyfold.inference.graph.onnx.TensorProto;
import dev.sixtyfold.inference.graph.onnx.ValueInfoProto;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphCutTest {

    /** x -> a -> middle -> c -> y, with speed joining at c and a side output z of a. */
    private static GraphSketch sketch() {
        return new GraphSketch().input("x", "N", 2, "n").input("speed", 1).output("y", "N", 2, "n")
                .output("z", "N", 2, "n").weight("w", 1, 2, 1).weight("v", 1, 2, 1)
                .operation("Mul", "a", List.of("x", "w")).operation("Tanh", "middle", List.of("a"))
                .operation("Mul", "b", List.of("middle", "v")).operation("Mul", "y", List.of("b", "speed"))
                .operation("Neg", "z", List.of("a"));
    }

    private static GraphCut cut(List<String> inputs, List<String> outputs) {
        return new GraphCut(inputs.stream().map(Boundary::of).toList(), outputs.stream().map(Boundary::of).toList());
    }

    private static List<String> operations(OnnxGraph graph) {
        return graph.model().getGraph().getNodeList().stream().map(NodeProto::getName).toList();
    }

    private static List<String> weights(OnnxGraph graph) {
        return graph.model().getGraph().getInitializerList().stream().map(TensorProto::getName).toList();
    }

    @Test
    void keepsOnlyWhatLeadsFromTheInputsToTheOutputs() {
        OnnxGraph first = cut(List.of("x"), List.of("middle")).apply(sketch().build());

        assertThat(operations(first)).containsExactly("a", "middle");
        assertThat(weights(first)).containsExactly("w");
        assertThat(first.inputs()).containsExactly("x");
        assertThat(first.outputs()).containsExactly("middle");
    }

    @Test
    void boundariesGetTheirNewNamesEverywhere() {
        GraphCut cut = new GraphCut(List.of(new Boundary("middle", "hidden"), Boundary.of("speed")),
                List.of(new Boundary("y", "spectrum")));

        OnnxGraph second = cut.apply(sketch().build());

        assertThat(second.inputs()).containsExactly("hidden", "speed");
        assertThat(second.outputs()).containsExactly("spectrum");
        assertThat(second.model().getGraph().getNode(0).getInputList()).containsExactly("hidden", "v");
        assertThat(second.model().getGraph().getNode(1).getOutputList()).containsExactly("spectrum");
        assertThat(weights(second)).containsExactly("v");
    }

    @Test
    void anOutputMayBeReadWithinThePartUnderItsNewName() {
        OnnxGraph part = new GraphCut(List.of(Boundary.of("x")),
                List.of(new Boundary("middle", "hidden"), new Boundary("a", "early"))).apply(sketch().build());

        assertThat(part.outputs()).containsExactly("hidden", "early");
        assertThat(part.model().getGraph().getNode(1).getInputList()).containsExactly("early");
    }

    @Test
    void typesAndShapesOfTheBorderAreThoseThatTheGraphRecords() {
        OnnxGraph whole = sketch().build();
        ValueInfoProto recorded = GraphAdditions.describe("middle", 10, List.of("N", 2, "n"));
        OnnxGraph annotated = new OnnxGraph(whole.model().toBuilder()
                .setGraph(whole.model().getGraph().toBuilder().addValueInfo(recorded)).build());

        assertThat(cut(List.of("middle", "speed"), List.of("y")).apply(annotated).model().getGraph().getInput(0))
                .isEqualTo(recorded);
        assertThat(cut(List.of("middle", "speed"), List.of("y")).apply(whole).model().getGraph().getInput(0).getType()
                .getTensorType().getElemType()).as("floats where nothing is recorded").isEqualTo(1);
    }

    @Test
    void whatABranchReadsFromOutsideIsKeptAndRenamed() {
        GraphProto branch = GraphProto.newBuilder().setName("then")
                .addNode(NodeProto.newBuilder().setOpType("Mul").addInput("a").addInput("v").addOutput("inner"))
                .addOutput(ValueInfoProto.newBuilder().setName("inner")).build();
        OnnxGraph whole = new GraphSketch().input("x", "N", 2, "n").input("flag").output("y", "N", 2, "n")
                .weight("w", 1, 2, 1).weight("v", 1, 2, 1).operation("Mul", "a", List.of("x", "w"))
                .operation("If", "y", List.of("flag"), GraphSketch.body("then_branch", branch),
                        GraphSketch.body("else_branch", branch))
                .build();

        OnnxGraph all = cut(List.of("x", "flag"), List.of("y")).apply(whole);
        assertThat(operations(all)).containsExactly("a", "y");
        assertThat(weights(all)).containsExactly("w", "v");

        OnnxGraph late = new GraphCut(List.of(new Boundary("a", "hidden"), Boundary.of("flag")),
                List.of(Boundary.of("y"))).apply(whole);
        assertThat(operations(late)).containsExactly("y");
        assertThat(late.model().getGraph().getNode(0).getAttribute(0).getG().getNode(0).getInputList())
                .containsExactly("hidden", "v");
    }

    @Test
    void aTensorThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> cut(List.of("x"), List.of("middel")).apply(sketch().build()))
                .isInstanceOf(InferenceException.class).hasMessageContaining("output middel")
                .hasMessageContaining("no tensor of the graph");
        assertThatThrownBy(() -> cut(List.of("hiden", "speed"), List.of("y")).apply(sketch().build()))
                .isInstanceOf(InferenceException.class).hasMessageContaining("input hiden");
        assertThatThrownBy(() -> cut(List.of("x"), List.of("w")).apply(sketch().build()))
                .hasMessageContaining("output w of the cut is a constant");
        assertThatThrownBy(() -> cut(List.of("x"), List.of("speed")).apply(sketch().build()))
                .hasMessageContaining("output speed of the cut is an input of the graph");
    }

    @Test
    void anInputThatIsStillNeededIsNamed() {
        assertThatThrownBy(() -> cut(List.of("middle"), List.of("y")).apply(sketch().build()))
                .isInstanceOf(InferenceException.class).hasMessageContaining("still need")
                .hasMessageContaining("[speed]");
    }

    @Test
    void anInputThatNothingNeedsIsNamed() {
        assertThatThrownBy(() -> cut(List.of("x", "speed"), List.of("z")).apply(sketch().build()))
                .isInstanceOf(InferenceException.class).hasMessageContaining("no output of the cut needs")
                .hasMessageContaining("[speed]");
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        assertThatThrownBy(() -> new GraphCut(List.of(new Boundary("x", "w")), List.of(Boundary.of("middle")))
                .apply(sketch().build())).isInstanceOf(InferenceException.class)
                .hasMessageContaining("cannot call x w");
        assertThatThrownBy(() -> cut(List.of("x", "x"), List.of("y"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
    }

    @Test
    void aNodeIsNotCutThroughTheMiddle() {
        OnnxGraph whole = new GraphSketch().input("x", "N", 2, "n").output("y", "N", 2, "n")
                .node(NodeProto.newBuilder().setOpType("Split").setName("halves").addInput("x").addOutput("left")
                        .addOutput("right").build())
                .operation("Mul", "y", List.of("left", "right")).build();

        assertThatThrownBy(() -> cut(List.of("x", "left"), List.of("y")).apply(whole))
                .isInstanceOf(InferenceException.class).hasMessageContaining("through node halves");
    }
}
