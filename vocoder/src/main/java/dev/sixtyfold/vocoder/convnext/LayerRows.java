package dev.sixtyfold.vocoder.convnext;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Native memory for some frames on their way through a {@link QuantizedLayer}, with each frame's scale and zero point. */
final class LayerRows {

    private static final long ALIGNMENT = 64;

    /** GELU is nowhere less, its approximation included. */
    private static final float GELU_LEAST = -0.1702f;

    private final MemorySegment inputs;
    private final MemorySegment results;
    private final byte[] input;
    private final int[] sums;
    private final float[] scales;
    private final int[] zeros;

    LayerRows(int rows, int inner, int outer) {
        Arena arena = Arena.ofAuto();
        this.inputs = arena.allocate((long) rows * inner, ALIGNMENT);
        this.results = arena.allocate((long) rows * outer * Integer.BYTES, ALIGNMENT);
        this.input = new byte[inner];
        this.sums = new int[outer];
        this.scales = new float[rows];
        this.zeros = new int[rows];
    }

    /** Puts a frame in whose numbers lie about zero. */
    void putCentred(int row, float[] x) {
        float scale = RowKernels.largestMagnitude(x) / 127;
        put(row, x, scale, QuantizedLayer.CENTRE);
    }

    /** Puts a frame in that is a result of GELU. */
    void putGelu(int row, float[] x) {
        float scale = (RowKernels.largest(x) - GELU_LEAST) / 255;
        put(row, x, scale, (int) (-GELU_LEAST / scale));
    }

    private void put(int row, float[] x, float scale, int zero) {
        scales[row] = scale;
        zeros[row] = zero;
        RowKernels.quantize(x, 1 / scale, zero + 0.5f, input);
        MemorySegment.copy(input, 0, inputs, ValueLayout.JAVA_BYTE, (long) row * input.length, input.length);
    }

    void multiply(QuantizedLayer layer, int rows) {
        layer.product().multiply(inputs, rows, results);
    }

    /** After {@link #multiply}: a frame's sums, in an array that the next call writes over. */
    int[] sums(int row) {
        MemorySegment.copy(results, ValueLayout.JAVA_INT, (long) row * sums.length * Integer.BYTES, sums, 0,
                sums.length);
        return sums;
    }

    /** Of a frame that was put in. */
    float scale(int row) {
        return scales[row];
    }

    /** Of a frame that was put in. */
    int zero(int row) {
        return zeros[row];
    }
}
