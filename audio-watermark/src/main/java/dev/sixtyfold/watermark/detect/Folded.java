package dev.sixtyfold.watermark.detect;

import dev.sixtyfold.watermark.pattern.CellGrid;

/**
 * Part of an evidence, summed over the repeats of the pattern.
 *
 * @param sums
 *            {@code [slot of the period][band]}, counted from the first slot of the evidence; what shares a sum shares a sign
 */
@SuppressWarnings("ArrayRecordComponent")
record Folded(CellEvidence evidence, float[] sums) {

    /** The score of all cells: {@link Bound}. */
    double z(byte[] signs, int startSlot) {
        return Bound.z(sums, signs, Math.floorMod(startSlot, CellGrid.PERIOD));
    }
}
