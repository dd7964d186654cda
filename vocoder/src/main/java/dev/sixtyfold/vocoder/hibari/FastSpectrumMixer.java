package dev.sixtyfold.vocoder.hibari;

import dev.sixtyfold.speech.dsp.ArrayMath;
import dev.sixtyfold.speech.dsp.VectorUnit;

/**
 * The formula by {@link ArrayMath}, many bins at once. Has working memory, so it serves one thread at a time.
 */
final class FastSpectrumMixer implements SpectrumMixer {

    private static final int BINS = HibariGeometry.BINS;
    private static final int PADDED = VectorUnit.padded(BINS);
    private static final float TURNS_PER_RADIAN = (float) (0.5 / Math.PI);

    private final float[] magnitude = new float[PADDED];
    private final float[] turns = new float[PADDED];
    private final float[] cos = new float[PADDED];
    private final float[] sin = new float[PADDED];

    @Override
    public void mix(float[] parts, int offset, boolean voiced, Spectrum noise, Spectrum spectrum) {
        SignalKernels kernels = SignalKernels.now();
        if (voiced) {
            magnitudes(parts, offset);
            turnsOfTheta(parts, offset + BINS);
            phasors();
            ArrayMath.now().multiply(spectrum.re(), spectrum.im(), cos, sin, PADDED);
        }
        magnitudes(parts, offset + 3 * BINS);
        turnsOfPhi(parts, offset + 4 * BINS);
        phasors();
        if (voiced) {
            kernels.add(cos, spectrum.re());
            kernels.add(sin, spectrum.im());
        } else {
            System.arraycopy(cos, 0, spectrum.re(), 0, PADDED);
            System.arraycopy(sin, 0, spectrum.im(), 0, PADDED);
        }
        magnitudes(parts, offset + 2 * BINS);
        kernels.addProducts(noise.re(), magnitude, spectrum.re());
        kernels.addProducts(noise.im(), magnitude, spectrum.im());
    }

    /** The exponentials of a part, in {@link #magnitude}. */
    private void magnitudes(float[] parts, int offset) {
        System.arraycopy(parts, offset, magnitude, 0, BINS);
        ArrayMath.now().exp(magnitude, PADDED, LOUDEST, magnitude);
    }

    private void turnsOfTheta(float[] parts, int offset) {
        System.arraycopy(parts, offset, turns, 0, BINS);
        ArrayMath.now().tanh(turns);
        SignalKernels.now().scale(turns, 0.5f);
    }

    private void turnsOfPhi(float[] parts, int offset) {
        System.arraycopy(parts, offset, turns, 0, BINS);
        ArrayMath.now().fraction(turns, TURNS_PER_RADIAN);
    }

    /** Leaves {@code magnitude exp(2 pi i turns)} in {@link #cos} and {@link #sin}. */
    private void phasors() {
        ArrayMath.now().sinHalf(turns, sin);
        ArrayMath.now().cosHalf(turns, cos);
        SignalKernels.now().phasors(magnitude, cos, sin);
    }
}
