package dev.sixtyfold.inference.graph;

import dev.sixtyfold.inference.graph.onnx.NodeProto;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The nodes that outputs depend on. */
final class LiveNodes {

    private LiveNodes() {}

    /**
     * Leaves out what none of the outputs needs.
     *
     * @param nodes
     *            in an order in which they can be computed, which is kept
     */
    static List<NodeProto> of(List<NodeProto> nodes, Collection<String> outputs) {
        Set<String> needed = new HashSet<>(outputs);
        Deque<NodeProto> live = new ArrayDeque<>();
        for (NodeProto node : nodes.reversed()) {
            if (node.getOutputList().stream().anyMatch(needed::contains)) {
                needed.addAll(NodeNames.readBy(node));
                live.addFirst(node);
            }
        }
        return List.copyOf(live);
    }
}
