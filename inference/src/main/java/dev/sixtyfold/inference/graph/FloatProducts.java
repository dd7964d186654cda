package dev.sixtyfold.inference.graph;

import com.google.protobuf.ByteString;
import dev.sixtyfold.inference.InferenceException;
import dev.sixtyfold.inference.graph.onnx.GraphProto;
import dev.sixtyfold.inference.graph.onnx.NodeProto;
import dev.sixtyfold.inference.graph.onnx.TensorProto;
import dev.sixtyfold.inference.graph.onnx.ValueInfoProto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns products of bytes back into products of floating-point numbers, for devices that multiply those faster or know no
 * others. A product of bytes is exported as {@code DynamicQuantizeLinear}, {@code MatMulInteger}, {@code Cast} and two
 * multiplications by scales; it becomes one {@code MatMul} by the weights that the bytes stand for. What is left of the
 * quantisers, whose scales depend on the whole tensor, goes: so in the new graph no row depends on what shares a batch
 * with it.
 */
public final class FloatProducts {

    private static final int HALF_TYPE = 10;
    private static final int UINT8 = 2;
    private static final int INT8 = 3;

    private final GraphProto source;
    private final Precision precision;
    private final Map<String, TensorProto> weights = new HashMap<>();
    private final Map<String, NodeProto> makers = new HashMap<>();
    private final GraphAdditions result;

    /** How products are computed; everything else stays in single precision. */
    public enum Precision {
        SINGLE, HALF
    }

    private FloatProducts(GraphProto source, Precision precision) {
        this.source = source;
        this.precision = precision;
        this.result = new GraphAdditions(source);
        source.getInitializerList().forEach(weight -> weights.put(weight.getName(), weight));
        source.getNodeList().forEach(node -> node.getOutputList().forEach(output -> makers.put(output, node)));
    }

    /**
     * Rewrites a graph.
     *
     * @throws InferenceException
     *             if it has a product of bytes that is of another form
     */
    public static OnnxGraph rewrite(OnnxGraph graph, Precision precision) {
        return new OnnxGraph(graph.model().toBuilder().setGraph(new FloatProducts(graph.model().getGraph(), precision)
                .graph()).build());
    }

    /** One product of bytes: what it multiplies, by which weights, and the node that yields the result. */
    private record Product(String input, TensorProto bytes, @Nullable TensorProto zero, TensorProto scale) {}

    private GraphProto graph() {
        List<TensorProto> made = new ArrayList<>();
        for (NodeProto node : source.getNodeList()) {
            Product product = product(node);
            if (product == null) {
                result.add(node);
            } else {
                multiply(product, node.getOutput(0), made);
            }
        }
        List<NodeProto> nodes = LiveNodes.of(result.nodes(), source.getOutputList().stream().map(
                ValueInfoProto::getName).toList());
        Set<String> read = new HashSet<>();
        nodes.forEach(node -> read.addAll(NodeNames.readBy(node)));
        nodes.stream().filter(node -> node.getOpType().equals("MatMulInteger")).findFirst().ifPresent(node -> {
            throw new InferenceException("node " + node.getName()
                    + " multiplies bytes in a form that is not known: neither quantised just before nor scaled just after");
        });
        return source.toBuilder().clearNode().addAllNode(nodes).clearInitializer().addAllInitializer(
                source.getInitializerList().stream().filter(weight -> read.contains(weight.getName())).toList())
                .addAllInitializer(made).clearValueInfo().build();
    }

    /** The product whose scaled result the node yields, or null if it yields something else. */
    private @Nullable Product product(NodeProto node) {
        if (!node.getOpType().equals("Mul") || node.getInputCount() != 2) {
            return null;
        }
        Product product = product(node.getInput(0), node.getInput(1));
        return product == null ? product(node.getInput(1), node.getInput(0)) : product;
    }

    private @Nullable Product product(String sums, String scales) {
        NodeProto cast = maker(sums, "Cast");
        NodeProto multiplied = cast == null ? null : maker(cast.getInput(0), "MatMulInteger");
        NodeProto quantizer = multiplied == null ? null : maker(multiplied.getInput(0), "DynamicQuantizeLinear");
        NodeProto scale = maker(scales, "Mul");
        if (multiplied == null || quantizer == null || scale == null || multiplied.getInputCount() < 3
                || !multiplied.getInput(2).equals(quantizer.getOutput(2))) {
            return null;
        }
        TensorProto ofWeights = weights.get(other(scale, quantizer.getOutput(1)));
        TensorProto bytes = weights.get(multiplied.getInput(1));
        TensorProto zero = multiplied.getInputCount() > 3 ? weights.get(multiplied.getInput(3)) : null;
        return ofWeights == null || bytes == null ? null : new Product(quantizer.getInput(0), bytes, zero, ofWeights);
    }

    private @Nullable NodeProto maker(String tensor, String type) {
        NodeProto node = makers.get(tensor);
        return node != null && node.getOpType().equals(type) ? node : null;
    }

    /** The other factor; the empty name if {@code factor} is none. */
    private static String other(NodeProto product, String factor) {
        if (product.getInput(0).equals(factor)) {
            return product.getInput(1);
        }
        return product.getInput(1).equals(factor) ? product.getInput(0) : "";
    }

    private void multiply(Product product, String output, List<TensorProto> made) {
        String matrix = result.name(product.bytes.getName() + "/floats");
        made.add(floats(product, matrix));
        switch (precision) {
            case SINGLE -> result.product(product.input, matrix, output);
            case HALF -> {
                String half = result.cast(product.input, HALF_TYPE, result.name(output + "/input/half"));
                String inHalf = result.product(half, matrix, result.name(output + "/half"));
                result.cast(inHalf, GraphAdditions.FLOAT, output);
            }
        }
    }

    private TensorProto floats(Product product, String name) {
        byte[] bytes = bytesOf(product.bytes);
        boolean signed = product.bytes.getDataType() == INT8;
        if (!signed && product.bytes.getDataType() != UINT8) {
            throw new InferenceException("weight " + product.bytes.getName() + " holds no bytes");
        }
        float[] scales = new Weight(product.scale).floats(product.scale.getDimsList().stream().mapToLong(
                Long::longValue).toArray());
        byte[] zeros = product.zero == null ? new byte[1] : bytesOf(product.zero);
        int size = precision == Precision.HALF ? Short.BYTES : Float.BYTES;
        ByteBuffer values = ByteBuffer.allocate(size * bytes.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < bytes.length; i++) {
            int column = i % Math.max(1, Math.max(scales.length, zeros.length));
            float value = (whole(bytes[i], signed) - whole(zeros[zeros.length == 1 ? 0 : column], signed))
                    * scales[scales.length == 1 ? 0 : column];
            if (precision == Precision.HALF) {
                values.putShort(Float.floatToFloat16(value));
            } else {
                values.putFloat(value);
            }
        }
        return TensorProto.newBuilder().setName(name).addAllDims(product.bytes.getDimsList())
                .setDataType(precision == Precision.HALF ? HALF_TYPE : GraphAdditions.FLOAT)
                .setRawData(ByteString.copyFrom(values.flip())).build();
    }

    private static byte[] bytesOf(TensorProto tensor) {
        if (tensor.hasRawData()) {
            return tensor.getRawData().toByteArray();
        }
        byte[] bytes = new byte[tensor.getInt32DataCount()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) tensor.getInt32Data(i);
        }
        return bytes;
    }

    private static int whole(byte value, boolean signed) {
        return signed ? value : Byte.toUnsignedInt(value);
    }
}
