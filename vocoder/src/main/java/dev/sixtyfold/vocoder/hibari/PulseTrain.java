package dev.sixtyfold.vocoder.hibari;

/**
 * The excitation of voiced speech: all harmonics of f0 below 11 kHz at unit amplitude, in closed form
 * {@code sum over h=1..H of cos(h t) = sin((H + 1/2) t) / (2 sin(t / 2)) - 1/2}; silent where f0 is at most 40 Hz. f0 is
 * interpolated linearly between the centres of the frames; the phase runs on through unvoiced frames at 40 Hz. Has working
 * memory, so it serves one thread at a time, and any utterance.
 */
sealed interface PulseTrain permits PlainPulseTrain, FastPulseTrain {

    /** Frames with less are unvoiced, in Hz. */
    float VOICED_ABOVE = 40;

    /** Highest harmonic, in Hz. */
    float HIGHEST = 11_000;

    /** Where the closed form is 0/0, to single precision: the limit is taken below this. */
    float NEAR_ZERO = 2e-3f;

    /**
     * Writes the samples of an utterance's next frame.
     *
     * @param phase
     *            of the utterance, carried on from frame to frame
     * @param out
     *            {@link HibariGeometry#HOP} samples from {@code offset} on
     * @return whether there is anything but silence among them
     */
    boolean next(PulsePhase phase, float[] out, int offset);
}
