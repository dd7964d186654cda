package dev.sixtyfold.inference.kernels;

import dev.sixtyfold.speech.dsp.VectorUnit;
import java.lang.foreign.MemorySegment;

/**
 * Loops over the channels of one frame. Every sum has a fixed order, the same in plain loops and in vectors of every length: a
 * frame's result depends on the frame alone, to the last bit, whatever stands beside it and whatever computes it. Channels are
 * a multiple of {@link VectorUnit#MULTIPLE}.
 */
public interface RowKernels {

    /** What is added to a variance before it divides. */
    float EPSILON = 1e-5f;

    /** The kernels that serve this thread best now. */
    static RowKernels now() {
        return VectorUnit.used() ? RowVectors.INSTANCE : RowLoops.INSTANCE;
    }

    /**
     * A depthwise convolution over seven frames.
     *
     * @param taps
     *            {@code [7][channels]}
     * @param frames
     *            {@code [..][channels]}, the first of the seven at {@code first}
     * @param step
     *            from one of the seven to the next
     */
    void convolve(float[][] taps, float[] bias, float[][] frames, int first, int step, float[] y);

    /** {@code y += w x} with one {@code x} for all. */
    void scaled(float[] w, float x, float[] y);

    /** {@code y += x}. */
    default void add(float[] x, float[] y) {
        add(x, 0, y);
    }

    /** {@code y += x}, of {@code x} from {@code offset} on. */
    void add(float[] x, int offset, float[] y);

    /**
     * {@code x = GELU(x)}, in place, within 1e-3: {@code x Phi(x)} is {@code max(x, 0)} less an even function, which a
     * polynomial in {@code |x|} stands for.
     *
     * @return the largest result, or zero if all are less
     */
    float gelu(float[] x);

    /**
     * Layer normalisation.
     *
     * @param sums
     *            working memory, {@link VectorUnit#MULTIPLE} long
     * @return the largest magnitude of the results
     */
    float normalize(float[] x, float[] gain, float[] bias, float[] sums, float[] y);

    float largestMagnitude(float[] x);

    /** Unsigned bytes {@code x factor + offset}, cut to whole numbers, into native memory. */
    void quantize(float[] x, float factor, float offset, MemorySegment bytes, long at);

    /** {@code y = sums scale + bias}, from {@code offset} on. */
    void dequantize(MemorySegment sums, long at, float scale, float[] bias, float[] y, int offset);

    /** {@code y = GELU(sums scale + bias)}, and the largest of it, as {@link #gelu} has it. */
    float dequantizeGelu(MemorySegment sums, long at, float scale, float[] bias, float[] y);

    /** {@code y = (sums - zero columnSums) scale gain + bias + x}. */
    void dequantizeOnto(float[] x, MemorySegment sums, long at, int zero, int[] columnSums, float scale,
            float[] gain, float[] bias, float[] y);

    /**
     * Two rows times a matrix, the sums in the matrix's order.
     *
     * @param x
     *            {@code depth} numbers from {@code at} on
     * @param w
     *            as many from {@code from} on
     * @param matrix
     *            {@code [depth][columns]} from {@code offset} on, its rows {@code distance} apart
     * @param columns
     *            a multiple of {@link VectorUnit#MULTIPLE}
     * @param y
     *            receives {@code columns} numbers of the first row from {@code to} on
     * @param z
     *            likewise of the second
     */
    void products(float[] x, int at, float[] w, int from, int depth, float[] matrix, int offset, int distance,
            int columns, float[] y, float[] z, int to);

    /**
     * {@code x = softmax(x scale)}, in place.
     *
     * @param count
     *            a multiple of {@link VectorUnit#MULTIPLE}
     * @param sums
     *            working memory, {@link VectorUnit#MULTIPLE} long
     */
    void softmax(float[] x, int count, float scale, float[] sums);

    /**
     * The scalar product of two rows.
     *
     * @param sums
     *            working memory, {@link VectorUnit#MULTIPLE} long
     */
    float dot(float[] x, float[] w, float[] sums);
}
