package dev.sixtyfold.inference.graph;

import dev.sixtyfold.inference.InferenceException;
import dev.sixtyfold.inference.graph.onnx.TensorProto;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** A constant of a graph. */
public final class Weight {

    private static final int FLOAT = 1;
    private static final int INT8 = 3;

    private final TensorProto tensor;

    Weight(TensorProto tensor) {
        this.tensor = tensor;
    }

    /** Sizes, outermost first; empty for a scalar. */
    public List<Long> shape() {
        return tensor.getDimsList();
    }

    /**
     * Its numbers, row after row.
     *
     * @throws InferenceException
     *             if they are not in single precision, or not as many as its shape or {@code shape} says
     */
    public float[] floats(long... shape) {
        float[] values = new float[size(FLOAT, "single precision", shape)];
        if (tensor.hasRawData()) {
            requireHeld(values.length, tensor.getRawData().size() / Float.BYTES);
            tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        } else {
            requireHeld(values.length, tensor.getFloatDataCount());
            for (int i = 0; i < values.length; i++) {
                values[i] = tensor.getFloatData(i);
            }
        }
        return values;
    }

    /**
     * Its numbers, row after row.
     *
     * @throws InferenceException
     *             if they are no signed bytes, or not as many as its shape or {@code shape} says
     */
    public byte[] bytes(long... shape) {
        requireHeld(size(INT8, "signed bytes", shape), tensor.getRawData().size());
        return tensor.getRawData().toByteArray();
    }

    private int size(int type, String typeName, long... shape) {
        long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        if (tensor.getDataType() != type || tensor.getDimsList().stream().reduce(1L, Math::multiplyExact) != size) {
            throw new InferenceException("weight " + tensor.getName() + " of shape " + tensor.getDimsList()
                    + " and type " + tensor.getDataType() + " is not " + Arrays.toString(shape) + " in " + typeName);
        }
        return Math.toIntExact(size);
    }

    private void requireHeld(int expected, int held) {
        if (held != expected) {
            throw new InferenceException(
                    "weight " + tensor.getName() + " holds " + held + " numbers, not the " + expected
                            + " of its shape");
        }
    }
}
