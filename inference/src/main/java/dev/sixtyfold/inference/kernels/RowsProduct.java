package dev.sixtyfold.inference.kernels;

import dev.sixtyfold.inference.MatrixProduct;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A linear layer in single precision, without a bias. It always multiplies as many rows at once, since for a few the runtime
 * has kernels that add in another order: so no row's result depends on how many there are.
 */
public record RowsProduct(MatrixProduct product, int inner, int outer) {

    /** Rows that are multiplied at once: so many cost no more than one. */
    private static final int BATCH = 16;

    /** Returns {@code [rows][outer]}. */
    public float[][] run(float[][] rows) {
        float[][] results = new float[rows.length][outer];
        run(rows, rows.length, results);
        return results;
    }

    /**
     * The same for the first rows alone.
     *
     * @param results
     *            {@code [rows or more][outer]}, written over
     */
    public void run(float[][] rows, int length, float[][] results) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment from = arena.allocate(ValueLayout.JAVA_FLOAT, (long) BATCH * inner);
            MemorySegment to = arena.allocate(ValueLayout.JAVA_FLOAT, (long) BATCH * outer);
            for (int first = 0; first < length; first += BATCH) {
                int count = Math.min(BATCH, length - first);
                for (int i = 0; i < count; i++) {
                    MemorySegment.copy(rows[first + i], 0, from, ValueLayout.JAVA_FLOAT,
                            (long) i * inner * Float.BYTES, inner);
                }
                product.multiply(from, BATCH, to);
                for (int i = 0; i < count; i++) {
                    MemorySegment.copy(to, ValueLayout.JAVA_FLOAT, (long) i * outer * Float.BYTES, results[first + i],
                            0, outer);
                }
            }
        }
    }
}
