package dev.sixtyfold.inference.graph;

import dev.sixtyfold.inference.InferenceException;
import dev.sixtyfold.inference.graph.FrameAnalysis.Change;
import dev.sixtyfold.inference.graph.onnx.AttributeProto;
import dev.sixtyfold.inference.graph.onnx.GraphProto;
import dev.sixtyfold.inference.graph.onnx.NodeProto;
import dev.sixtyfold.inference.graph.onnx.OperatorSetIdProto;
import dev.sixtyfold.inference.graph.onnx.TensorShapeProto;
import dev.sixtyfold.inference.graph.onnx.ValueInfoProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a graph of convolutions over frames, with a finite receptive field, into one that runs over an utterance block by
 * block and computes nothing twice.
 *
 * <p>A convolution that looks ahead cannot yield a frame before the frames after it are there. Here its output simply
 * comes later: each convolution gets the past frames it needs as a state in place of padding, and its output lags its
 * input by the zeros it used to pad at the end. Where paths of different lag meet again, as a residual connection and the
 * block that it goes around, the earlier one is taken from the past frames of its tensor. Padding put zeros around the
 * utterance before each convolution, so a mask does that here.
 *
 * <p>The result differs from the whole graph's only where a node takes something from all frames it sees: the scale of a
 * dynamic quantiser is that of the block.
 */
public final class StatefulConvolutions {

    private static final String MASK = "mask";
    /** Slice takes its bounds as inputs since then. */
    private static final long OLDEST_OPERATOR_SET = 10;

    private final GraphProto source;
    private final FrameAnalysis analysis;
    private final GraphAdditions result;
    private final String input;
    private final String mask;
    private final boolean masked;
    private final int maskLead;
    private final Map<Integer, String> masksByDelay = new HashMap<>();
    private final Map<String, String> withPast = new HashMap<>();
    private final List<StatefulGraph.State> states = new ArrayList<>();

    private StatefulConvolutions(GraphProto source, FrameAnalysis analysis) {
        this.source = source;
        this.analysis = analysis;
        this.result = new GraphAdditions(source);
        this.mask = result.name(MASK);
        this.input = source.getInput(0).getName();
        List<String> maskedTensors = analysis.pastFrames().keySet().stream().filter(this::isMasked).toList();
        this.masked = !maskedTensors.isEmpty();
        this.maskLead = maskedTensors.stream().mapToInt(tensor -> analysis.frames(tensor).delay()).max().orElse(0);
    }

    /**
     * Rewrites a graph with one input {@code [N, channels, frames]} of floats and one output. The states of the result
     * are called {@code state0}, {@code state1}, … and {@code next_state0}, …, in the order in which the graph computes
     * the tensors they hold; its mask is called {@code mask}.
     *
     * @throws InferenceException
     *             if the graph has other inputs or outputs, if a node mixes frames in another way than a convolution of
     *             stride 1 that keeps their number (the message names the node), or if no convolution needs a state
     */
    public static StatefulGraph rewrite(OnnxGraph graph) {
        GraphProto source = graph.model().getGraph();
        if (graph.inputs().size() != 1 || graph.outputs().size() != 1) {
            throw new InferenceException("a graph to be computed block by block has one input and one output, not "
                    + graph.inputs() + " and " + graph.outputs());
        }
        for (OperatorSetIdProto operators : graph.model().getOpsetImportList()) {
            if (operators.getDomain().isEmpty() && operators.getVersion() < OLDEST_OPERATOR_SET) {
                throw new InferenceException("the graph uses operator set " + operators.getVersion() + "; "
                        + OLDEST_OPERATOR_SET + " or newer is needed to compute it block by block");
            }
        }
        String input = graph.inputs().getFirst();
        String output = graph.outputs().getFirst();
        FrameAnalysis analysis = new FrameAnalysis(source, input, inputChannels(source.getInput(0)));
        if (analysis.pastFrames().isEmpty()) {
            throw new InferenceException("no convolution of the graph sees more than one frame: it needs no state");
        }
        StatefulConvolutions rewrite = new StatefulConvolutions(source, analysis);
        OnnxGraph rewritten = new OnnxGraph(
                graph.model().toBuilder().setGraph(rewrite.graph(output)).build());
        return new StatefulGraph(rewritten, analysis.frames(output).delay(), rewrite.masked, rewrite.maskLead,
                rewrite.states);
    }

    /** As the graph records them; where it does not, the convolution that reads them tells. */
    private static int inputChannels(ValueInfoProto input) {
        TensorShapeProto shape = input.getType().getTensorType().getShape();
        if (shape.getDimCount() == 0) {
            return 1;
        }
        if (shape.getDimCount() != 3) {
            throw new InferenceException("the graph's input " + input.getName() + " has " + shape.getDimCount()
                    + " axes, not [N, channels, frames]");
        }
        return Math.max(1, Math.toIntExact(shape.getDim(1).getDimValue()));
    }

    private GraphProto graph(String output) {
        keepPastOf(input);
        List<Change> changes = analysis.changes();
        for (int i = 0; i < changes.size(); i++) {
            NodeProto node = source.getNode(i);
            result.add(switch (changes.get(i)) {
                case Change.Convolve change -> convolution(node, change.reach());
                case Change.Align change -> aligned(node, change.delays());
            });
            node.getOutputList().forEach(this::keepPastOf);
        }

        // Shapes that were recorded for the whole utterance no longer hold.
        GraphProto.Builder graph = source.toBuilder().clearNode().addAllNode(result.nodes())
                .addAllInitializer(result.constants()).clearInput().clearOutput().clearValueInfo();
        FrameTensor in = analysis.frames(input);
        FrameTensor out = analysis.frames(output);
        int outputType = source.getOutput(0).getType().getTensorType().getElemType();
        graph.addInput(GraphAdditions.describe(input, GraphAdditions.FLOAT, List.of("N", in.channels(), "n")));
        graph.addOutput(GraphAdditions.describe(output, outputType == 0 ? GraphAdditions.FLOAT : outputType,
                out.timeAxis() == 2 ? List.of("N", out.channels(), "n") : List.of("N", "n", out.channels())));
        if (masked) {
            graph.addInput(GraphAdditions.describe(mask, GraphAdditions.FLOAT, List.of("N", 1, "n+" + maskLead)));
        }
        for (StatefulGraph.State state : states) {
            List<?> shape = state.framesLast()
                    ? List.of("N", state.channels(), state.frames())
                    : List.of("N", state.frames(), state.channels());
            graph.addInput(GraphAdditions.describe(state.input(), GraphAdditions.FLOAT, shape));
            graph.addOutput(GraphAdditions.describe(state.output(), GraphAdditions.FLOAT, shape));
        }
        return graph.build();
    }

    /** Puts the past frames of a tensor before those of the block, where later nodes need them. */
    private void keepPastOf(String tensor) {
        Integer frames = analysis.pastFrames().get(tensor);
        if (frames == null) {
            return;
        }
        FrameTensor kept = analysis.frames(tensor);
        int axis = kept.timeAxis();
        String state = result.name("state" + states.size());
        String nextState = result.name("next_state" + states.size());
        String block = isMasked(tensor)
                ? result.product(tensor, maskFor(kept.delay()), result.name(tensor + "/masked"))
                : tensor;
        String all = result.concatenation(state, block, axis, result.name(tensor + "/with_past"));
        result.slice(all, -frames, GraphAdditions.TO_THE_END, axis, nextState);
        withPast.put(tensor, all);
        states.add(new StatefulGraph.State(state, nextState, kept.channels(), frames, axis == 2));
    }

    /** The caller pads the input with zeros itself. */
    private boolean isMasked(String tensor) {
        return analysis.isConvolved(tensor) && !tensor.equals(input);
    }

    private String maskFor(int delay) {
        return masksByDelay.computeIfAbsent(delay, late -> result.slice(mask, maskLead - late,
                late == 0 ? GraphAdditions.TO_THE_END : -late, 2, result.name("mask/late" + late)));
    }

    private NodeProto convolution(NodeProto node, int reach) {
        if (reach == 0) {
            return node;
        }
        String tensor = node.getInput(0);
        String read = withPast.getOrDefault(tensor, tensor);
        if (analysis.pastFrames().getOrDefault(tensor, reach) > reach) {
            // Another node needs more of the past than this one.
            read = result.slice(read, reach(tensor) - reach, GraphAdditions.TO_THE_END, 2,
                    result.name(tensor + "/past" + reach));
        }
        NodeProto.Builder unpadded = node.toBuilder().setInput(0, read).clearAttribute();
        for (AttributeProto attribute : node.getAttributeList()) {
            if (!attribute.getName().equals("pads") && !attribute.getName().equals("auto_pad")) {
                unpadded.addAttribute(attribute);
            }
        }
        return unpadded.build();
    }

    private NodeProto aligned(NodeProto node, Map<String, Integer> delays) {
        Map<String, String> late = new HashMap<>();
        delays.forEach((tensor, delay) -> {
            int axis = analysis.frames(tensor).timeAxis();
            late.put(tensor, result.slice(withPast.getOrDefault(tensor, tensor), reach(tensor) - delay, -delay, axis,
                    result.name(tensor + "/late" + delay)));
        });
        return late.isEmpty() ? node : NodeNames.renamed(node, late);
    }

    private int reach(String tensor) {
        return analysis.pastFrames().getOrDefault(tensor, 0);
    }
}
