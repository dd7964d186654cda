package dev.sixtyfold.speech.dsp;

/**
 * The transform of a real signal by a complex one of half the length: the even samples are the real parts, the odd ones the
 * imaginary parts.
 *
 * <p>Serves one thread at a time.
 */
public final class RealFft {

    private final LaneFft half;
    /** Half the cosine of each bin's angle, and half its sine. */
    private final float[] cosine;
    private final float[] sine;

    /**
     * @param half
     *            of half the signal's length, of more than 16 points, with one lane
     */
    public RealFft(LaneFft half) {
        if (half.lanes() != 1 || half.size() <= VectorUnit.MULTIPLE) {
            throw new IllegalArgumentException("a transform of " + half.size() + " points and " + half.lanes()
                    + " lanes: there has to be one lane of more than " + VectorUnit.MULTIPLE + " points");
        }
        this.half = half;
        this.cosine = new float[half.size()];
        this.sine = new float[half.size()];
        for (int k = 0; k < half.size(); k++) {
            cosine[k] = (float) (0.5 * Math.cos(Math.PI * k / half.size()));
            sine[k] = (float) (0.5 * Math.sin(Math.PI * k / half.size()));
        }
    }

    /** Length of the signal. */
    public int size() {
        return 2 * half.size();
    }

    /**
     * Forward transform, not scaled.
     *
     * @param even
     *            samples 0, 2, 4, …; written over
     * @param odd
     *            samples 1, 3, 5, …; written over
     * @param re
     *            receives {@code size / 2 + 1} real parts
     * @param im
     *            receives {@code size / 2 + 1} imaginary parts
     */
    public void forward(float[] even, float[] odd, float[] re, float[] im) {
        int n = half.size();
        half.transform(even, odd);
        re[0] = even[0] + odd[0];
        im[0] = 0;
        re[n] = even[0] - odd[0];
        im[n] = 0;
        TransformKernels.now().split(even, odd, cosine, sine, re, im);
    }

    /**
     * Inverse transform, {@code size / 2} times too large. The imaginary parts of the first and the last bin count as zero,
     * as a real signal has it.
     *
     * @param even
     *            receives samples 0, 2, 4, …
     * @param odd
     *            receives samples 1, 3, 5, …
     */
    public void inverse(float[] re, float[] im, float[] even, float[] odd) {
        int n = half.size();
        even[0] = 0.5f * (re[0] + re[n]);
        odd[0] = 0.5f * (re[0] - re[n]);
        TransformKernels.now().join(re, im, cosine, sine, even, odd);
        half.transform(odd, even);
    }
}
