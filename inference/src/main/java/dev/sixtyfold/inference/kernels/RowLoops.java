package dev.sixtyfold.inference.kernels;

import dev.sixtyfold.speech.dsp.ArrayMath;
import dev.sixtyfold.speech.dsp.VectorUnit;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * One channel after another. Native memory is copied to and from arrays as a whole: access by element is slow until it is
 * compiled, and these loops are for that time.
 */
final class RowLoops implements RowKernels {

    static final RowLoops INSTANCE = new RowLoops();

    private static final int MULTIPLE = VectorUnit.MULTIPLE;

    private RowLoops() {}

    @Override
    public void convolve(float[][] taps, float[] bias, float[][] frames, int first, int step, float[] y) {
        System.arraycopy(bias, 0, y, 0, y.length);
        for (int tap = 0; tap < ConvNextBlock.KERNEL; tap++) {
            float[] x = frames[first + tap * step];
            float[] w = taps[tap];
            for (int i = 0; i < y.length; i++) {
                y[i] = Math.fma(x[i], w[i], y[i]);
            }
        }
    }

    @Override
    public void scaled(float[] w, float x, float[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.fma(w[i], x, y[i]);
        }
    }

    @Override
    public void add(float[] x, int offset, float[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += x[offset + i];
        }
    }

    @Override
    public float gelu(float[] x) {
        float largest = 0;
        for (int i = 0; i < x.length; i++) {
            float a = Math.min(Math.abs(x[i]), GeluPolynomial.END);
            float p = Math.fma(a, GeluPolynomial.A7, GeluPolynomial.A6);
            p = Math.fma(p, a, GeluPolynomial.A5);
            p = Math.fma(p, a, GeluPolynomial.A4);
            p = Math.fma(p, a, GeluPolynomial.A3);
            p = Math.fma(p, a, GeluPolynomial.A2);
            p = Math.fma(p, a, GeluPolynomial.A1);
            p = Math.fma(p, a, GeluPolynomial.A0);
            x[i] = Math.max(x[i], 0) - p;
            largest = Math.max(largest, x[i]);
        }
        return largest;
    }

    @Override
    public float normalize(float[] x, float[] gain, float[] bias, float[] sums, float[] y) {
        sum(x, x.length, sums);
        float mean = PartialSums.total(sums) / x.length;
        Arrays.fill(sums, 0, MULTIPLE, 0);
        for (int i = 0; i < x.length; i += MULTIPLE) {
            for (int j = 0; j < MULTIPLE; j++) {
                float difference = x[i + j] - mean;
                sums[j] = Math.fma(difference, difference, sums[j]);
            }
        }
        float factor = (float) (1 / Math.sqrt(PartialSums.total(sums) / x.length + EPSILON));
        float largest = 0;
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.fma((x[i] - mean) * factor, gain[i], bias[i]);
            largest = Math.max(largest, Math.abs(y[i]));
        }
        return largest;
    }

    private static void sum(float[] x, int count, float[] sums) {
        Arrays.fill(sums, 0, MULTIPLE, 0);
        for (int i = 0; i < count; i += MULTIPLE) {
            for (int j = 0; j < MULTIPLE; j++) {
                sums[j] += x[i + j];
            }
        }
    }

    @Override
    public float largestMagnitude(float[] x) {
        float largest = 0;
        for (float value : x) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    @Override
    public void quantize(float[] x, float factor, float offset, MemorySegment bytes, long at) {
        byte[] quantized = new byte[x.length];
        for (int i = 0; i < x.length; i++) {
            quantized[i] = (byte) (int) Math.fma(x[i], factor, offset);
        }
        MemorySegment.copy(quantized, 0, bytes, ValueLayout.JAVA_BYTE, at, x.length);
    }

    @Override
    public void dequantize(MemorySegment sums, long at, float scale, float[] bias, float[] y, int offset) {
        int[] numbers = numbers(sums, at, bias.length);
        for (int i = 0; i < bias.length; i++) {
            y[offset + i] = numbers[i] * scale + bias[i];
        }
    }

    @Override
    public float dequantizeGelu(MemorySegment sums, long at, float scale, float[] bias, float[] y) {
        int[] numbers = numbers(sums, at, y.length);
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.fma(numbers[i], scale, bias[i]);
        }
        return gelu(y);
    }

    @Override
    public void dequantizeOnto(float[] x, MemorySegment sums, long at, int zero, int[] columnSums, float scale,
            float[] gain, float[] bias, float[] y) {
        int[] numbers = numbers(sums, at, y.length);
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.fma((numbers[i] - columnSums[i] * zero) * scale, gain[i], x[i] + bias[i]);
        }
    }

    private static int[] numbers(MemorySegment sums, long at, int count) {
        int[] numbers = new int[count];
        MemorySegment.copy(sums, ValueLayout.JAVA_INT, at, numbers, 0, count);
        return numbers;
    }

    @Override
    public void products(float[] x, int at, float[] w, int from, int depth, float[] matrix, int offset, int distance,
            int columns, float[] y, float[] z, int to) {
        product(x, at, depth, matrix, offset, distance, columns, y, to);
        product(w, from, depth, matrix, offset, distance, columns, z, to);
    }

    private static void product(float[] x, int at, int depth, float[] matrix, int offset, int distance, int columns,
            float[] y, int to) {
        Arrays.fill(y, to, to + columns, 0);
        for (int i = 0; i < depth; i++) {
            float factor = x[at + i];
            int row = offset + i * distance;
            for (int column = 0; column < columns; column++) {
                y[to + column] = Math.fma(factor, matrix[row + column], y[to + column]);
            }
        }
    }

    @Override
    public void softmax(float[] x, int count, float scale, float[] sums) {
        float top = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            top = Math.max(top, x[i]);
        }
        for (int i = 0; i < count; i++) {
            x[i] = (x[i] - top) * scale;
        }
        ArrayMath.now().exp(x, count, 0, x);
        sum(x, count, sums);
        float factor = 1 / PartialSums.total(sums);
        for (int i = 0; i < count; i++) {
            x[i] *= factor;
        }
    }

    @Override
    public float dot(float[] x, float[] w, float[] sums) {
        Arrays.fill(sums, 0, MULTIPLE, 0);
        for (int i = 0; i < x.length; i += MULTIPLE) {
            for (int j = 0; j < MULTIPLE; j++) {
                sums[j] = Math.fma(x[i + j], w[i + j], sums[j]);
            }
        }
        return PartialSums.total(sums);
    }
}
