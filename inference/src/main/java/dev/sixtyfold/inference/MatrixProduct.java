package dev.sixtyfold.inference;

import java.lang.foreign.MemorySegment;

/**
 * Rows times a constant matrix, by the runtime's kernels for this processor. No row's result depends on its neighbours or
 * on how many there are. Stateless and safe for use by many threads at once: the memory is the caller's.
 */
public interface MatrixProduct extends NativeSession {

    /**
     * Multiplies rows.
     *
     * @param rows
     *            native memory, {@code [count][inner]} numbers of the product's kind
     * @param count
     *            at least 1
     * @param results
     *            native memory, receives {@code [count][outer]} numbers; what lies behind them stays
     * @throws InferenceException
     *             if the runtime fails
     */
    void multiply(MemorySegment rows, int count, MemorySegment results);
}
