package dev.sixtyfold.vocoder.hibari;

/** The formula as it stands, in double precision. */
final class PlainSpectrumMixer implements SpectrumMixer {

    @Override
    public void mix(float[] parts, int offset, boolean voiced, Spectrum noise, Spectrum spectrum) {
        int bins = HibariGeometry.BINS;
        for (int bin = 0; bin < bins; bin++) {
            int at = offset + bin;
            double harmonic = Math.exp(Math.min(parts[at], LOUDEST));
            double turn = Math.PI * Math.tanh(parts[at + bins]);
            double noisy = Math.exp(Math.min(parts[at + 2 * bins], LOUDEST));
            double free = Math.exp(Math.min(parts[at + 3 * bins], LOUDEST));
            double phi = parts[at + 4 * bins];
            double cos = harmonic * Math.cos(turn);
            double sin = harmonic * Math.sin(turn);
            double re = voiced ? spectrum.re()[bin] : 0;
            double im = voiced ? spectrum.im()[bin] : 0;
            spectrum.re()[bin] = (float) (cos * re - sin * im + noisy * noise.re()[bin] + free * Math.cos(phi));
            spectrum.im()[bin] = (float) (cos * im + sin * re + noisy * noise.im()[bin] + free * Math.sin(phi));
        }
    }
}
