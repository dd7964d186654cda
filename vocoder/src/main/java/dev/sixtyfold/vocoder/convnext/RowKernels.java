package dev.sixtyfold.vocoder.convnext;

/**
 * Loops over the channels of one frame, of as many as their arrays are long. Each does little and reads and writes arrays of
 * its own, so that the compiler makes vector instructions of it. Every sum has a fixed order: a frame's result depends on
 * the frame alone, to the last bit, whatever stands beside it.
 */
final class RowKernels {

    /** Largest numbers are found in steps of this: whole numbers can be compared many at once. */
    private static final float STEP = 1f / 65536;

    /** From here on {@code x (1 - Phi(x))}, which is 8e-4 at this place, is taken for what it is here. */
    private static final float GELU_END = 3.5f;

    private RowKernels() {}

    /** {@code y = b + w0 x0 + w1 x1}. */
    static void twoTaps(float[] b, float[] w0, float[] x0, float[] w1, float[] x1, float[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.fma(x1[i], w1[i], Math.fma(x0[i], w0[i], b[i]));
        }
    }

    /** {@code y += w x}. */
    static void tap(float[] w, float[] x, float[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.fma(x[i], w[i], y[i]);
        }
    }

    /** {@code y += w x} with one {@code x} for all. */
    static void scaled(float[] w, float x, float[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.fma(x, w[i], y[i]);
        }
    }

    /** {@code y = a + b}. */
    static void sum(float[] a, float[] b, float[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = a[i] + b[i];
        }
    }

    /** {@code y += x}. */
    static void add(float[] x, float[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += x[i];
        }
    }

    /**
     * The sum, by halves.
     *
     * @param x
     *            of a length that is a multiple of 8
     * @param halves
     *            working memory, half as long
     * @param quarters
     *            working memory, half as long
     */
    static float total(float[] x, float[] halves, float[] quarters) {
        int half = x.length / 2;
        for (int i = 0; i < half; i++) {
            halves[i] = x[i] + x[half + i];
        }
        int quarter = half / 2;
        for (int i = 0; i < quarter; i++) {
            quarters[i] = halves[i] + halves[quarter + i];
        }
        int eighth = quarter / 2;
        for (int i = 0; i < eighth; i++) {
            halves[i] = quarters[i] + quarters[eighth + i];
        }
        float sum = 0;
        for (int i = 0; i < eighth; i++) {
            sum += halves[i];
        }
        return sum;
    }

    /** {@code y = (x - mean)^2}. */
    static void squares(float[] x, float mean, float[] y) {
        for (int i = 0; i < y.length; i++) {
            float difference = x[i] - mean;
            y[i] = difference * difference;
        }
    }

    /** {@code y = (x - mean) factor gain + bias}. */
    static void normalize(float[] x, float mean, float factor, float[] gain, float[] bias, float[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.fma((x[i] - mean) * factor, gain[i], bias[i]);
        }
    }

    /** The largest magnitude, rounded up by at most 2^-16. */
    static float largestMagnitude(float[] x) {
        int largest = 0;
        for (int i = 0; i < x.length; i++) {
            largest = Math.max(largest, (int) (Math.abs(x[i]) / STEP));
        }
        return (largest + 1) * STEP;
    }

    /** The largest number or 0, rounded up by at most 2^-16. */
    static float largest(float[] x) {
        int largest = 0;
        for (int i = 0; i < x.length; i++) {
            largest = Math.max(largest, (int) (x[i] / STEP));
        }
        return (largest + 1) * STEP;
    }

    /** Unsigned bytes {@code x factor + offset}, cut to whole numbers. */
    static void quantize(float[] x, float factor, float offset, byte[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = (byte) (int) Math.fma(x[i], factor, offset);
        }
    }

    /** {@code y = sums scale + bias}, from {@code offset} on. */
    static void dequantize(int[] sums, float scale, float[] bias, float[] y, int offset) {
        for (int i = 0; i < sums.length; i++) {
            y[offset + i] = Math.fma((float) sums[i], scale, bias[i]);
        }
    }

    /**
     * {@code y = GELU(sums scale + bias)} within 1e-3:
     * {@code x Phi(x)} is {@code max(x, 0)} less an even function, which a polynomial in {@code |x|} stands for.
     */
    static void dequantizeGelu(int[] sums, float scale, float[] bias, float[] y) {
        for (int i = 0; i < y.length; i++) {
            float x = Math.fma((float) sums[i], scale, bias[i]);
            float magnitude = Math.abs(x);
            // The smaller of the two, without a comparison: those are slow in such loops.
            float a = 0.5f * ((magnitude + GELU_END) - Math.abs(magnitude - GELU_END));
            float p = -0.00077659264f;
            p = Math.fma(a, p, 0.011644363f);
            p = Math.fma(a, p, -0.06629181f);
            p = Math.fma(a, p, 0.16192827f);
            p = Math.fma(a, p, -0.07127156f);
            p = Math.fma(a, p, -0.37319434f);
            p = Math.fma(a, p, 0.4964746f);
            p = Math.fma(a, p, 7.908025e-05f);
            y[i] = Math.fma(0.5f, x + magnitude, -p);
        }
    }

    /** {@code y = (sums - zero columnSums) scale gain + x}. */
    static void dequantizeOnto(float[] x, int[] sums, int zero, int[] columnSums, float scale, float[] gain,
            float[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.fma((float) (sums[i] - zero * columnSums[i]) * scale, gain[i], x[i]);
        }
    }
}
