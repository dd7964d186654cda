package dev.sixtyfold.inference.kernels;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Native memory for some frames on their way through a {@link QuantizedLayer}, with each frame's scale and zero point. */
public final class LayerRows {

    private static final long ALIGNMENT = 64;

    /** GELU is nowhere less, its approximation included. */
    private static final float GELU_LEAST = -0.1702f;

    /** A frame of nothing but zeros has a scale, too. */
    private static final float LEAST = 1e-6f;

    private final MemorySegment inputs;
    private final MemorySegment results;
    private final int inner;
    private final int outer;
    private final float[] scales;
    private final int[] zeros;

    public LayerRows(int rows, int inner, int outer) {
        Arena arena = Arena.ofAuto();
        this.inputs = arena.allocate((long) rows * inner, ALIGNMENT);
        this.results = arena.allocate((long) rows * outer * Integer.BYTES, ALIGNMENT);
        this.inner = inner;
        this.outer = outer;
        this.scales = new float[rows];
        this.zeros = new int[rows];
    }

    /** Puts a frame in whose numbers lie about zero. */
    public void putCentred(int row, float[] x) {
        putCentred(row, x, RowKernels.now().largestMagnitude(x));
    }

    /**
     * Likewise.
     *
     * @param largest
     *            magnitude of its numbers
     */
    public void putCentred(int row, float[] x, float largest) {
        float scale = Math.max(largest, LEAST) / 127;
        put(row, x, scale, QuantizedLayer.CENTRE);
    }

    /**
     * Puts a frame in that is a result of GELU.
     *
     * @param largest
     *            of its numbers, or zero
     */
    public void putGelu(int row, float[] x, float largest) {
        float scale = (largest - GELU_LEAST) / 255;
        put(row, x, scale, (int) (-GELU_LEAST / scale));
    }

    private void put(int row, float[] x, float scale, int zero) {
        scales[row] = scale;
        zeros[row] = zero;
        RowKernels.now().quantize(x, 1 / scale, zero + 0.5f, inputs, (long) row * inner);
    }

    public void multiply(QuantizedLayer layer, int rows) {
        layer.product().multiply(inputs, rows, results);
    }

    /** After {@link #multiply}: the sums of all frames, as integers of 32 bits. */
    public MemorySegment results() {
        return results;
    }

    /** Where those of a frame begin, in bytes. */
    public long result(int row) {
        return (long) row * outer * Integer.BYTES;
    }

    /** Of a frame that was put in. */
    public float scale(int row) {
        return scales[row];
    }

    /** Of a frame that was put in. */
    public int zero(int row) {
        return zeros[row];
    }
}
