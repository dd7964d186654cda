package dev.sixtyfold.inference.graph;

import dev.sixtyfold.inference.InferenceException;
import java.util.Map;

/** The constants of a graph by the names of layers. */
public final class NamedWeights {

    private final Map<String, Weight> weights;

    public NamedWeights(OnnxGraph graph) {
        this.weights = graph.weights();
    }

    /** Whether there is such a weight. */
    public boolean has(String name) {
        return weights.containsKey(name);
    }

    /**
     * A weight.
     *
     * @throws InferenceException
     *             if there is none, as from all below
     */
    public Weight weight(String name) {
        Weight weight = weights.get(name);
        if (weight == null) {
            throw new InferenceException("the graph has no weight " + name);
        }
        return weight;
    }

    /** A vector. */
    public float[] floats(String name) {
        return weight(name).floats(size(name));
    }

    /** The outermost size of a weight. */
    public int size(String name) {
        return Math.toIntExact(weight(name).shape().getFirst());
    }

    /**
     * The bytes of a linear layer's matrix, {@code [inner][outer]}.
     *
     * @param matrix
     *            what its bytes and its scale are named after
     */
    public byte[] bytes(String matrix, int inner, int outer) {
        return weight(matrix + "_quantized").bytes(inner, outer);
    }

    /** What one step of a matrix's bytes stands for. */
    public float scale(String matrix) {
        return weight(matrix + "_scale").floats()[0];
    }

    /** The numbers that a matrix's bytes stand for, {@code [inner][outer]}. */
    public float[] dequantized(String matrix, int inner, int outer) {
        byte[] bytes = bytes(matrix, inner, outer);
        float scale = scale(matrix);
        float[] numbers = new float[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            numbers[i] = bytes[i] * scale;
        }
        return numbers;
    }
}
