package dev.sixtyfold.inference.kernels;

import dev.sixtyfold.speech.dsp.ArrayMath;
import dev.sixtyfold.speech.dsp.FloatVectors;
import dev.sixtyfold.speech.dsp.VectorUnit;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** As many channels as a vector holds at once. */
final class RowVectors implements RowKernels {

    static final RowVectors INSTANCE = new RowVectors();

    private static final int MULTIPLE = VectorUnit.MULTIPLE;
    private static final VectorSpecies<Float> FLOATS = FloatVectors.SPECIES;
    private static final VectorSpecies<Integer> INTS = FLOATS.withLanes(int.class);
    private static final VectorSpecies<Byte> BYTES = VectorSpecies.of(byte.class,
            VectorShape.forBitSize(FLOATS.length() * Byte.SIZE));
    private static final int VECTOR = FLOATS.length();
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    /** Coefficients of the polynomial, the highest power first. */
    private static final FloatVector GELU_7 = FloatVector.broadcast(FLOATS, GeluPolynomial.A7);
    private static final FloatVector GELU_6 = FloatVector.broadcast(FLOATS, GeluPolynomial.A6);
    private static final FloatVector GELU_5 = FloatVector.broadcast(FLOATS, GeluPolynomial.A5);
    private static final FloatVector GELU_4 = FloatVector.broadcast(FLOATS, GeluPolynomial.A4);
    private static final FloatVector GELU_3 = FloatVector.broadcast(FLOATS, GeluPolynomial.A3);
    private static final FloatVector GELU_2 = FloatVector.broadcast(FLOATS, GeluPolynomial.A2);
    private static final FloatVector GELU_1 = FloatVector.broadcast(FLOATS, GeluPolynomial.A1);
    private static final FloatVector GELU_0 = FloatVector.broadcast(FLOATS, GeluPolynomial.A0);

    private RowVectors() {}

    @Override
    public void convolve(float[][] taps, float[] bias, float[][] frames, int first, int step, float[] y) {
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

    @Override
    public void scaled(float[] w, float x, float[] y) {
        for (int i = 0; i < y.length; i += VECTOR) {
            load(w, i).fma(FloatVector.broadcast(FLOATS, x), load(y, i)).intoArray(y, i);
        }
    }

    @Override
    public void add(float[] x, int offset, float[] y) {
        for (int i = 0; i < y.length; i += VECTOR) {
            load(y, i).add(load(x, offset + i)).intoArray(y, i);
        }
    }

    @Override
    public float gelu(float[] x) {
        FloatVector largest = FloatVector.zero(FLOATS);
        for (int i = 0; i < x.length; i += VECTOR) {
            FloatVector number = load(x, i);
            FloatVector a = number.abs().min(GeluPolynomial.END);
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

    @Override
    public float normalize(float[] x, float[] gain, float[] bias, float[] sums, float[] y) {
        for (int j = 0; j < MULTIPLE; j += VECTOR) {
            FloatVector sum = FloatVector.zero(FLOATS);
            for (int i = j; i < x.length; i += MULTIPLE) {
                sum = sum.add(load(x, i));
            }
            sum.intoArray(sums, j);
        }
        float mean = PartialSums.total(sums) / x.length;
        for (int j = 0; j < MULTIPLE; j += VECTOR) {
            FloatVector sum = FloatVector.zero(FLOATS);
            for (int i = j; i < x.length; i += MULTIPLE) {
                FloatVector difference = load(x, i).sub(mean);
                sum = difference.fma(difference, sum);
            }
            sum.intoArray(sums, j);
        }
        float factor = (float) (1 / Math.sqrt(PartialSums.total(sums) / x.length + EPSILON));
        FloatVector largest = FloatVector.zero(FLOATS);
        for (int i = 0; i < y.length; i += VECTOR) {
            FloatVector result = load(x, i).sub(mean).mul(factor).fma(load(gain, i), load(bias, i));
            largest = largest.max(result.abs());
            result.intoArray(y, i);
        }
        return largest.reduceLanes(VectorOperators.MAX);
    }

    @Override
    public float largestMagnitude(float[] x) {
        FloatVector largest = FloatVector.zero(FLOATS);
        for (int i = 0; i < x.length; i += VECTOR) {
            largest = largest.max(load(x, i).abs());
        }
        return largest.reduceLanes(VectorOperators.MAX);
    }

    @Override
    public void quantize(float[] x, float factor, float offset, MemorySegment bytes, long at) {
        FloatVector factors = FloatVector.broadcast(FLOATS, factor);
        FloatVector offsets = FloatVector.broadcast(FLOATS, offset);
        for (int i = 0; i < x.length; i += VECTOR) {
            IntVector numbers = (IntVector) load(x, i).fma(factors, offsets).convert(VectorOperators.F2I, 0);
            ((ByteVector) numbers.convertShape(VectorOperators.I2B, BYTES, 0)).intoMemorySegment(bytes, at + i, ORDER);
        }
    }

    @Override
    public void dequantize(MemorySegment sums, long at, float scale, float[] bias, float[] y, int offset) {
        int last = bias.length - VECTOR;
        for (int i = 0; i < bias.length; i += VECTOR) {
            int j = Math.min(i, last); // the last vector may overlap the one before
            sums(sums, at, j).mul(scale).add(load(bias, j)).intoArray(y, offset + j);
        }
    }

    @Override
    public float dequantizeGelu(MemorySegment sums, long at, float scale, float[] bias, float[] y) {
        FloatVector scales = FloatVector.broadcast(FLOATS, scale);
        for (int i = 0; i < y.length; i += VECTOR) {
            sums(sums, at, i).fma(scales, load(bias, i)).intoArray(y, i);
        }
        return gelu(y);
    }

    @Override
    public void dequantizeOnto(float[] x, MemorySegment sums, long at, int zero, int[] columnSums, float scale,
            float[] gain, float[] bias, float[] y) {
        for (int i = 0; i < y.length; i += VECTOR) {
            IntVector exact = IntVector.fromMemorySegment(INTS, sums, at + (long) i * Integer.BYTES, ORDER)
                    .sub(IntVector.fromArray(INTS, columnSums, i).mul(zero));
            ((FloatVector) exact.convert(VectorOperators.I2F, 0)).mul(scale)
                    .fma(load(gain, i), load(x, i).add(load(bias, i))).intoArray(y, i);
        }
    }

    @Override
    public void products(float[] x, int at, float[] w, int from, int depth, float[] matrix, int offset, int distance,
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

    @Override
    public void softmax(float[] x, int count, float scale, float[] sums) {
        FloatVector largest = FloatVector.broadcast(FLOATS, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < count; i += VECTOR) {
            largest = largest.max(load(x, i));
        }
        float top = largest.reduceLanes(VectorOperators.MAX);
        for (int i = 0; i < count; i += VECTOR) {
            load(x, i).sub(top).mul(scale).intoArray(x, i);
        }
        ArrayMath.now().exp(x, count, 0, x);
        for (int j = 0; j < MULTIPLE; j += VECTOR) {
            FloatVector sum = FloatVector.zero(FLOATS);
            for (int i = j; i < count; i += MULTIPLE) {
                sum = sum.add(load(x, i));
            }
            sum.intoArray(sums, j);
        }
        float factor = 1 / PartialSums.total(sums);
        for (int i = 0; i < count; i += VECTOR) {
            load(x, i).mul(factor).intoArray(x, i);
        }
    }

    @Override
    public float dot(float[] x, float[] w, float[] sums) {
        for (int j = 0; j < MULTIPLE; j += VECTOR) {
            FloatVector sum = FloatVector.zero(FLOATS);
            for (int i = j; i < x.length; i += MULTIPLE) {
                sum = load(x, i).fma(load(w, i), sum);
            }
            sum.intoArray(sums, j);
        }
        return PartialSums.total(sums);
    }

    private static FloatVector sums(MemorySegment sums, long at, int i) {
        return (FloatVector) IntVector.fromMemorySegment(INTS, sums, at + (long) i * Integer.BYTES, ORDER)
                .convert(VectorOperators.I2F, 0);
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(FLOATS, x, at);
    }
}
