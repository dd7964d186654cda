package dev.sixtyfold.inference.graph;

import dev.sixtyfold.inference.graph.onnx.AttributeProto;
import dev.sixtyfold.inference.graph.onnx.GraphProto;
import dev.sixtyfold.inference.graph.onnx.NodeProto;
import dev.sixtyfold.inference.graph.onnx.TensorProto;
import dev.sixtyfold.inference.graph.onnx.ValueInfoProto;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns convolutions over the frames of rows {@code [N, frames, channels]} into ones over a plane that is one line high.
 * The runtime has blocked kernels for planes, and takes the transpositions before and after one of them into its own
 * change of layout; for lines it has neither. The values are the same up to the order of additions.
 */
public final class PlanarConvolutions {

    private static final List<Long> TURN = List.of(0L, 2L, 1L);
    private static final Set<String> PER_AXIS = Set.of("pads", "kernel_shape", "strides", "dilations");

    private final GraphProto source;
    private final GraphAdditions result;
    private final Map<String, NodeProto> producers = new HashMap<>();
    private final Map<String, Integer> readers = new HashMap<>();
    private final Set<String> planarWeights = new HashSet<>();

    private PlanarConvolutions(GraphProto source) {
        this.source = source;
        this.result = new GraphAdditions(source);
        for (NodeProto node : source.getNodeList()) {
            node.getOutputList().forEach(output -> producers.put(output, node));
            for (String tensor : NodeNames.readBy(node)) {
                readers.merge(tensor, 1, Integer::sum);
            }
        }
        source.getOutputList().forEach(output -> readers.merge(output.getName(), 1, Integer::sum));
    }

    /** Rewrites every convolution that stands between two transpositions to and from columns; others stay. */
    public static OnnxGraph rewrite(OnnxGraph graph) {
        GraphProto source = graph.model().getGraph();
        return new OnnxGraph(graph.model().toBuilder().setGraph(new PlanarConvolutions(source).graph()).build());
    }

    private GraphProto graph() {
        for (NodeProto node : source.getNodeList()) {
            if (isTurn(node) && isBetweenTurns(producers.get(node.getInput(0)))) {
                plane(Objects.requireNonNull(producers.get(node.getInput(0))), node.getOutput(0));
            } else {
                result.add(node);
            }
        }
        List<String> outputs = source.getOutputList().stream().map(ValueInfoProto::getName).toList();
        List<NodeProto> nodes = LiveNodes.of(result.nodes(), outputs);
        Set<String> read = nodes.stream().flatMap(node -> NodeNames.readBy(node).stream()).collect(Collectors.toSet());
        Stream<TensorProto> weights = source.getInitializerList().stream()
                .map(weight -> planarWeights.contains(weight.getName()) ? planar(weight) : weight)
                .filter(weight -> read.contains(weight.getName()));
        return source.toBuilder().clearNode().addAllNode(nodes).clearInitializer()
                .addAllInitializer(weights.toList()).addAllInitializer(result.constants()).build();
    }

    private boolean isBetweenTurns(@Nullable NodeProto node) {
        return node != null && node.getOpType().equals("Conv") && readers.getOrDefault(node.getOutput(0), 0) == 1
                && isTurn(producers.get(node.getInput(0))) && readers.getOrDefault(node.getInput(1), 0) == 1;
    }

    private static boolean isTurn(@Nullable NodeProto node) {
        return node != null && node.getOpType().equals("Transpose")
                && new NodeAttributes(node).integers("perm", List.of()).equals(TURN);
    }

    private void plane(NodeProto convolution, String output) {
        String rows = Objects.requireNonNull(producers.get(convolution.getInput(0))).getInput(0);
        String name = convolution.getOutput(0);
        String line = result.unsqueezed(rows, 1, result.name(name + "/line"));
        String columns = result.transposed(line, List.of(0L, 3L, 1L, 2L), result.name(name + "/plane"));
        String made = result.name(name + "/planar");
        NodeProto.Builder planar = convolution.toBuilder().setInput(0, columns).setOutput(0, made).clearAttribute();
        for (AttributeProto attribute : convolution.getAttributeList()) {
            planar.addAttribute(PER_AXIS.contains(attribute.getName()) ? onPlane(attribute) : attribute);
        }
        planarWeights.add(convolution.getInput(1));
        result.add(planar.build());
        String back = result.transposed(made, List.of(0L, 2L, 3L, 1L), result.name(name + "/line_of_rows"));
        result.squeezed(back, 1, output);
    }

    /** The same along the line, and nothing across it. */
    private static AttributeProto onPlane(AttributeProto attribute) {
        long across = attribute.getName().equals("pads") ? 0 : 1;
        List<Long> line = attribute.getIntsList();
        List<Long> both = line.size() == 2
                ? List.of(across, line.get(0), across, line.get(1))
                : List.of(across, line.get(0));
        return attribute.toBuilder().clearInts().addAllInts(both).build();
    }

    private static TensorProto planar(TensorProto weight) {
        return weight.toBuilder().clearDims().addDims(weight.getDims(0)).addDims(weight.getDims(1)).addDims(1)
                .addDims(weight.getDims(2)).build();
    }
}
