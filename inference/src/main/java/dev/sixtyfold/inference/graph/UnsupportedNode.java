package dev.sixtyfold.inference.graph;

import dev.sixtyfold.inference.InferenceException;
import dev.sixtyfold.inference.graph.onnx.NodeProto;

/** The error about a node that cannot be computed block by block. */
final class UnsupportedNode {

    private UnsupportedNode() {}

    static InferenceException because(NodeProto node, String reason) {
        return new InferenceException("node " + (node.getName().isEmpty() ? node.getOutput(0) : node.getName()) + " ("
                + node.getOpType() + ") cannot be computed block by block: " + reason);
    }
}
