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
import java.util.Objects;

/**
 * Turns a graph of convolutions over frames, with a finite receptive field, into one that runs over an utterance block by
 * block and computes nothing twice, and nothing for nothing.
 *
 * <p>A convolution that looks ahead cannot yield a frame before the frames after it are there. Here its output simply
 * comes later: each convolution gets the past frames it needs as a state, and its output lags its input by the frames that
 * it looks ahead. So the first block comes out shorter than it went in: each convolution begins with the zeros that it
 * used to pad before the utterance. And the last one comes out longer: each convolution gets the zeros that it used to pad
 * after the utterance as a tail. Where paths of different lag meet again, as a residual connection and the block that it
 * goes around, the earlier one is taken from the past frames of its tensor.
 *
 * <p>The result differs from the whole graph's only where a node takes something from all frames it sees: the scale of a
 * dynamic quantiser is that of the block.
 */
public final class StatefulConvolutions {

    private static final String TAIL = "tail";
    /** Slice takes its bounds as inputs since then, and Unsqueeze its axes. */
    private static final long OLDEST_OPERATOR_SET = 13;

    private final GraphProto source;
    private final FrameAnalysis analysis;
    private final GraphAdditions result;
    private final String input;
    private final String tail;
    private final int furthest;
    private final Map<String, Map<Window, String>> surrounded = new HashMap<>();
    private final Map<List<Integer>, String> tails = new HashMap<>();
    private final List<StatefulGraph.State> states = new ArrayList<>();

    private StatefulConvolutions(GraphProto source, FrameAnalysis analysis) {
        this.source = source;
        this.analysis = analysis;
        this.result = new GraphAdditions(source);
        this.tail = result.name(TAIL);
        this.input = source.getInput(0).getName();
        this.furthest = analysis.furthestLookAhead();
    }

    /**
     * Rewrites a graph with one input {@code [N, channels, frames]} of floats and one output. The states of the result
     * are called {@code state0}, {@code state1}, … and {@code next_state0}, …, in the order in which the graph computes
     * the tensors they hold; its tail is called {@code tail}.
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
        StatefulConvolutions rewrite = new StatefulConvolutions(source, analysis);
        OnnxGraph rewritten = new OnnxGraph(
                graph.model().toBuilder().setGraph(rewrite.graph(output)).build());
        if (rewrite.states.isEmpty()) {
            throw new InferenceException("no convolution of the graph sees more than one frame: it needs no state");
        }
        return new StatefulGraph(rewritten, analysis.frames(output).delay(), rewrite.furthest, rewrite.states);
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
        surround(input);
        List<Change> changes = analysis.changes();
        for (int i = 0; i < changes.size(); i++) {
            NodeProto node = source.getNode(i);
            result.add(switch (changes.get(i)) {
                case Change.Convolve change -> convolution(node, change);
                case Change.Align change -> aligned(node, change.delays());
            });
            node.getOutputList().forEach(this::surround);
        }

        // Shapes that were recorded for the whole utterance no longer hold.
        List<String> outputs = new ArrayList<>(List.of(output));
        states.forEach(state -> outputs.add(state.output()));
        GraphProto.Builder graph = source.toBuilder().clearNode().addAllNode(LiveNodes.of(result.nodes(), outputs))
                .addAllInitializer(result.constants()).clearInput().clearOutput().clearValueInfo();
        FrameTensor in = analysis.frames(input);
        FrameTensor out = analysis.frames(output);
        int outputType = source.getOutput(0).getType().getTensorType().getElemType();
        graph.addInput(GraphAdditions.describe(input, GraphAdditions.FLOAT, List.of("N", in.channels(), "n")));
        graph.addOutput(GraphAdditions.describe(output, outputType == 0 ? GraphAdditions.FLOAT : outputType,
                out.timeAxis() == 2 ? List.of("N", out.channels(), "m") : List.of("N", "m", out.channels())));
        graph.addInput(GraphAdditions.describe(tail, GraphAdditions.FLOAT, List.of("N", "t")));
        for (StatefulGraph.State state : states) {
            graph.addInput(GraphAdditions.describe(state.input(), GraphAdditions.FLOAT, shape(state, "before")));
            graph.addOutput(GraphAdditions.describe(state.output(), GraphAdditions.FLOAT, shape(state, "after")));
        }
        return graph.build();
    }

    private static List<?> shape(StatefulGraph.State state, String frames) {
        String length = state.input() + "/" + frames;
        return state.framesLast()
                ? List.of("N", state.channels(), length)
                : List.of("N", length, state.channels());
    }

    /** Puts the past frames of a tensor before those of the block, and the tail after them, where later nodes look there. */
    private void surround(String tensor) {
        for (Window window : analysis.windows(tensor)) {
            FrameTensor kept = analysis.frames(tensor);
            int axis = kept.timeAxis();
            String state = result.name("state" + states.size());
            String nextState = result.name("next_state" + states.size());
            String withPast = result.concatenation(List.of(state, tensor), axis, result.name(tensor + "/with_past"));
            result.slice(withPast, -window.reach(), GraphAdditions.TO_THE_END, axis, nextState);
            states.add(new StatefulGraph.State(state, nextState, kept.channels(),
                    new StatefulGraph.Past(window.lookBehind(), window.reach()), axis == 2));
            String whole = window.lookAhead() == 0
                    ? withPast
                    : result.concatenation(List.of(withPast, tailOf(kept, window.lookAhead())), axis,
                            result.name(tensor + "/with_tail"));
            surrounded.computeIfAbsent(tensor, absent -> new HashMap<>()).put(window, whole);
        }
    }

    /** As many zeros after the utterance as a convolution pads there; none in any other block. */
    private String tailOf(FrameTensor tensor, int lookAhead) {
        return tails.computeIfAbsent(List.of(lookAhead, tensor.timeAxis(), tensor.channels()), absent -> {
            String name = result.name(TAIL + "/" + lookAhead + "x" + tensor.channels());
            String zeros = lookAhead == furthest
                    ? tail
                    : result.slice(tail, 0, lookAhead, 1, result.name(name + "/frames"));
            String column = result.unsqueezed(zeros, tensor.channelAxis(), result.name(name + "/column"));
            List<Long> channels = tensor.timeAxis() == 2
                    ? List.of(1L, (long) tensor.channels(), 1L)
                    : List.of(1L, 1L, (long) tensor.channels());
            return result.expanded(column, channels, name);
        });
    }

    private NodeProto convolution(NodeProto node, Change.Convolve change) {
        String tensor = node.getInput(0);
        String read = surrounded(change.kept(), change.window());
        if (!change.kept().equals(tensor)) {
            read = result.transposed(read, result.name(tensor + "/with_past"));
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
            Window window = analysis.windowForWait(tensor, delay);
            late.put(tensor, result.slice(surrounded(tensor, window), window.lookBehind(), -delay,
                    analysis.frames(tensor).timeAxis(), result.name(tensor + "/late" + delay)));
        });
        return late.isEmpty() ? node : NodeNames.renamed(node, late);
    }

    private String surrounded(String tensor, Window window) {
        return Objects.requireNonNull(Objects.requireNonNull(surrounded.get(tensor)).get(window));
    }
}
