package dev.sixtyfold.vocoder.hibari;

/** The formula in {@link FastMath}, one loop over all bins without a branch. */
final class FastSpectrumMixer implements SpectrumMixer {

    private static final float TURNS_PER_RADIAN = (float) (0.5 / Math.PI);

    @Override
    public void mix(float[] parts, int offset, Spectrum noise, Spectrum spectrum) {
        int bins = HibariGeometry.BINS;
        float[] re = spectrum.re();
        float[] im = spectrum.im();
        float[] noiseRe = noise.re();
        float[] noiseIm = noise.im();
        for (int bin = 0; bin < bins; bin++) {
            int at = offset + bin;
            float harmonic = FastMath.exp(Math.min(parts[at], LOUDEST));
            float turns = 0.5f * FastMath.tanh(parts[at + bins]);
            float sinHalf = FastMath.sinHalf(turns);
            float cosHalf = FastMath.cosHalf(turns);
            float cos = harmonic * (cosHalf * cosHalf - sinHalf * sinHalf);
            float sin = harmonic * 2 * sinHalf * cosHalf;
            float noisy = FastMath.exp(Math.min(parts[at + 2 * bins], LOUDEST));
            float free = FastMath.exp(Math.min(parts[at + 3 * bins], LOUDEST));
            float phi = FastMath.fraction(parts[at + 4 * bins] * TURNS_PER_RADIAN);
            float sinHalfPhi = FastMath.sinHalf(phi);
            float cosHalfPhi = FastMath.cosHalf(phi);
            float a = re[bin];
            float b = im[bin];
            re[bin] = cos * a - sin * b + noisy * noiseRe[bin]
                    + free * (cosHalfPhi * cosHalfPhi - sinHalfPhi * sinHalfPhi);
            im[bin] = cos * b + sin * a + noisy * noiseIm[bin] + free * 2 * sinHalfPhi * cosHalfPhi;
        }
    }
}
