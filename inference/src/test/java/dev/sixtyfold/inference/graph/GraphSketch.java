package dev.sixtyfold.inference.graph;

import com.google.protobuf.ByteString;
import dev.sixtyfold.inference.graph.onnx.AttributeProto;
import dev.sixtyfold.inference.graph.onnx.GraphProto;
import dev.sixtyfold.inference.graph.onnx.ModelProto;
import dev.sixtyfold.inference.graph.onnx.NodeProto;
import dev.sixtyfold.inference.graph.onnx.OperatorSetIdProto;
import dev.sixtyfold.inference.graph.onnx.TensorProto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Builds small graphs for tests; each operation is named after its output and weights are drawn from a fixed seed. */
final class GraphSketch {

    private static final int FLOAT = 1;

    private final Random random = new Random(60);
    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("sketch");
    private int operatorSet = 17;

    GraphSketch operatorSet(int version) {
        operatorSet = version;
        return this;
    }

    GraphSketch input(String name, Object... shape) {
        graph.addInput(GraphAdditions.describe(name, FLOAT, List.of(shape)));
        return this;
    }

    GraphSketch output(String name, Object... shape) {
        graph.addOutput(GraphAdditions.describe(name, FLOAT, List.of(shape)));
        return this;
    }

    /** Numbers between -scale and scale. */
    GraphSketch weight(String name, float scale, long... shape) {
        int size = (int) Arrays.stream(shape).reduce(1, Math::multiplyExact);
        ByteBuffer bytes = ByteBuffer.allocate(4 * size).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < size; i++) {
            bytes.putFloat((random.nextFloat() * 2 - 1) * scale);
        }
        graph.addInitializer(TensorProto.newBuilder().setName(name).setDataType(FLOAT)
                .addAllDims(Arrays.stream(shape).boxed().toList()).setRawData(ByteString.copyFrom(bytes.flip())));
        return this;
    }

    GraphSketch operation(String type, String output, List<String> inputs, AttributeProto... attributes) {
        return node(NodeProto.newBuilder().setOpType(type).setName(output).addAllInput(inputs).addOutput(output)
                .addAllAttribute(List.of(attributes)).build());
    }

    GraphSketch node(NodeProto node) {
        graph.addNode(node);
        return this;
    }

    GraphSketch transpose(String output, String input) {
        return operation("Transpose", output, List.of(input), integers("perm", 0, 2, 1));
    }

    /** Adds the weights too: uniform, small enough that many layers neither explode nor vanish. */
    GraphSketch convolution(String output, String input, int channels, int outputChannels, int kernel, int group,
            AttributeProto... attributes) {
        float scale = (float) Math.sqrt(3.0 * group / (channels * kernel));
        weight(output + ".weight", scale, outputChannels, channels / group, kernel).weight(output + ".bias", 0.5f,
                outputChannels);
        return node(
                NodeProto.newBuilder().setOpType("Conv").setName(output).addInput(input).addInput(output + ".weight")
                        .addInput(output + ".bias").addOutput(output).addAttribute(integer("group", group))
                        .addAllAttribute(List.of(attributes)).build());
    }

    OnnxGraph build() {
        return new OnnxGraph(ModelProto.newBuilder().setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(operatorSet)).setGraph(graph).build());
    }

    static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder().setName(name).setType(2).setI(value).build();
    }

    static AttributeProto integers(String name, long... values) {
        return AttributeProto.newBuilder().setName(name).setType(7).addAllInts(Arrays.stream(values).boxed().toList())
                .build();
    }

    static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder().setName(name).setType(3).setS(ByteString.copyFromUtf8(value)).build();
    }

    static AttributeProto body(String name, GraphProto value) {
        return AttributeProto.newBuilder().setName(name).setType(5).setG(value).build();
    }
}
