package dev.sixtyfold.vocoder.convnext;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops over the channels of one frame, as many as a vector holds at once. Every sum has a fixed order, the same in vectors
 * of every length: a frame's result depends on the frame alone, to the last bit, whatever stands beside it.
 */
final class RowKernels {

    /** Channels have to be a multiple of this, which vectors of every machine fill. */
    static final int MULTIPLE = 16;

    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = FLOATS.withLanes(int.class);
    private static final VectorSpecies<Byte> BYTES = VectorSpecies.of(byte.class,
            VectorShape.forBitSize(FLOATS.length() * Byte.SIZE));
    private static final int VECTOR = FLOATS.length();
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private static final float EPSILON = 1e-5f;

    /** From here on {@code x (1 - Phi(x))}, which is 8e-4 at this place, is taken for what it is here. */
    private static final float GELU_END = 3.5f;

    private RowKernels() {}

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
    static void convolve(float[][] taps, float[] bias, float[][] frames, int first, int step, float[] y) {
        float[] x0 = frames[first];
        float[] x1 = frames[first + step];
        float[] x2 = frames[first + 2 * step];
        float[] x3 = frames[first + 3 * step];
        float[] x4 = frames[first + 4 * step];
        float[] x5 = frames[first + 5 * step];
        float[] x6 = frames[first + 6 * step];
        for (int i = 0; i < y.length; i += VECTOR) {
            FloatVector sum = load(bias, i);
            sum = load(x0, i).fma(load(taps[0], i), sum);
            sum = load(x1, i).fma(load(taps[1], i), sum);
            sum = load(x2, i).fma(load(taps[2], i), sum);
            sum = load(x3, i).fma(load(taps[3], i), sum);
            sum = load(x4, i).fma(load(taps[4], i), sum);
            sum = load(x5, i).fma(load(taps[5], i), sum);
            sum = load(x6, i).fma(load(taps[6], i), sum);
            sum.intoArray(y, i);
        }
    }

    /** {@code y += w x} with one {@code x} for all. */
    static void scaled(float[] w, float x, float[] y) {
        for (int i = 0; i < y.length; i += VECTOR) {
            load(w, i).fma(FloatVector.broadcast(FLOATS, x), load(y, i)).intoArray(y, i);
        }
    }

    /** {@code y += x}. */
    static void add(float[] x, float[] y) {
        for (int i = 0; i < y.length; i += VECTOR) {
            load(y, i).add(load(x, i)).intoArray(y, i);
        }
    }

    /**
     * Layer normalisation.
     *
     * @param sums
     *            working memory, {@link #MULTIPLE} long
     */
    static void normalize(float[] x, float[] gain, float[] bias, float[] sums, float[] y) {
        for (int j = 0; j < MULTIPLE; j += VECTOR) {
            FloatVector sum = FloatVector.zero(FLOATS);
            for (int i = j; i < x.length; i += MULTIPLE) {
                sum = sum.add(load(x, i));
            }
            sum.intoArray(sums, j);
        }
        float mean = total(sums) / x.length;
        for (int j = 0; j < MULTIPLE; j += VECTOR) {
            FloatVector sum = FloatVector.zero(FLOATS);
            for (int i = j; i < x.length; i += MULTIPLE) {
                FloatVector difference = load(x, i).sub(mean);
                sum = difference.fma(difference, sum);
            }
            sum.intoArray(sums, j);
        }
        float factor = (float) (1 / Math.sqrt(total(sums) / x.length + EPSILON));
        for (int i = 0; i < y.length; i += VECTOR) {
            load(x, i).sub(mean).mul(factor).fma(load(gain, i), load(bias, i)).intoArray(y, i);
        }
    }

    /** By halves. */
    private static float total(float[] sums) {
        float a = (sums[0] + sums[8]) + (sums[4] + sums[12]);
        float b = (sums[1] + sums[9]) + (sums[5] + sums[13]);
        float c = (sums[2] + sums[10]) + (sums[6] + sums[14]);
        float d = (sums[3] + sums[11]) + (sums[7] + sums[15]);
        return (a + c) + (b + d);
    }

    static float largestMagnitude(float[] x) {
        FloatVector largest = FloatVector.zero(FLOATS);
        for (int i = 0; i < x.length; i += VECTOR) {
            largest = largest.max(load(x, i).abs());
        }
        return largest.reduceLanes(VectorOperators.MAX);
    }

    /** Unsigned bytes {@code x factor + offset}, cut to whole numbers, into native memory. */
    static void quantize(float[] x, float factor, float offset, MemorySegment bytes, long at) {
        FloatVector factors = FloatVector.broadcast(FLOATS, factor);
        FloatVector offsets = FloatVector.broadcast(FLOATS, offset);
        for (int i = 0; i < x.length; i += VECTOR) {
            IntVector numbers = (IntVector) load(x, i).fma(factors, offsets).convert(VectorOperators.F2I, 0);
            ((ByteVector) numbers.convertShape(VectorOperators.I2B, BYTES, 0)).intoMemorySegment(bytes, at + i, ORDER);
        }
    }

    /** {@code y = sums scale + bias}, from {@code offset} on. */
    static void dequantize(MemorySegment sums, long at, float scale, float[] bias, float[] y, int offset) {
        int last = bias.length - VECTOR;
        for (int i = 0; i < bias.length; i += VECTOR) {
            int j = Math.min(i, last); // the last vector may overlap the one before
            sums(sums, at, j).mul(scale).add(load(bias, j)).intoArray(y, offset + j);
        }
    }

    /**
     * {@code y = GELU(sums scale + bias)} within 1e-3:
     * {@code x Phi(x)} is {@code max(x, 0)} less an even function, which a polynomial in {@code |x|} stands for.
     *
     * @return the largest result, or zero if all are less
     */
    static float dequantizeGelu(MemorySegment sums, long at, float scale, float[] bias, float[] y) {
        FloatVector scales = FloatVector.broadcast(FLOATS, scale);
        FloatVector largest = FloatVector.zero(FLOATS);
        for (int i = 0; i < y.length; i += VECTOR) {
            FloatVector x = sums(sums, at, i).fma(scales, load(bias, i));
            FloatVector a = x.abs().min(GELU_END);
            FloatVector p = a.fma(broadcast(-0.00077659264f), broadcast(0.011644363f));
            p = p.fma(a, broadcast(-0.06629181f));
            p = p.fma(a, broadcast(0.16192827f));
            p = p.fma(a, broadcast(-0.07127156f));
            p = p.fma(a, broadcast(-0.37319434f));
            p = p.fma(a, broadcast(0.4964746f));
            p = p.fma(a, broadcast(7.908025e-05f));
            FloatVector gelu = x.max(0f).sub(p);
            largest = largest.max(gelu);
            gelu.intoArray(y, i);
        }
        return largest.reduceLanes(VectorOperators.MAX);
    }

    /** {@code y = (sums - zero columnSums) scale gain + bias + x}. */
    static void dequantizeOnto(float[] x, MemorySegment sums, long at, int zero, int[] columnSums, float scale,
            float[] gain, float[] bias, float[] y) {
        for (int i = 0; i < y.length; i += VECTOR) {
            IntVector exact = IntVector.fromMemorySegment(INTS, sums, at + (long) i * Integer.BYTES, ORDER)
                    .sub(IntVector.fromArray(INTS, columnSums, i).mul(zero));
            ((FloatVector) exact.convert(VectorOperators.I2F, 0)).mul(scale)
                    .fma(load(gain, i), load(x, i).add(load(bias, i))).intoArray(y, i);
        }
    }

    private static FloatVector sums(MemorySegment sums, long at, int i) {
        return (FloatVector) IntVector.fromMemorySegment(INTS, sums, at + (long) i * Integer.BYTES, ORDER)
                .convert(VectorOperators.I2F, 0);
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(FLOATS, x, at);
    }

    private static FloatVector broadcast(float value) {
        return FloatVector.broadcast(FLOATS, value);
    }
}
