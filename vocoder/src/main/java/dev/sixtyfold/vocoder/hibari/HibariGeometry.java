package dev.sixtyfold.vocoder.hibari;

/** The numbers that the family's networks are made with. */
final class HibariGeometry {

    /** Of the samples, in Hz. */
    static final int SAMPLE_RATE = 24_000;

    /** Points of a transform, and samples that a frame reaches over. */
    static final int WINDOW = 1200;

    /** Samples from one frame to the next. */
    static final int HOP = 300;

    /** Bins of a real spectrum, from 0 Hz to half the sample rate. */
    static final int BINS = WINDOW / 2 + 1;

    /** Numbers that the network gives for each frame: {@code lh, theta, ln, lr, phi}, each over all bins. */
    static final int PARTS = 5 * BINS;

    private HibariGeometry() {}
}
