package dev.sixtyfold.vocoder.hibari;

import dev.sixtyfold.speech.dsp.VectorUnit;

/**
 * Working memory for one complex spectrum.
 *
 * @param re
 *            {@link HibariGeometry#BINS} real parts, with room behind them for a whole number of vectors
 * @param im
 *            as many imaginary parts
 */
@SuppressWarnings("ArrayRecordComponent") // working memory, written to by its owner
record Spectrum(float[] re, float[] im) {

    static Spectrum empty() {
        return new Spectrum(new float[VectorUnit.padded(HibariGeometry.BINS)],
                new float[VectorUnit.padded(HibariGeometry.BINS)]);
    }
}
