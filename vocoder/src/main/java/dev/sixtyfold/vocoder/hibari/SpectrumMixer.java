package dev.sixtyfold.vocoder.hibari;

/** The formula of the family for one frame, see the package's description. */
sealed interface SpectrumMixer permits PlainSpectrumMixer, FastSpectrumMixer {

    /** Logarithms of magnitudes are cut off here. */
    float LOUDEST = 7;

    /**
     * Mixes one frame.
     *
     * @param parts
     *            from {@code offset} on, {@link HibariGeometry#PARTS} numbers: {@code lh, theta, ln, lr, phi}
     * @param voiced
     *            whether the frame has pulses; if not, what the spectrum held is written over
     * @param noise
     *            spectrum of the noise, {@link HibariGeometry#BINS} bins
     * @param spectrum
     *            spectrum of the pulse train going in, of the frame coming out
     */
    void mix(float[] parts, int offset, boolean voiced, Spectrum noise, Spectrum spectrum);
}
