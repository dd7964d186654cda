package dev.sixtyfold.inference.graph;

import dev.sixtyfold.inference.InferenceException;
import dev.sixtyfold.inference.graph.onnx.AttributeProto;
import dev.sixtyfold.inference.graph.onnx.GraphProto;
import dev.sixtyfold.inference.graph.onnx.NodeProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows the frames of a block through a graph: which tensors have a column for each frame, by how many frames each of
 * them lags the input once every convolution waits for the frames it looks ahead to, and which frames around those of the
 * block later nodes need.
 */
final class FrameAnalysis {

    /** Computed column by column, and their inputs broadcast. */
    private static final Set<String> POINTWISE = Set.of("Abs", "Add", "Cast", "Ceil", "Clip", "Cos", "Div", "Elu",
            "Erf",
            "Exp", "Floor", "Gelu", "HardSigmoid", "Identity", "LeakyRelu", "Log", "Max", "Mean", "Min", "Mul", "Neg",
            "PRelu", "Pow", "Reciprocal", "Relu", "Round", "Selu", "Sigmoid", "Sign", "Sin", "Softplus", "Softsign",
            "Sqrt", "Sub", "Sum", "Tanh", "Where");

    /** What the rewrite has to do to a node. */
    sealed interface Change {

        /**
         * Reads its first input with a window around it, and pads no more.
         *
         * @param kept
         *            the tensor whose frames the window is of: the first input, or what that is the transpose of
         */
        record Convolve(String kept, Window window) implements Change {}

        /** Reads the named inputs this many frames late, so that all its inputs are of the same frame. */
        record Align(Map<String, Integer> delays) implements Change {}
    }

    private final Map<String, FrameTensor> frames = new LinkedHashMap<>();
    private final Map<String, Set<Window>> windows = new HashMap<>();
    private final Map<String, Set<Integer>> waits = new HashMap<>();
    private final Map<String, String> transposes = new HashMap<>();
    private final Map<String, List<Long>> constantShapes = new HashMap<>();
    private final Set<String> blockScalars = new HashSet<>();
    private final List<Change> changes = new ArrayList<>();

    /**
     * @throws InferenceException
     *             naming the first node that mixes frames in another way than a convolution that keeps their number
     */
    FrameAnalysis(GraphProto graph, String input, int channels) {
        frames.put(input, new FrameTensor(0, 2, channels));
        graph.getInitializerList().forEach(weight -> constantShapes.put(weight.getName(), weight.getDimsList()));
        graph.getNodeList().forEach(node -> changes.add(follow(node)));
    }

    /** The change to each node, in the graph's order; an alignment without delays where nothing is to be done. */
    List<Change> changes() {
        return changes;
    }

    /** The tensor, if it has a column for each frame. */
    FrameTensor frames(String tensor) {
        FrameTensor found = frames.get(tensor);
        if (found == null) {
            throw new InferenceException("tensor " + tensor + " does not depend on the frames of the graph's input");
        }
        return found;
    }

    /** The windows that later nodes look at a tensor through. */
    Set<Window> windows(String tensor) {
        Set<Window> all = new LinkedHashSet<>(windows.getOrDefault(tensor, Set.of()));
        waits.getOrDefault(tensor, Set.of()).forEach(wait -> all.add(windowForWait(tensor, wait)));
        return all;
    }

    /** The window that also serves a node that takes the tensor {@code wait} frames late: a convolution's, if one fits. */
    Window windowForWait(String tensor, int wait) {
        return windows.getOrDefault(tensor, Set.of()).stream().filter(window -> window.lookAhead() == wait).findFirst()
                .orElse(new Window(wait, wait));
    }

    /** The furthest that any convolution looks ahead. */
    int furthestLookAhead() {
        int furthest = 0;
        for (String tensor : frames.keySet()) {
            for (Window window : windows(tensor)) {
                furthest = Math.max(furthest, window.lookAhead());
            }
        }
        return furthest;
    }

    private Change follow(NodeProto node) {
        Set<String> moving = new LinkedHashSet<>(NodeNames.readBy(node));
        moving.retainAll(frames.keySet());
        if (moving.isEmpty()) {
            followConstants(node);
            return new Change.Align(Map.of());
        }
        if (node.getDomain().isEmpty() || node.getDomain().equals("ai.onnx")) {
            switch (node.getOpType()) {
                case "Conv" -> {
                    return convolution(node);
                }
                case "DynamicQuantizeLinear" -> {
                    // One scale for all frames of a block: the caller's choice of blocks is part of the result.
                    frames.put(node.getOutput(0), frames(node.getInput(0)));
                    blockScalars.addAll(node.getOutputList().subList(1, node.getOutputCount()));
                    return new Change.Align(Map.of());
                }
                case "QuantizeLinear", "DequantizeLinear" -> {
                    requireScalars(node);
                    frames.put(node.getOutput(0), frames(node.getInput(0)));
                    return new Change.Align(Map.of());
                }
                case "Transpose" -> {
                    frames.put(node.getOutput(0), transposed(node));
                    return new Change.Align(Map.of());
                }
                case "LayerNormalization", "Softmax", "LogSoftmax" -> {
                    frames.put(node.getOutput(0), normalized(node));
                    return new Change.Align(Map.of());
                }
                case "MatMul", "MatMulInteger" -> {
                    frames.put(node.getOutput(0), multiplied(node, moving));
                    return new Change.Align(Map.of());
                }
                case "Concat" -> {
                    return concatenation(node, moving);
                }
                default -> {
                    if (POINTWISE.contains(node.getOpType())) {
                        return pointwise(node, moving);
                    }
                }
            }
        }
        throw UnsupportedNode.because(node, "it is no operation on single frames, nor a convolution over them");
    }

    private void followConstants(NodeProto node) {
        if (node.getInputList().stream().anyMatch(blockScalars::contains)) {
            if (!POINTWISE.contains(node.getOpType())) {
                throw UnsupportedNode.because(node, "it computes with a quantiser's scale in a way that is not known");
            }
            blockScalars.addAll(node.getOutputList());
        } else if (node.getOpType().equals("Constant")) {
            for (AttributeProto attribute : node.getAttributeList()) {
                if (attribute.hasT()) {
                    constantShapes.put(node.getOutput(0), attribute.getT().getDimsList());
                }
            }
        }
    }

    private Change convolution(NodeProto node) {
        String input = node.getInput(0);
        FrameTensor in = frames.get(input);
        List<Long> weightShape = constantShapes.get(node.getInput(1));
        if (in == null || weightShape == null) {
            throw UnsupportedNode.because(node, "its weights " + node.getInput(1) + " are not constant");
        }
        if (in.timeAxis() != 2) {
            throw UnsupportedNode.because(node,
                    "it does not run over the frames, which lie along axis " + in.timeAxis());
        }
        ConvolutionShape shape = ConvolutionShape.of(node, weightShape);
        frames.put(node.getOutput(0), in.delayedBy(shape.lookAhead()).withChannels(shape.outputChannels()));
        if (shape.reach() > 0) {
            String kept = transposes.getOrDefault(input, input);
            for (String tensor = kept; tensor != null; tensor = transposes.get(tensor)) {
                frames.put(tensor, frames(tensor).withChannels(shape.inputChannels()));
            }
            Window window = new Window(shape.reach(), shape.lookAhead());
            windows.computeIfAbsent(kept, tensor -> new LinkedHashSet<>()).add(window);
            return new Change.Convolve(kept, window);
        }
        return new Change.Align(Map.of());
    }

    private Change pointwise(NodeProto node, Set<String> moving) {
        FrameTensor joined = joined(node, moving);
        int channels = joined.channels();
        for (String input : node.getInputList()) {
            FrameTensor in = frames.get(input);
            List<Long> constant = constantShapes.getOrDefault(input, List.of());
            if (constant.size() > 3 || axisSize(constant, joined.timeAxis()) != 1) {
                throw UnsupportedNode.because(node, "its constant " + input + " of shape " + constant
                        + " is not the same for all frames, which lie along axis " + joined.timeAxis() + " of 3");
            }
            int own = in != null ? in.channels() : Math.toIntExact(axisSize(constant, joined.channelAxis()));
            channels = Math.max(channels, own);
        }
        FrameTensor out = joined.withChannels(channels);
        node.getOutputList().forEach(output -> frames.put(output, out));
        return alignment(moving, joined.delay());
    }

    private static long axisSize(List<Long> shape, int axisOfThree) {
        int axis = axisOfThree - (3 - shape.size());
        return axis < 0 || axis >= shape.size() ? 1 : shape.get(axis);
    }

    private Change concatenation(NodeProto node, Set<String> moving) {
        FrameTensor joined = joined(node, moving);
        if (!joined.isAxis(new NodeAttributes(node).integer("axis", 0), joined.channelAxis())
                || !moving.containsAll(node.getInputList())) {
            throw UnsupportedNode.because(node, "only channels of tensors with frames can be put side by side");
        }
        int channels = node.getInputList().stream().mapToInt(input -> frames(input).channels()).sum();
        frames.put(node.getOutput(0), joined.withChannels(channels));
        return alignment(moving, joined.delay());
    }

    /** What tensors of one node have in common, at the delay of the latest. */
    private FrameTensor joined(NodeProto node, Set<String> moving) {
        FrameTensor joined = frames(moving.iterator().next());
        for (String input : moving) {
            FrameTensor in = frames(input);
            if (in.timeAxis() != joined.timeAxis()) {
                throw UnsupportedNode.because(node, "the frames of its inputs " + moving + " lie along different axes");
            }
            joined = in.delay() > joined.delay() ? in : joined;
        }
        return joined;
    }

    private Change alignment(Set<String> moving, int delay) {
        Map<String, Integer> delays = new LinkedHashMap<>();
        for (String input : moving) {
            int wait = delay - frames(input).delay();
            if (wait > 0) {
                delays.put(input, wait);
                waits.computeIfAbsent(input, tensor -> new LinkedHashSet<>()).add(wait);
            }
        }
        return new Change.Align(delays);
    }

    private FrameTensor transposed(NodeProto node) {
        List<Long> order = new NodeAttributes(node).integers("perm", List.of(2L, 1L, 0L));
        FrameTensor in = frames(node.getInput(0));
        if (order.equals(List.of(0L, 1L, 2L))) {
            return in;
        }
        if (order.equals(List.of(0L, 2L, 1L))) {
            transposes.put(node.getOutput(0), node.getInput(0));
            return in.transposed();
        }
        throw UnsupportedNode.because(node,
                "it reorders the axes as " + order + "; the batch has to stay first of three");
    }

    private FrameTensor normalized(NodeProto node) {
        FrameTensor in = frames(node.getInput(0));
        long axis = new NodeAttributes(node).integer("axis", -1);
        // Layer normalisation takes all axes from this one on.
        if (!in.isAxis(axis, 2) || in.timeAxis() == 2 || node.getOutputCount() > 1) {
            throw UnsupportedNode.because(node, "it has to normalise over the channels alone, as the last axis");
        }
        return in;
    }

    private FrameTensor multiplied(NodeProto node, Set<String> moving) {
        List<Long> weightShape = constantShapes.getOrDefault(node.getInput(1), List.of());
        if (weightShape.size() != 2 || frames.get(node.getInput(0)) == null || moving.size() > 1
                || frames(node.getInput(0)).timeAxis() != 1) {
            throw UnsupportedNode.because(node, "it has to multiply [N, frames, channels] by a constant matrix");
        }
        return frames(node.getInput(0)).withChannels(Math.toIntExact(weightShape.get(1)));
    }

    private void requireScalars(NodeProto node) {
        for (String parameter : node.getInputList().subList(1, node.getInputCount())) {
            List<Long> shape = constantShapes.get(parameter);
            if (!blockScalars.contains(parameter)
                    && (shape == null || shape.stream().anyMatch(size -> size != 1))) {
                throw UnsupportedNode.because(node, "its parameter " + parameter + " is not a single constant number");
            }
        }
    }
}
