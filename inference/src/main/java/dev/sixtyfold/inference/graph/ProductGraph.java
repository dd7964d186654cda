package dev.sixtyfold.inference.graph;

import com.google.protobuf.ByteString;
import dev.sixtyfold.inference.graph.onnx.GraphProto;
import dev.sixtyfold.inference.graph.onnx.ModelProto;
import dev.sixtyfold.inference.graph.onnx.NodeProto;
import dev.sixtyfold.inference.graph.onnx.OperatorSetIdProto;
import dev.sixtyfold.inference.graph.onnx.TensorProto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Graphs of nothing but one product, for {@link dev.sixtyfold.inference.MatrixProduct}. */
public final class ProductGraph {

    private static final int FLOAT = 1;
    private static final int UINT8 = 2;
    private static final int INT8 = 3;
    private static final int INT32 = 6;
    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 17;

    private ProductGraph() {}

    /**
     * Rows of unsigned bytes, less {@code zero}, times signed bytes: exact sums in 32-bit integers.
     *
     * @param zero
     *            from 0 to 255: the byte that stands for zero
     * @param weights
     *            {@code [inner][outer]}
     */
    public static byte[] ofBytes(int inner, int outer, byte[] weights, int zero) {
        TensorProto zeroPoint = TensorProto.newBuilder().setName("zero").setDataType(UINT8)
                .setRawData(ByteString.copyFrom(new byte[]{(byte) zero})).build();
        return graph("MatMulInteger", UINT8, INT32, TensorProto.newBuilder().setDataType(INT8).addDims(inner)
                .addDims(outer).setRawData(ByteString.copyFrom(weights)), List.of(zeroPoint));
    }

    /**
     * Rows times a matrix, in single precision.
     *
     * @param weights
     *            {@code [inner][outer]}
     */
    public static byte[] ofFloats(int inner, int outer, float[] weights) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * weights.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(weights);
        return graph("MatMul", FLOAT, FLOAT, TensorProto.newBuilder().setDataType(FLOAT).addDims(inner)
                .addDims(outer).setRawData(ByteString.copyFrom(bytes)), List.of());
    }

    private static byte[] graph(String operation, int inputType, int outputType, TensorProto.Builder weights,
            List<TensorProto> more) {
        GraphProto product = GraphProto.newBuilder().setName("product")
                .addInput(GraphAdditions.describe("rows", inputType, List.of("count", (int) weights.getDims(0))))
                .addOutput(GraphAdditions.describe("results", outputType, List.of("count", (int) weights.getDims(1))))
                .addInitializer(weights.setName("weights")).addAllInitializer(more)
                .addNode(NodeProto.newBuilder().setOpType(operation).setName("product").addInput("rows")
                        .addInput("weights").addAllInput(more.stream().map(TensorProto::getName).toList())
                        .addOutput("results"))
                .build();
        return ModelProto.newBuilder().setIrVersion(IR_VERSION)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
                .setGraph(product).build().toByteArray();
    }
}
