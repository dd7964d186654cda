package dev.sixtyfold.inference.graph;

import com.google.protobuf.ByteString;
import dev.sixtyfold.inference.graph.onnx.AttributeProto;
import dev.sixtyfold.inference.graph.onnx.GraphProto;
import dev.sixtyfold.inference.graph.onnx.NodeProto;
import dev.sixtyfold.inference.graph.onnx.TensorProto;
import dev.sixtyfold.inference.graph.onnx.TensorShapeProto;
import dev.sixtyfold.inference.graph.onnx.TypeProto;
import dev.sixtyfold.inference.graph.onnx.ValueInfoProto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Nodes and constants for a graph that is being rewritten, under names that it does not use yet. */
final class GraphAdditions {

    static final int FLOAT = 1;
    static final int INT64 = 7;
    /** As the end of a slice. */
    static final long TO_THE_END = Long.MAX_VALUE;

    private static final int FLOAT_ATTRIBUTE = 1;
    private static final int INTEGER_ATTRIBUTE = 2;
    private static final int INTEGERS_ATTRIBUTE = 7;

    private final Set<String> taken = new HashSet<>();
    private final List<NodeProto> nodes = new ArrayList<>();
    private final List<TensorProto> constants = new ArrayList<>();
    private final Map<List<Long>, String> numbers = new HashMap<>();

    GraphAdditions(GraphProto graph) {
        graph.getInputList().forEach(input -> taken.add(input.getName()));
        graph.getInitializerList().forEach(weight -> taken.add(weight.getName()));
        graph.getNodeList().forEach(node -> {
            taken.addAll(NodeNames.readBy(node));
            taken.addAll(node.getOutputList());
        });
    }

    /** Nodes in the order they were added, which has to be one in which they can be computed. */
    List<NodeProto> nodes() {
        return nodes;
    }

    List<TensorProto> constants() {
        return constants;
    }

    void add(NodeProto node) {
        nodes.add(node);
    }

    /** Takes a name, or one like it if it is in use. */
    String name(String wanted) {
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }

    /** {@code tensor[from : to]} along an axis; negative bounds count from the end. */
    String slice(String tensor, long from, long to, int axis, String as) {
        return operation("Slice", List.of(tensor, number(from), number(to), number(axis)), as).getOutput(0);
    }

    String concatenation(List<String> parts, int axis, String as) {
        return operation("Concat", parts, as, integer("axis", axis)).getOutput(0);
    }

    /** With an axis of size 1 more. */
    String unsqueezed(String tensor, int axis, String as) {
        return operation("Unsqueeze", List.of(tensor, number(axis)), as).getOutput(0);
    }

    /** Without an axis of size 1. */
    String squeezed(String tensor, int axis, String as) {
        return operation("Squeeze", List.of(tensor, number(axis)), as).getOutput(0);
    }

    /** Axes of size 1 repeated, up to {@code shape}. */
    String expanded(String tensor, List<Long> shape, String as) {
        return operation("Expand", List.of(tensor, numbers(shape)), as).getOutput(0);
    }

    /** {@code [N, a, b]} as {@code [N, b, a]}. */
    String transposed(String tensor, String as) {
        return transposed(tensor, List.of(0L, 2L, 1L), as);
    }

    String transposed(String tensor, List<Long> order, String as) {
        return operation("Transpose", List.of(tensor), as, integers("perm", order)).getOutput(0);
    }

    String product(String left, String right, String as) {
        return operation("MatMul", List.of(left, right), as).getOutput(0);
    }

    /**
     * The same numbers in another type.
     *
     * @param elementType
     *            as the format counts them
     */
    String cast(String tensor, int elementType, String as) {
        return operation("Cast", List.of(tensor), as, integer("to", elementType)).getOutput(0);
    }

    static AttributeProto number(String name, float value) {
        return AttributeProto.newBuilder().setName(name).setType(FLOAT_ATTRIBUTE).setF(value).build();
    }

    static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder().setName(name).setType(INTEGER_ATTRIBUTE).setI(value).build();
    }

    static AttributeProto integers(String name, List<Long> values) {
        return AttributeProto.newBuilder().setName(name).setType(INTEGERS_ATTRIBUTE).addAllInts(values).build();
    }

    /** Any operation of one output. */
    NodeProto operation(String type, List<String> inputs, String as, AttributeProto... attributes) {
        NodeProto node = NodeProto.newBuilder().setOpType(type).setName(as + "/" + type).addAllInput(inputs)
                .addOutput(as).addAllAttribute(List.of(attributes)).build();
        nodes.add(node);
        return node;
    }

    /** A constant {@code [1] int64}. */
    private String number(long value) {
        return numbers(List.of(value));
    }

    /** A constant in single precision. */
    String floats(String as, float[] values, long... shape) {
        String name = name(as);
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        TensorProto.Builder constant = TensorProto.newBuilder().setName(name).setDataType(FLOAT)
                .setRawData(ByteString.copyFrom(bytes));
        Arrays.stream(shape).forEach(constant::addDims);
        constants.add(constant.build());
        return name;
    }

    /** A constant {@code [n] int64}. */
    String numbers(List<Long> values) {
        return numbers.computeIfAbsent(values, absent -> {
            String list = values.stream().map(value -> value == TO_THE_END ? "end" : value.toString())
                    .collect(Collectors.joining("x"));
            String name = name("number/" + list);
            ByteBuffer bytes = ByteBuffer.allocate(values.size() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            values.forEach(bytes::putLong);
            constants.add(TensorProto.newBuilder().setName(name).setDataType(INT64).addDims(values.size())
                    .setRawData(ByteString.copyFrom(bytes.flip())).build());
            return name;
        });
    }

    /**
     * An input or output of a graph.
     *
     * @param shape
     *            an {@link Integer} for a size that is fixed, a {@link String} that names one that is not
     */
    static ValueInfoProto describe(String name, int elementType, List<?> shape) {
        TensorShapeProto.Builder axes = TensorShapeProto.newBuilder();
        for (Object size : shape) {
            axes.addDim(size instanceof Integer fixed
                    ? TensorShapeProto.Dimension.newBuilder().setDimValue(fixed)
                    : TensorShapeProto.Dimension.newBuilder().setDimParam(size.toString()));
        }
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder().setElemType(elementType).setShape(axes).build();
        return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(tensor)).build();
    }
}
