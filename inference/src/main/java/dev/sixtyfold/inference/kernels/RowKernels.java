package dev.sixtyfold.inference.kernels;

import dev.sixtyfold.speech.dsp.VectorMath;
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
public final class RowKernels {

    /** Channels have to be a multiple of this, which vectors of every machine fill. */
    public static final int MULTIPLE = 16;

    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = FLOATS.withLanes(int.class);
    private static final VectorSpecies<Byte> BYTES = VectorSpecies.of(byte.class,
            VectorShape.forBitSize(FLOATS.length() * Byte.SIZE));
    private static final int VECTOR = FLOATS.length();
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private static final float EPSILON = 1e-5f;

    /** From here on {@code x (1 - Phi(x))}, which is 8e-4 at this place, is taken for what it is here. */
    private static final float GELU_END = 3.5f;

    /** Coefficients of the polynomial, the highest power first. */
    private static final FloatVector GELU_7 = FloatVector.broadcast(FLOATS, -0.00077659264f);
    private static final FloatVector GELU_6 = FloatVector.broadcast(FLOATS, 0.011644363f);
    private static final FloatVector GELU_5 = FloatVector.broadcast(FLOATS, -0.06629181f);
    private static final FloatVector GELU_4 = FloatVector.broadcast(FLOATS, 0.16192827f);
    private static final FloatVector GELU_3 = FloatVector.broadcast(FLOATS, -0.07127156f);
    private static final FloatVector GELU_2 = FloatVector.broadcast(FLOATS, -0.37319434f);
    private static final FloatVector GELU_1 = FloatVector.broadcast(FLOATS, 0.4964746f);
    private static final FloatVector GELU_0 = FloatVector.broadcast(FLOATS, 7.908025e-05f);

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
    public static void scaled(float[] w, float x, float[] y) {
        for (int i = 0; i < y.length; i += VECTOR) {
            load(w, i).fma(FloatVector.broadcast(FLOATS, x), load(y, i)).intoArray(y, i);
        }
    }

    /** {@code y += x}. */
    public static void add(float[] x, float[] y) {
        add(x, 0, y);
    }

    /** {@code y += x}, of {@code x} from {@code offset} on. */
    public static void add(float[] x, int offset, float[] y) {
        for (int i = 0; i < y.length; i += VECTOR) {
            load(y, i).add(load(x, offset + i)).intoArray(y, i);
        }
    }

    /**
     * {@code x = GELU(x)}, in place, within 1e-3: {@code x Phi(x)} is {@code max(x, 0)} less an even function, which a
     * polynomial in {@code |x|} stands for.
     *
     * @return the largest result, or zero if all are less
     */
    public static float gelu(float[] x) {
        FloatVector largest = FloatVector.zero(FLOATS);
        for (int i = 0; i < x.length; i += VECTOR) {
            FloatVector number = load(x, i);
            FloatVector a = number.abs().min(GELU_END);
            FloatVector p = a.fma(GELU_7, GELU_6);
            p = p.fma(a, GELU_5);
            p = p.fma(a, GELU_4);
            p = p.fma(a, GELU_3);
            p = p.fma(a, GELU_2);
            p = p.fma(a, GELU_1);
            p = p.fma(a, GELU_0);
            FloatVector gelu = number.max(0f).sub(p);
            largest = largest.max(gelu);
            gelu.intoArray(x, i);
        }
        return largest.reduceLanes(VectorOperators.MAX);
    }

    /**
     * Layer normalisation.
     *
     * @param sums
     *            working memory, {@link #MULTIPLE} long
     * @return the largest magnitude of the results
     */
    static float normalize(float[] x, float[] gain, float[] bias, float[] sums, float[] y) {
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
        FloatVector largest = FloatVector.zero(FLOATS);
        for (int i = 0; i < y.length; i += VECTOR) {
            FloatVector result = load(x, i).sub(mean).mul(factor).fma(load(gain, i), load(bias, i));
            largest = largest.max(result.abs());
            result.intoArray(y, i);
        }
        return largest.reduceLanes(VectorOperators.MAX);
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
    public static void dequantize(MemorySegment sums, long at, float scale, float[] bias, float[] y, int offset) {
        int last = bias.length - VECTOR;
        for (int i = 0; i < bias.length; i += VECTOR) {
            int j = Math.min(i, last); // the last vector may overlap the one before
            sums(sums, at, j).mul(scale).add(load(bias, j)).intoArray(y, offset + j);
        }
    }

    /** {@code y = GELU(sums scale + bias)}, and the largest of it, as {@link #gelu} has it. */
    static float dequantizeGelu(MemorySegment sums, long at, float scale, float[] bias, float[] y) {
        FloatVector scales = FloatVector.broadcast(FLOATS, scale);
        for (int i = 0; i < y.length; i += VECTOR) {
            sums(sums, at, i).fma(scales, load(bias, i)).intoArray(y, i);
        }
        return gelu(y);
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
     *            a multiple of {@link #MULTIPLE}
     * @param y
     *            receives {@code columns} numbers of the first row from {@code to} on
     * @param z
     *            likewise of the second
     */
    static void products(float[] x, int at, float[] w, int from, int depth, float[] matrix, int offset, int distance,
            int columns, float[] y, float[] z, int to) {
        int column = 0;
        for (; column + 3 * VECTOR <= columns; column += 3 * VECTOR) {
            threeColumns(x, at, w, from, depth, matrix, offset + column, distance, y, z, to + column);
        }
        for (; column < columns; column += VECTOR) {
            FloatVector a = FloatVector.zero(FLOATS);
            FloatVector b = FloatVector.zero(FLOATS);
            int row = offset + column;
            for (int i = 0; i < depth; i++) {
                FloatVector m = load(matrix, row);
                a = FloatVector.broadcast(FLOATS, x[at + i]).fma(m, a);
                b = FloatVector.broadcast(FLOATS, w[from + i]).fma(m, b);
                row += distance;
            }
            a.intoArray(y, to + column);
            b.intoArray(z, to + column);
        }
    }

    /** Of vectors: six sums at once, since each waits for itself. */
    private static void threeColumns(float[] x, int at, float[] w, int from, int depth, float[] matrix, int offset,
            int distance, float[] y, float[] z, int to) {
        FloatVector a = FloatVector.zero(FLOATS);
        FloatVector b = FloatVector.zero(FLOATS);
        FloatVector c = FloatVector.zero(FLOATS);
        FloatVector d = FloatVector.zero(FLOATS);
        FloatVector e = FloatVector.zero(FLOATS);
        FloatVector f = FloatVector.zero(FLOATS);
        int row = offset;
        for (int i = 0; i < depth; i++) {
            FloatVector one = FloatVector.broadcast(FLOATS, x[at + i]);
            FloatVector other = FloatVector.broadcast(FLOATS, w[from + i]);
            FloatVector m = load(matrix, row);
            a = one.fma(m, a);
            d = other.fma(m, d);
            m = load(matrix, row + VECTOR);
            b = one.fma(m, b);
            e = other.fma(m, e);
            m = load(matrix, row + 2 * VECTOR);
            c = one.fma(m, c);
            f = other.fma(m, f);
            row += distance;
        }
        a.intoArray(y, to);
        b.intoArray(y, to + VECTOR);
        c.intoArray(y, to + 2 * VECTOR);
        d.intoArray(z, to);
        e.intoArray(z, to + VECTOR);
        f.intoArray(z, to + 2 * VECTOR);
    }

    /**
     * {@code x = softmax(x scale)}, in place.
     *
     * @param count
     *            a multiple of {@link #MULTIPLE}
     * @param sums
     *            working memory, {@link #MULTIPLE} long
     */
    static void softmax(float[] x, int count, float scale, float[] sums) {
        FloatVector largest = FloatVector.broadcast(FLOATS, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < count; i += VECTOR) {
            largest = largest.max(load(x, i));
        }
        float top = largest.reduceLanes(VectorOperators.MAX);
        for (int i = 0; i < count; i += VECTOR) {
            load(x, i).sub(top).mul(scale).intoArray(x, i);
        }
        VectorMath.exp(x, count, 0, x);
        for (int j = 0; j < MULTIPLE; j += VECTOR) {
            FloatVector sum = FloatVector.zero(FLOATS);
            for (int i = j; i < count; i += MULTIPLE) {
                sum = sum.add(load(x, i));
            }
            sum.intoArray(sums, j);
        }
        float factor = 1 / total(sums);
        for (int i = 0; i < count; i += VECTOR) {
            load(x, i).mul(factor).intoArray(x, i);
        }
    }

    /**
     * The scalar product of two rows.
     *
     * @param sums
     *            working memory, {@link #MULTIPLE} long
     */
    public static float dot(float[] x, float[] w, float[] sums) {
        for (int j = 0; j < MULTIPLE; j += VECTOR) {
            FloatVector sum = FloatVector.zero(FLOATS);
            for (int i = j; i < x.length; i += MULTIPLE) {
                sum = load(x, i).fma(load(w, i), sum);
            }
            sum.intoArray(sums, j);
        }
        return total(sums);
    }

    private static FloatVector sums(MemorySegment sums, long at, int i) {
        return (FloatVector) IntVector.fromMemorySegment(INTS, sums, at + (long) i * Integer.BYTES, ORDER)
                .convert(VectorOperators.I2F, 0);
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(FLOATS, x, at);
    }
}
