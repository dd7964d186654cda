package dev.sixtyfold.inference.graph;

import dev.sixtyfold.inference.graph.onnx.AttributeProto;
import dev.sixtyfold.inference.graph.onnx.GraphProto;
import dev.sixtyfold.inference.graph.onnx.ModelProto;
import dev.sixtyfold.inference.graph.onnx.OperatorSetIdProto;
import dev.sixtyfold.inference.graph.onnx.ValueInfoProto;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds a graph of layers in single precision, for several sequences at once that are filled up to one length. Its tensors
 * are rows {@code [N, L, channels]}: {@code L} rows of each of {@code N} sequences.
 */
public final class LayerGraph {

    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 17;
    private static final float EPSILON = 1e-5f;
    /** Subtracted from the logits of what is filled up: its weight is zero then. */
    private static final float NEVER = 1e9f;
    private static final String SEQUENCES = "N";
    private static final String LENGTH = "L";

    private final GraphAdditions parts = new GraphAdditions(GraphProto.getDefaultInstance());
    private final List<ValueInfoProto> inputs = new ArrayList<>();
    private final List<ValueInfoProto> outputs = new ArrayList<>();

    /** A tensor {@code [N, L, channels]} of the graph. */
    public record Rows(String tensor, int channels) {}

    /**
     * Which rows are there.
     *
     * @param rows
     *            {@code [N, L, 1]}: 1 where a row is one of the sequence, 0 where it fills up
     * @param penalty
     *            {@code [N, 1, 1, L]}: what the logits of attention lose
     */
    public record Mask(String rows, String penalty) {}

    /** An input {@code [N, L] int64}. */
    public String ids(String name) {
        inputs.add(GraphAdditions.describe(parts.name(name), GraphAdditions.INT64, List.of(SEQUENCES, LENGTH)));
        return name;
    }

    /** An input of rows. */
    public Rows rows(String name, int channels) {
        inputs.add(GraphAdditions.describe(parts.name(name), GraphAdditions.FLOAT, List.of(SEQUENCES, LENGTH,
                channels)));
        return new Rows(name, channels);
    }

    /** An input {@code [N, L]}: 1 where a row is one of the sequence, 0 where it fills up. */
    public Mask mask(String name) {
        inputs.add(GraphAdditions.describe(parts.name(name), GraphAdditions.FLOAT, List.of(SEQUENCES, LENGTH)));
        String column = parts.unsqueezed(name, 2, parts.name(name + "/rows"));
        String flat = parts.unsqueezed(parts.unsqueezed(name, 1, parts.name(name + "/keys")), 1,
                parts.name(name + "/flat"));
        String missing = binary("Sub", flat, scalar(1));
        return new Mask(column, binary("Mul", missing, scalar(NEVER)));
    }

    /** Makes rows an output. */
    public void output(Rows rows, String name) {
        operation("Identity", List.of(rows.tensor), parts.name(name));
        outputs.add(GraphAdditions.describe(name, GraphAdditions.FLOAT, List.of(SEQUENCES, LENGTH, rows.channels)));
    }

    /**
     * The row of a table for each id.
     *
     * @param table
     *            {@code [ids][channels]}
     */
    public Rows embedding(String ids, float[] table, int channels) {
        String constant = parts.floats("table", table, table.length / channels, channels);
        return new Rows(operation("Gather", List.of(constant, ids), parts.name("embedding")), channels);
    }

    /** Zeros where a row fills up. */
    public Rows masked(Rows rows, Mask mask) {
        return new Rows(binary("Mul", rows.tensor, mask.rows), rows.channels);
    }

    /**
     * A convolution over neighbouring rows, with zeros before the first and after the last of {@code L}.
     *
     * @param weights
     *            {@code [outer][inner / groups][kernel]}
     * @param kernel
     *            an odd number of rows
     * @param groups
     *            1, or as many as channels
     */
    public Rows convolution(Rows rows, float[] weights, float[] bias, int kernel, int groups, int dilation) {
        long outer = bias.length;
        long reach = (long) dilation * (kernel - 1) / 2;
        String columns = parts.transposed(rows.tensor, parts.name("columns"));
        String convolved = operation("Conv", List.of(columns,
                parts.floats("kernel", weights, outer, rows.channels / groups, kernel),
                parts.floats("bias", bias, outer)), parts.name("convolved"),
                GraphAdditions.integers("kernel_shape", List.of((long) kernel)),
                GraphAdditions.integers("pads", List.of(reach, reach)),
                GraphAdditions.integers("dilations", List.of((long) dilation)),
                GraphAdditions.integers("strides", List.of(1L)), GraphAdditions.integer("group", groups));
        return new Rows(parts.transposed(convolved, parts.name("rows")), bias.length);
    }

    /**
     * A linear layer.
     *
     * @param matrix
     *            {@code [inner][outer]}
     */
    public Rows linear(Rows rows, float[] matrix, float[] bias) {
        String product = parts.product(rows.tensor, parts.floats("matrix", matrix, rows.channels, bias.length),
                parts.name("product"));
        return new Rows(binary("Add", product, parts.floats("bias", bias, bias.length)), bias.length);
    }

    /** Layer normalisation of each row. */
    public Rows normalized(Rows rows, float[] gain, float[] bias) {
        return new Rows(operation("LayerNormalization", List.of(rows.tensor, parts.floats("gain", gain, gain.length),
                parts.floats("bias", bias, bias.length)), parts.name("normal"), GraphAdditions.integer("axis", -1),
                GraphAdditions.number("epsilon", EPSILON)), rows.channels);
    }

    public Rows gelu(Rows rows) {
        String erf = operation("Erf", List.of(binary("Mul", rows.tensor, scalar((float) Math.sqrt(0.5)))),
                parts.name("erf"));
        String twice = binary("Mul", rows.tensor, binary("Add", erf, scalar(1)));
        return new Rows(binary("Mul", twice, scalar(0.5f)), rows.channels);
    }

    /** Channel by channel. */
    public Rows scaled(Rows rows, float[] gain) {
        return new Rows(binary("Mul", rows.tensor, parts.floats("gain", gain, gain.length)), rows.channels);
    }

    public Rows sum(Rows one, Rows other) {
        return new Rows(binary("Add", one.tensor, other.tensor), one.channels);
    }

    /**
     * Attention of all rows to all rows of the same sequence.
     *
     * @param projected
     *            queries, keys and values, one after the other
     */
    public Rows attention(Rows projected, int heads, Mask mask) {
        int channels = projected.channels / 3;
        int width = channels / heads;
        String queries = ofHeads(projected, 0, channels, heads, List.of(0L, 2L, 1L, 3L));
        String keys = ofHeads(projected, 1, channels, heads, List.of(0L, 2L, 3L, 1L));
        String values = ofHeads(projected, 2, channels, heads, List.of(0L, 2L, 1L, 3L));
        String scaled = binary("Mul", queries, scalar((float) (1 / Math.sqrt(width))));
        String logits = binary("Add", parts.product(scaled, keys, parts.name("products")), mask.penalty);
        String weights = operation("Softmax", List.of(logits), parts.name("weights"), GraphAdditions.integer("axis",
                -1));
        String taken = parts.product(weights, values, parts.name("taken"));
        String beside = parts.transposed(taken, List.of(0L, 2L, 1L, 3L), parts.name("beside"));
        return new Rows(shaped(beside, List.of(0L, 0L, (long) channels)), channels);
    }

    private String ofHeads(Rows projected, int part, int channels, int heads, List<Long> order) {
        String own = parts.slice(projected.tensor, (long) part * channels, (long) (part + 1) * channels, 2,
                parts.name("part"));
        return parts.transposed(shaped(own, List.of(0L, 0L, (long) heads, (long) channels / heads)), order,
                parts.name("heads"));
    }

    /** Zeros in the shape stand for sizes that stay. */
    private String shaped(String tensor, List<Long> shape) {
        return operation("Reshape", List.of(tensor, parts.numbers(shape)), parts.name("shaped"));
    }

    private String scalar(float value) {
        return parts.floats("scalar", new float[]{value});
    }

    private String binary(String type, String left, String right) {
        return operation(type, List.of(left, right), parts.name(type));
    }

    private String operation(String type, List<String> of, String as, AttributeProto... attributes) {
        return parts.operation(type, of, as, attributes).getOutput(0);
    }

    /** The graph of all that was added. */
    public OnnxGraph build() {
        GraphProto graph = GraphProto.newBuilder().setName("layers").addAllInput(inputs).addAllOutput(outputs)
                .addAllInitializer(parts.constants()).addAllNode(parts.nodes()).build();
        return new OnnxGraph(ModelProto.newBuilder().setIrVersion(IR_VERSION)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
                .setGraph(graph).build());
    }
}
