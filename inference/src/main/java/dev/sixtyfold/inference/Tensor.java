package dev.sixtyfold.inference;

import java.util.Arrays;

/** A named, dense, row-major array that goes into or comes out of a {@link Network}. */
public sealed interface Tensor {

    /** The name of the graph's input or output. */
    String name();

    /** Sizes, outermost first; empty for a scalar. */
    long[] shape();

    /**
     * Single-precision numbers.
     *
     * @param shape
     *            owned by the tensor, not to be written to
     * @param values
     *            as many as {@code shape} says; owned by the tensor, not to be written to
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, not shared: a copy per run would be all cost
    record Floats(String name, long[] shape, float[] values) implements Tensor {
        public Floats {
            checkSize(name, shape, values.length);
        }
    }

    /**
     * 64-bit integers.
     *
     * @param shape
     *            owned by the tensor, not to be written to
     * @param values
     *            as many as {@code shape} says; owned by the tensor, not to be written to
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Longs(String name, long[] shape, long[] values) implements Tensor {
        public Longs {
            checkSize(name, shape, values.length);
        }
    }

    static Floats floats(String name, float[] values, long... shape) {
        return new Floats(name, shape, values);
    }

    static Longs longs(String name, long[] values, long... shape) {
        return new Longs(name, shape, values);
    }

    private static void checkSize(String name, long[] shape, int length) {
        long size = 1;
        for (long dimension : shape) {
            size = Math.multiplyExact(size, dimension);
        }
        if (size != length) {
            throw new IllegalArgumentException(
                    "tensor " + name + " of shape " + Arrays.toString(shape) + " cannot hold " + length + " values");
        }
    }
}
