package dev.sixtyfold.speech.dsp;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The transform of a real signal by a complex one of half the length: the even samples are the real parts, the odd ones the
 * imaginary parts.
 *
 * <p>Serves one thread at a time.
 */
public final class RealFft {

    private static final VectorSpecies<Float> SPECIES = VectorMath.SPECIES;
    private static final int VECTOR = SPECIES.length();
    private static final VectorShuffle<Float> REVERSE = VectorShuffle.iota(SPECIES, VECTOR - 1, -1, true);

    private final LaneFft half;
    /** Half the cosine of each bin's angle, and half its sine. */
    private final float[] cosine;
    private final float[] sine;

    /**
     * @param half
     *            of half the signal's length, of more than 16 points, with one lane
     */
    public RealFft(LaneFft half) {
        if (half.lanes() != 1 || half.size() <= VECTOR) {
            throw new IllegalArgumentException("a transform of " + half.size() + " points and " + half.lanes()
                    + " lanes: there has to be one lane of more than " + VECTOR + " points");
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
        for (int k = 1; k < n; k += VECTOR) {
            int at = Math.min(k, n - VECTOR); // the last vector may overlap the one before
            int mirror = n - at - VECTOR + 1;
            FloatVector evenHere = FloatVector.fromArray(SPECIES, even, at);
            FloatVector evenThere = FloatVector.fromArray(SPECIES, even, mirror).rearrange(REVERSE);
            FloatVector oddHere = FloatVector.fromArray(SPECIES, odd, at);
            FloatVector oddThere = FloatVector.fromArray(SPECIES, odd, mirror).rearrange(REVERSE);
            FloatVector c = FloatVector.fromArray(SPECIES, cosine, at);
            FloatVector s = FloatVector.fromArray(SPECIES, sine, at);
            FloatVector difRe = evenHere.sub(evenThere);
            FloatVector difIm = oddHere.add(oddThere);
            evenHere.add(evenThere).mul(0.5f).add(difIm.mul(c)).sub(difRe.mul(s)).intoArray(re, at);
            oddHere.sub(oddThere).mul(0.5f).sub(difRe.mul(c)).sub(difIm.mul(s)).intoArray(im, at);
        }
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
        for (int k = 1; k < n; k += VECTOR) {
            int at = Math.min(k, n - VECTOR);
            int mirror = n - at - VECTOR + 1;
            FloatVector reHere = FloatVector.fromArray(SPECIES, re, at);
            FloatVector reThere = FloatVector.fromArray(SPECIES, re, mirror).rearrange(REVERSE);
            FloatVector imHere = FloatVector.fromArray(SPECIES, im, at);
            FloatVector imThere = FloatVector.fromArray(SPECIES, im, mirror).rearrange(REVERSE);
            FloatVector c = FloatVector.fromArray(SPECIES, cosine, at);
            FloatVector s = FloatVector.fromArray(SPECIES, sine, at);
            FloatVector difRe = reHere.sub(reThere);
            FloatVector difIm = imHere.add(imThere);
            reHere.add(reThere).mul(0.5f).sub(difIm.mul(c)).sub(difRe.mul(s)).intoArray(even, at);
            imHere.sub(imThere).mul(0.5f).add(difRe.mul(c)).sub(difIm.mul(s)).intoArray(odd, at);
        }
        half.transform(odd, even);
    }
}
