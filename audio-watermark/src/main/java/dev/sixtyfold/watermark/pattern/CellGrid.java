package dev.sixtyfold.watermark.pattern;

/**
 * The grid of cells, in seconds and Hz, whatever the sample rate. A cell is a slot of 21.3 ms (two hops of 10.7 ms) by a band
 * of 187.5 Hz. The lower half of the bands lies within a telephone's, the upper half reaches to 6.9 kHz; either can be read
 * without the other.
 */
public final class CellGrid {

    /** Hops of the short-time transform in a second: its frames are two hops long. */
    public static final double HOPS_PER_SECOND = 93.75;

    /** Hops in a slot. */
    public static final int HOPS_PER_SLOT = 2;

    /** Slots after which the pattern repeats: 1.37 s. */
    public static final int PERIOD = 64;

    /** Width of a band in Hz. */
    public static final double BAND_HZ = 187.5;

    /** Lower edge of the first band in Hz. */
    public static final double LOWEST_HZ = 304.6875;

    /** Bands up to 3.3 kHz. */
    public static final int LOW_BANDS = 16;

    /** All bands, up to 6.9 kHz. */
    public static final int BANDS = 35;

    /** Cells of a period. */
    public static final int CELLS = PERIOD * BANDS;

    private CellGrid() {}

    /** Lower edge of a band in Hz; of {@link #BANDS}: the upper edge of the last one. */
    public static double edgeHz(int band) {
        return LOWEST_HZ + band * BAND_HZ;
    }

    /** Seconds of a slot. */
    public static double slotSeconds() {
        return HOPS_PER_SLOT / HOPS_PER_SECOND;
    }
}
