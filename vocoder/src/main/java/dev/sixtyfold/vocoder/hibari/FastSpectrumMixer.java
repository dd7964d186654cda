package dev.sixtyfold.vocoder.hibari;

/**
 * The formula in {@link FastMath}, in loops over all bins without a branch. Each part is copied into an array of its own
 * first and each loop does little: what the compiler needs to see that it may work on many bins at once. Has working
 * memory, so it serves one thread at a time.
 */
final class FastSpectrumMixer implements SpectrumMixer {

    private static final int BINS = HibariGeometry.BINS;
    private static final float TURNS_PER_RADIAN = (float) (0.5 / Math.PI);

    private final float[] harmonic = new float[BINS];
    private final float[] theta = new float[BINS];
    private final float[] noisy = new float[BINS];
    private final float[] free = new float[BINS];
    private final float[] phi = new float[BINS];
    private final float[] cos = new float[BINS];
    private final float[] sin = new float[BINS];

    @Override
    public void mix(float[] parts, int offset, Spectrum noise, Spectrum spectrum) {
        System.arraycopy(parts, offset, harmonic, 0, BINS);
        System.arraycopy(parts, offset + BINS, theta, 0, BINS);
        System.arraycopy(parts, offset + 2 * BINS, noisy, 0, BINS);
        System.arraycopy(parts, offset + 3 * BINS, free, 0, BINS);
        System.arraycopy(parts, offset + 4 * BINS, phi, 0, BINS);
        magnitudes(harmonic);
        magnitudes(noisy);
        magnitudes(free);
        for (int bin = 0; bin < BINS; bin++) {
            theta[bin] = 0.5f * FastMath.tanh(theta[bin]);
        }
        for (int bin = 0; bin < BINS; bin++) {
            phi[bin] = FastMath.fraction(phi[bin] * TURNS_PER_RADIAN);
        }
        float[] re = spectrum.re();
        float[] im = spectrum.im();
        phasors(theta, harmonic);
        for (int bin = 0; bin < BINS; bin++) {
            float a = re[bin];
            float b = im[bin];
            re[bin] = cos[bin] * a - sin[bin] * b;
            im[bin] = cos[bin] * b + sin[bin] * a;
        }
        phasors(phi, free);
        add(re, cos, noise.re());
        add(im, sin, noise.im());
    }

    private static void magnitudes(float[] logarithms) {
        for (int bin = 0; bin < BINS; bin++) {
            logarithms[bin] = FastMath.exp(Math.min(logarithms[bin], LOUDEST));
        }
    }

    /** Leaves {@code magnitude exp(2 pi i turns)} in {@link #cos} and {@link #sin}. */
    private void phasors(float[] turns, float[] magnitude) {
        for (int bin = 0; bin < BINS; bin++) {
            float s = FastMath.sinHalf(turns[bin]);
            float c = FastMath.cosHalf(turns[bin]);
            cos[bin] = magnitude[bin] * (c * c - s * s);
            sin[bin] = magnitude[bin] * 2 * s * c;
        }
    }

    private void add(float[] sum, float[] part, float[] noise) {
        for (int bin = 0; bin < BINS; bin++) {
            sum[bin] += part[bin] + noisy[bin] * noise[bin];
        }
    }
}
