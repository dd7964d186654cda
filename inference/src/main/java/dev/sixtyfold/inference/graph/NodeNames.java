package dev.sixtyfold.inference.graph;

import dev.sixtyfold.inference.graph.onnx.AttributeProto;
import dev.sixtyfold.inference.graph.onnx.GraphProto;
import dev.sixtyfold.inference.graph.onnx.NodeProto;
import dev.sixtyfold.inference.graph.onnx.ValueInfoProto;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tensors that a node reads, also through the bodies of its branches and loops, and giving them other names. */
final class NodeNames {

    private NodeNames() {}

    /** Everything the node reads from the graph that it stands in. */
    static Set<String> readBy(NodeProto node) {
        Set<String> names = new LinkedHashSet<>(node.getInputList());
        names.remove(""); // an optional input that is left out
        for (AttributeProto attribute : node.getAttributeList()) {
            if (attribute.hasG()) {
                names.addAll(capturedBy(attribute.getG()));
            }
            attribute.getGraphsList().forEach(body -> names.addAll(capturedBy(body)));
        }
        return names;
    }

    private static Set<String> capturedBy(GraphProto body) {
        Set<String> own = new HashSet<>();
        body.getInputList().forEach(input -> own.add(input.getName()));
        body.getInitializerList().forEach(weight -> own.add(weight.getName()));
        body.getSparseInitializerList().forEach(weight -> own.add(weight.getValues().getName()));
        body.getNodeList().forEach(node -> own.addAll(node.getOutputList()));
        Set<String> captured = new LinkedHashSet<>();
        body.getNodeList().forEach(node -> captured.addAll(readBy(node)));
        body.getOutputList().forEach(output -> captured.add(output.getName()));
        captured.removeAll(own);
        return captured;
    }

    /** The node with every tensor that it reads or makes called by its new name, where it has one. */
    static NodeProto renamed(NodeProto node, Map<String, String> newNames) {
        NodeProto.Builder renamed = node.toBuilder().clearInput().clearOutput().clearAttribute();
        renamed.addAllInput(renamed(node.getInputList(), newNames));
        renamed.addAllOutput(renamed(node.getOutputList(), newNames));
        for (AttributeProto attribute : node.getAttributeList()) {
            AttributeProto.Builder copy = attribute.toBuilder();
            if (attribute.hasG()) {
                copy.setG(renamed(attribute.getG(), newNames));
            }
            copy.clearGraphs();
            attribute.getGraphsList().forEach(body -> copy.addGraphs(renamed(body, newNames)));
            renamed.addAttribute(copy);
        }
        return renamed.build();
    }

    private static GraphProto renamed(GraphProto body, Map<String, String> newNames) {
        GraphProto.Builder renamed = body.toBuilder().clearNode().clearOutput();
        body.getNodeList().forEach(node -> renamed.addNode(renamed(node, newNames)));
        body.getOutputList().forEach(output -> renamed.addOutput(renamed(output, newNames)));
        return renamed.build();
    }

    static ValueInfoProto renamed(ValueInfoProto info, Map<String, String> newNames) {
        return info.toBuilder().setName(newNames.getOrDefault(info.getName(), info.getName())).build();
    }

    private static List<String> renamed(List<String> names, Map<String, String> newNames) {
        return names.stream().map(name -> newNames.getOrDefault(name, name)).toList();
    }
}
