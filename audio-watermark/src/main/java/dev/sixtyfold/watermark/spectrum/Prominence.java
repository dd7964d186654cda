package dev.sixtyfold.watermark.spectrum;

/**
 * How far a cell stands out from its surroundings: its log power less the mean of its neighbours in time, less the mean of
 * what that gives in the two bands on each side. What speech does slowly in time or smoothly over frequency cancels, and so
 * does every gain; what is left to be told from the mark is a few decibels.
 */
public final class Prominence {

    /** Fewer bands have no surroundings. */
    public static final int LEAST_BANDS = 5;

    private Prominence() {}

    /**
     * Of the bands of one slot.
     *
     * @param before
     *            log powers of the slot before, in dB
     * @param here
     *            of the slot
     * @param after
     *            of the slot after
     * @param bands
     *            how many bands count, at least {@link #LEAST_BANDS}
     * @param scratch
     *            {@code bands + 4} values
     * @param prominence
     *            in dB, written from {@code to} on
     */
    public static void ofSlot(float[] before, float[] here, float[] after, int bands, float[] scratch,
            float[] prominence, int to) {
        for (int band = 0; band < bands; band++) {
            scratch[band + 2] = here[band] - 0.5f * (before[band] + after[band]);
        }
        scratch[1] = scratch[3]; // mirrored at both ends
        scratch[0] = scratch[4];
        scratch[bands + 2] = scratch[bands];
        scratch[bands + 3] = scratch[bands - 1];
        for (int band = 0; band < bands; band++) {
            prominence[to + band] = scratch[band + 2]
                    - 0.25f * (scratch[band] + scratch[band + 1] + scratch[band + 3] + scratch[band + 4]);
        }
    }
}
