package dev.sixtyfold.inference.graph;

import dev.sixtyfold.inference.graph.onnx.GraphProto;
import dev.sixtyfold.inference.graph.onnx.NodeProto;
import dev.sixtyfold.inference.graph.onnx.ValueInfoProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the frames of a graph in rows, {@code [N, frames, channels]}, from one convolution to the next. Exported graphs
 * keep them in columns, since that is how convolutions take them, and turn them over for every normalisation and matrix
 * product; here each convolution turns over what it reads and what it makes, so that residual sums stay in rows and all
 * other transpositions cancel out. The values are the same.
 *
 * <p>{@link PlanarConvolutions} then gives the turning over to the convolution itself.
 */
public final class FrameMajorLayout {

    private static final List<Long> TURN = List.of(0L, 2L, 1L);
    /** Element by element, and the same in any layout where all inputs have it. */
    private static final Set<String> ELEMENTWISE = Set.of("Add", "Mul", "Sub", "Div", "Relu", "LeakyRelu", "Tanh",
            "Sigmoid", "Identity", "Erf");

    private final GraphProto source;
    private final GraphAdditions result;
    /** The name of the same values in rows, for tensors in columns. */
    private final Map<String, String> rows = new HashMap<>();
    /** What is read in place of a tensor that is another one's rows. */
    private final Map<String, String> aliases = new HashMap<>();
    private final Set<String> inColumns = new HashSet<>();

    private FrameMajorLayout(GraphProto source) {
        this.source = source;
        this.result = new GraphAdditions(source);
    }

    /** Rewrites a graph; one without convolutions over one axis stays as it is. */
    public static OnnxGraph rewrite(OnnxGraph graph) {
        GraphProto source = graph.model().getGraph();
        return new OnnxGraph(graph.model().toBuilder().setGraph(new FrameMajorLayout(source).graph()).build());
    }

    private GraphProto graph() {
        source.getInputList().forEach(input -> inColumns.add(input.getName()));
        Set<String> constants = new HashSet<>();
        source.getInitializerList().forEach(weight -> constants.add(weight.getName()));
        for (NodeProto original : source.getNodeList()) {
            NodeProto node = NodeNames.renamed(original, aliases);
            if (isConvolution(node)) {
                convolution(node);
            } else if (isTurn(node) && rows.containsKey(node.getInput(0))) {
                aliases.put(node.getOutput(0), rows.get(node.getInput(0)));
            } else if (isTurn(node)) {
                rows.put(node.getOutput(0), node.getInput(0));
            } else if (isElementwiseInRows(node)) {
                elementwise(node);
            } else {
                node.getInputList().forEach(this::columns);
                result.add(node);
                inColumns.addAll(node.getOutputList());
            }
        }
        Map<String, String> outputs = new HashMap<>();
        for (ValueInfoProto output : source.getOutputList()) {
            String alias = aliases.get(output.getName());
            if (alias == null) {
                columns(output.getName());
            } else {
                outputs.put(alias, output.getName());
            }
        }
        List<NodeProto> nodes = new ArrayList<>();
        result.nodes().forEach(node -> nodes.add(NodeNames.renamed(node, outputs)));
        List<String> names = source.getOutputList().stream().map(ValueInfoProto::getName).toList();
        return source.toBuilder().clearNode().addAllNode(LiveNodes.of(nodes, names))
                .addAllInitializer(result.constants()).clearValueInfo().build();
    }

    private static boolean isTurn(NodeProto node) {
        return node.getOpType().equals("Transpose")
                && new NodeAttributes(node).integers("perm", List.of()).equals(TURN);
    }

    private boolean isConvolution(NodeProto node) {
        return node.getOpType().equals("Conv") && source.getInitializerList().stream()
                .anyMatch(weight -> weight.getName().equals(node.getInput(1)) && weight.getDimsCount() == 3);
    }

    private void convolution(NodeProto node) {
        String in = node.getInput(0);
        String out = node.getOutput(0);
        String columns = result.transposed(rowsOf(in), result.name(out + "/columns"));
        String made = result.name(out + "/made");
        result.add(node.toBuilder().setInput(0, columns).setOutput(0, made).build());
        rows.put(out, result.transposed(made, result.name(out + "/rows")));
    }

    private String rowsOf(String tensor) {
        return rows.computeIfAbsent(tensor, columns -> result.transposed(columns, result.name(columns + "/rows")));
    }

    /** Makes a tensor in columns, of which so far there are only the rows, for a node that needs it so. */
    private void columns(String tensor) {
        String inRows = rows.get(tensor);
        if (inRows != null && inColumns.add(tensor)) {
            result.transposed(inRows, tensor);
        }
    }

    private boolean isElementwiseInRows(NodeProto node) {
        return ELEMENTWISE.contains(node.getOpType())
                && node.getInputList().stream().allMatch(input -> rows.containsKey(input) || isNumber(input))
                && node.getInputList().stream().anyMatch(rows::containsKey);
    }

    private boolean isNumber(String tensor) {
        return source.getInitializerList().stream().anyMatch(weight -> weight.getName().equals(tensor)
                && weight.getDimsList().stream().allMatch(size -> size == 1));
    }

    private void elementwise(NodeProto node) {
        NodeProto.Builder inRows = node.toBuilder();
        for (int i = 0; i < node.getInputCount(); i++) {
            inRows.setInput(i, rows.getOrDefault(node.getInput(i), node.getInput(i)));
        }
        String made = result.name(node.getOutput(0) + "/rows");
        result.add(inRows.setOutput(0, made).build());
        rows.put(node.getOutput(0), made);
    }
}
