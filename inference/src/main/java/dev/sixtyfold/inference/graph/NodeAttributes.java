package dev.sixtyfold.inference.graph;

import dev.sixtyfold.inference.graph.onnx.AttributeProto;
import dev.sixtyfold.inference.graph.onnx.NodeProto;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attributes of a node by name, with the defaults that the format gives them. */
record NodeAttributes(NodeProto node) {

    long integer(String name, long absent) {
        AttributeProto attribute = find(name);
        return attribute == null ? absent : attribute.getI();
    }

    List<Long> integers(String name, List<Long> absent) {
        AttributeProto attribute = find(name);
        return attribute == null ? absent : attribute.getIntsList();
    }

    String text(String name, String absent) {
        AttributeProto attribute = find(name);
        return attribute == null ? absent : attribute.getS().toStringUtf8();
    }

    private @Nullable AttributeProto find(String name) {
        for (AttributeProto attribute : node.getAttributeList()) {
            if (attribute.getName().equals(name)) {
                return attribute;
            }
        }
        return null;
    }
}
