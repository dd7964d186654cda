package dev.sixtyfold.inference.graph;

import dev.sixtyfold.inference.InferenceException;
import dev.sixtyfold.inference.graph.onnx.GraphProto;
import dev.sixtyfold.inference.graph.onnx.NodeProto;
import dev.sixtyfold.inference.graph.onnx.TensorProto;
import dev.sixtyfold.inference.graph.onnx.TypeProto;
import dev.sixtyfold.inference.graph.onnx.ValueInfoProto;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes the part of a graph that leads from some of its tensors to others, with only the nodes and weights needed for
 * that. Any tensor can be a boundary, not only the graph's own inputs and outputs.
 *
 * @param inputs
 *            what the part is given, in this order. Their type and shape are what the graph records for them; a tensor of
 *            which it records nothing is taken for 32-bit floats of any shape
 * @param outputs
 *            what the part yields, in this order
 */
public record GraphCut(List<Boundary> inputs, List<Boundary> outputs) {

    private static final int FLOAT = 1;

    public GraphCut {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        Set<String> tensors = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Boundary boundary : Stream.concat(inputs.stream(), outputs.stream()).toList()) {
            if (!tensors.add(boundary.tensor()) || !names.add(boundary.name())) {
                throw new IllegalArgumentException("tensor " + boundary.tensor() + " (as " + boundary.name()
                        + ") stands twice at the border of the cut");
            }
        }
        if (outputs.isEmpty()) {
            throw new IllegalArgumentException("a cut needs at least one output");
        }
    }

    /**
     * The part of the graph within this cut.
     *
     * @throws InferenceException
     *             if a tensor is not in the graph, an output needs an input of the graph that the cut does not give, no
     *             output needs an input that it gives, or a new name is taken
     */
    public OnnxGraph apply(OnnxGraph graph) {
        GraphProto whole = graph.model().getGraph();
        Map<String, NodeProto> producers = new HashMap<>();
        whole.getNodeList().forEach(node -> node.getOutputList().forEach(tensor -> producers.put(tensor, node)));
        Set<String> weights = new HashSet<>();
        whole.getInitializerList().forEach(weight -> weights.add(weight.getName()));
        whole.getSparseInitializerList().forEach(weight -> weights.add(weight.getValues().getName()));
        Set<String> given = new HashSet<>(graph.inputs());

        checkNames(given, producers.keySet(), weights);
        Set<String> needed = neededTensors(given, producers);
        List<NodeProto> nodes = whole.getNodeList().stream()
                .filter(node -> node.getOutputList().stream().anyMatch(tensor -> needed.contains(tensor)
                        && !isInput(tensor)))
                .toList();
        for (NodeProto node : nodes) {
            if (node.getOutputList().stream().anyMatch(this::isInput)) {
                throw new InferenceException("the cut goes through node " + node.getName() + ": of its outputs "
                        + node.getOutputList() + " some are inputs of the cut and others are computed within it");
            }
        }
        return assemble(graph, nodes, needed);
    }

    private void checkNames(Set<String> given, Set<String> produced, Set<String> weights) {
        for (Boundary input : inputs) {
            if (!given.contains(input.tensor()) && !produced.contains(input.tensor())) {
                throw new InferenceException("the input " + input.tensor() + " of the cut is no tensor of the graph");
            }
        }
        for (Boundary output : outputs) {
            if (!produced.contains(output.tensor())) {
                String what = given.contains(output.tensor())
                        ? "an input of the graph, not computed by it"
                        : weights.contains(output.tensor()) ? "a constant of the graph" : "no tensor of the graph";
                throw new InferenceException("the output " + output.tensor() + " of the cut is " + what);
            }
        }
    }

    /** All tensors on the way back from the outputs to the inputs and the weights. */
    private Set<String> neededTensors(Set<String> given, Map<String, NodeProto> producers) {
        Set<String> needed = new HashSet<>();
        Set<String> missing = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(outputs.stream().map(Boundary::tensor).toList());
        while (!open.isEmpty()) {
            String tensor = open.pop();
            if (!needed.add(tensor) || isInput(tensor)) {
                continue;
            }
            NodeProto producer = producers.get(tensor);
            if (producer != null) {
                open.addAll(NodeNames.readBy(producer));
            } else if (given.contains(tensor)) {
                missing.add(tensor);
            }
        }
        if (!missing.isEmpty()) {
            throw new InferenceException(
                    "the cut's outputs " + names(outputs) + " still need the graph's inputs " + missing
                            + "; add them to the cut's inputs " + names(inputs) + " or cut further on");
        }
        List<String> idle = inputs.stream().map(Boundary::tensor).filter(tensor -> !needed.contains(tensor)).toList();
        if (!idle.isEmpty()) {
            throw new InferenceException("no output of the cut needs its inputs " + idle);
        }
        return needed;
    }

    private OnnxGraph assemble(OnnxGraph graph, List<NodeProto> nodes, Set<String> needed) {
        GraphProto whole = graph.model().getGraph();
        Map<String, String> newNames = Stream.concat(inputs.stream(), outputs.stream())
                .collect(Collectors.toMap(Boundary::tensor, Boundary::name));
        GraphProto.Builder part = whole.toBuilder().clearNode().clearInput().clearOutput().clearInitializer()
                .clearSparseInitializer().clearValueInfo()
                .clearQuantizationAnnotation(); // advice to converters about tensors that may be gone
        checkNewNames(nodes, whole, newNames);
        nodes.forEach(node -> part.addNode(NodeNames.renamed(node, newNames)));
        for (TensorProto weight : whole.getInitializerList()) {
            if (needed.contains(weight.getName())) {
                part.addInitializer(weight);
            }
        }
        whole.getSparseInitializerList().stream().filter(weight -> needed.contains(weight.getValues().getName()))
                .forEach(part::addSparseInitializer);

        Map<String, ValueInfoProto> known = Stream
                .of(whole.getInputList(), whole.getOutputList(), whole.getValueInfoList()).flatMap(List::stream)
                .collect(Collectors.toMap(ValueInfoProto::getName, Function.identity(), (first, second) -> first));
        for (Boundary input : inputs) {
            ValueInfoProto info = known.getOrDefault(input.tensor(), floatsOfAnyShape(input.tensor()));
            part.addInput(NodeNames.renamed(info, newNames));
        }
        for (Boundary output : outputs) {
            // Without a record the runtime infers the type of an output.
            ValueInfoProto info = known.getOrDefault(output.tensor(),
                    ValueInfoProto.newBuilder().setName(output.tensor()).build());
            part.addOutput(NodeNames.renamed(info, newNames));
        }
        for (ValueInfoProto info : whole.getValueInfoList()) {
            if (needed.contains(info.getName()) && !newNames.containsKey(info.getName())) {
                part.addValueInfo(info);
            }
        }
        return new OnnxGraph(graph.model().toBuilder().setGraph(part).build());
    }

    private static void checkNewNames(List<NodeProto> nodes, GraphProto whole, Map<String, String> newNames) {
        Set<String> taken = new HashSet<>();
        nodes.forEach(node -> {
            taken.addAll(NodeNames.readBy(node));
            taken.addAll(node.getOutputList());
        });
        whole.getInitializerList().forEach(weight -> taken.add(weight.getName()));
        newNames.forEach((tensor, name) -> {
            if (!name.equals(tensor) && taken.contains(name)) {
                throw new InferenceException("the cut cannot call " + tensor + " " + name
                        + ": another tensor of the graph has that name");
            }
        });
    }

    private boolean isInput(String tensor) {
        return inputs.stream().anyMatch(input -> input.tensor().equals(tensor));
    }

    private static List<String> names(List<Boundary> boundaries) {
        return boundaries.stream().map(Boundary::tensor).toList();
    }

    private static ValueInfoProto floatsOfAnyShape(String name) {
        TypeProto.Tensor floats = TypeProto.Tensor.newBuilder().setElemType(FLOAT).build();
        return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(floats)).build();
    }
}
