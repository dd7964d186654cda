package dev.sixtyfold.vocoder.hibari;

/**
 * Working memory for one complex spectrum.
 *
 * @param re
 *            {@link HibariGeometry#BINS} real parts
 * @param im
 *            {@link HibariGeometry#BINS} imaginary parts
 */
@SuppressWarnings("ArrayRecordComponent") // working memory, written to by its owner
record Spectrum(float[] re, float[] im) {

    static Spectrum empty() {
        return new Spectrum(new float[HibariGeometry.BINS], new float[HibariGeometry.BINS]);
    }
}
