package dev.sixtyfold.vocoder.hibari;

import static dev.sixtyfold.speech.dsp.VectorMath.SPECIES;
import static dev.sixtyfold.speech.dsp.VectorMath.VECTOR;

import dev.sixtyfold.speech.dsp.VectorMath;
import jdk.incubator.vector.FloatVector;

/**
 * The formula by {@link VectorMath}, many bins at once. Has working memory, so it serves one thread at a time.
 */
final class FastSpectrumMixer implements SpectrumMixer {

    private static final int BINS = HibariGeometry.BINS;
    private static final int PADDED = VectorMath.padded(BINS);
    private static final float TURNS_PER_RADIAN = (float) (0.5 / Math.PI);

    private final float[] magnitude = new float[PADDED];
    private final float[] turns = new float[PADDED];
    private final float[] cos = new float[PADDED];
    private final float[] sin = new float[PADDED];

    @Override
    public void mix(float[] parts, int offset, boolean voiced, Spectrum noise, Spectrum spectrum) {
        if (voiced) {
            magnitudes(parts, offset);
            turnsOfTheta(parts, offset + BINS);
            phasors();
            multiply(spectrum.re(), spectrum.im());
        }
        magnitudes(parts, offset + 3 * BINS);
        turnsOfPhi(parts, offset + 4 * BINS);
        phasors();
        if (voiced) {
            add(spectrum.re(), spectrum.im());
        } else {
            System.arraycopy(cos, 0, spectrum.re(), 0, PADDED);
            System.arraycopy(sin, 0, spectrum.im(), 0, PADDED);
        }
        magnitudes(parts, offset + 2 * BINS);
        addNoise(noise, spectrum.re(), spectrum.im());
    }

    /** The exponentials of a part, in {@link #magnitude}. */
    private void magnitudes(float[] parts, int offset) {
        System.arraycopy(parts, offset, magnitude, 0, BINS);
        VectorMath.exp(magnitude, PADDED, LOUDEST, magnitude);
    }

    private void turnsOfTheta(float[] parts, int offset) {
        System.arraycopy(parts, offset, turns, 0, BINS);
        VectorMath.tanh(turns);
        for (int bin = 0; bin < PADDED; bin += VECTOR) {
            FloatVector.fromArray(SPECIES, turns, bin).mul(0.5f).intoArray(turns, bin);
        }
    }

    private void turnsOfPhi(float[] parts, int offset) {
        System.arraycopy(parts, offset, turns, 0, BINS);
        VectorMath.fraction(turns, TURNS_PER_RADIAN);
    }

    /** Leaves {@code magnitude exp(2 pi i turns)} in {@link #cos} and {@link #sin}. */
    private void phasors() {
        VectorMath.sinHalf(turns, sin);
        VectorMath.cosHalf(turns, cos);
        for (int bin = 0; bin < PADDED; bin += VECTOR) {
            FloatVector scale = FloatVector.fromArray(SPECIES, magnitude, bin);
            FloatVector s = FloatVector.fromArray(SPECIES, sin, bin);
            FloatVector c = FloatVector.fromArray(SPECIES, cos, bin);
            FloatVector scaled = c.mul(scale);
            c.mul(scaled).sub(s.mul(s).mul(scale)).intoArray(cos, bin);
            s.add(s).mul(scaled).intoArray(sin, bin);
        }
    }

    private void multiply(float[] re, float[] im) {
        for (int bin = 0; bin < PADDED; bin += VECTOR) {
            FloatVector a = FloatVector.fromArray(SPECIES, re, bin);
            FloatVector b = FloatVector.fromArray(SPECIES, im, bin);
            FloatVector c = FloatVector.fromArray(SPECIES, cos, bin);
            FloatVector s = FloatVector.fromArray(SPECIES, sin, bin);
            a.mul(c).sub(b.mul(s)).intoArray(re, bin);
            a.mul(s).add(b.mul(c)).intoArray(im, bin);
        }
    }

    private void add(float[] re, float[] im) {
        for (int bin = 0; bin < PADDED; bin += VECTOR) {
            FloatVector.fromArray(SPECIES, re, bin).add(FloatVector.fromArray(SPECIES, cos, bin)).intoArray(re, bin);
            FloatVector.fromArray(SPECIES, im, bin).add(FloatVector.fromArray(SPECIES, sin, bin)).intoArray(im, bin);
        }
    }

    private void addNoise(Spectrum noise, float[] re, float[] im) {
        for (int bin = 0; bin < PADDED; bin += VECTOR) {
            FloatVector scale = FloatVector.fromArray(SPECIES, magnitude, bin);
            FloatVector r = FloatVector.fromArray(SPECIES, noise.re(), bin);
            FloatVector i = FloatVector.fromArray(SPECIES, noise.im(), bin);
            r.mul(scale).add(FloatVector.fromArray(SPECIES, re, bin)).intoArray(re, bin);
            i.mul(scale).add(FloatVector.fromArray(SPECIES, im, bin)).intoArray(im, bin);
        }
    }
}
