package dev.sixtyfold.watermark.detect;

import dev.sixtyfold.watermark.pattern.CellGrid;
import dev.sixtyfold.watermark.spectrum.Decibels;
import dev.sixtyfold.watermark.spectrum.FrameTransform;
import dev.sixtyfold.watermark.spectrum.Prominence;

/**
 * What each cell says under one supposition of line and offset: positive if it stands out, negative if it is sunk, larger the
 * more it is to be trusted. A function of the audio alone: no key has been looked at.
 *
 * @param line
 *            as supposed
 * @param offset
 *            quarters of a hop of the unchanged recording, from 0 to 7, by which its slots begin later than the clip
 * @param slots
 *            number of them
 * @param values
 *            {@code [slot][band]}
 * @param trust
 *            of each slot: mean over its bands
 */
@SuppressWarnings("ArrayRecordComponent")
record CellEvidence(Line line, int offset, int slots, float[] values, float[] trust) {

    /** Quarters of a hop in a slot: that many offsets are different. */
    static final int OFFSETS = 4 * CellGrid.HOPS_PER_SLOT;

    /** A slot of this mean trust is sound in full: a telephone's bands are not half of all. */
    private static final float ACTIVE_TRUST = 0.4f;

    /** What stands out further than this says little more. */
    private static final float LIMIT_DB = 8;

    /** What is new in a cell is at least this part of it. */
    private static final float LEAST_NEW = 0.02f;

    /**
     * Of a stretch of a spectrogram.
     *
     * @param bandLevels
     *            at the pitch of the line
     * @param levels
     *            of the window
     * @param from
     *            its first quarter
     * @param to
     *            end of the stretch
     */
    static CellEvidence of(BandLevels bandLevels, Levels levels, Line line, int offset, int from, int to) {
        int bands = CellGrid.BANDS;
        double perQuarter = 1 / line.tempo();
        int end = Math.min(to, bandLevels.quarters());
        int slots = 0;
        while (from + Math.round((offset + slots * OFFSETS + OFFSETS / 2) * perQuarter) < end) {
            slots++;
        }
        float[] db = new float[slots * bands];
        for (int slot = 0; slot < slots; slot++) {
            int quarter = from + (int) Math.round((offset + slot * OFFSETS) * perQuarter);
            int other = from + (int) Math.round((offset + slot * OFFSETS + OFFSETS / 2) * perQuarter);
            bandLevels.addSlot(quarter, other, db, slot * bands);
        }
        float[] values = new float[slots * bands];
        float[] trust = new float[slots];
        weigh(levels, db, slots, values, trust);
        gather(levels, db, slots, values);
        return new CellEvidence(line, offset, slots, values, trust);
    }

    /** Prominence, limited, times trust, over the variance that its band has. */
    private static void weigh(Levels levels, float[] db, int slots, float[] values, float[] trust) {
        int bands = CellGrid.BANDS;
        float[][] rows = {new float[bands], new float[bands], new float[bands]};
        float[] scratch = new float[bands + 4];
        float[] squares = new float[bands];
        float[] trusted = new float[bands];
        for (int slot = 0; slot < slots; slot++) {
            for (int d = -1; d <= 1; d++) {
                int at = Math.clamp(slot + d, 0, slots - 1) * bands;
                System.arraycopy(db, at, rows[d + 1], 0, bands);
            }
            int row = slot * bands;
            Prominence.ofSlot(rows[0], rows[1], rows[2], bands, scratch, values, row);
            float sum = 0;
            for (int band = 0; band < bands; band++) {
                float ratio = values[row + band] * (1 / LIMIT_DB);
                float limited = values[row + band] / (float) Math.sqrt(1 + ratio * ratio);
                float w = levels.trust(band, db[row + band]);
                squares[band] += w * limited * limited;
                trusted[band] += w;
                values[row + band] = w * limited;
                sum += w;
            }
            trust[slot] = sum / bands;
        }
        float[] scale = new float[bands];
        for (int band = 0; band < bands; band++) {
            scale[band] = (trusted[band] + 1) / (squares[band] + 9);
        }
        for (int slot = 0; slot < slots; slot++) {
            for (int band = 0; band < bands; band++) {
                values[slot * bands + band] *= scale[band];
            }
        }
    }

    /**
     * In a room a cell is heard on while the next ones are. Of the power of each cell that which the one before leaves, at the
     * steepest fall of its band, is not its own: the rest is new. So a cell speaks for itself by its new part, and the cells
     * after it speak for it by what of it is left in them. Where nothing dies away slowly all of this is nothing.
     */
    private static void gather(Levels levels, float[] db, int slots, float[] values) {
        int bands = CellGrid.BANDS;
        float[] later = new float[bands]; // what the cells from the next one on say of this one
        for (int slot = slots - 1; slot >= 0; slot--) {
            int row = slot * bands;
            for (int band = 0; band < bands; band++) {
                float heard = values[row + band] + later[band];
                if (slot == 0) {
                    values[row + band] = heard;
                    continue;
                }
                float leftDb = levels.fallDb()[band] + db[row - bands + band] - db[row + band];
                float left = Decibels.amplitude(2 * Math.max(-60, Math.min(0, leftDb))); // a power
                values[row + band] = Math.max(LEAST_NEW, 1 - left) * heard;
                later[band] = left * heard;
            }
        }
    }

    /**
     * Sums over the repeats of the pattern: {@code [slot of the period][band]}. Cells of one sum share one sign.
     *
     * @param from
     *            first slot that counts
     * @param to
     *            end of them
     * @param done
     *            slots in between that do not count
     */
    Folded folded(int from, int to, boolean[] done) {
        float[] sums = new float[CellGrid.CELLS];
        for (int slot = Math.max(0, from); slot < Math.min(to, slots); slot++) {
            if (slot < done.length && done[slot]) {
                continue;
            }
            int at = slot % CellGrid.PERIOD * CellGrid.BANDS;
            int row = slot * CellGrid.BANDS;
            for (int band = 0; band < CellGrid.BANDS; band++) {
                sums[at + band] += values[row + band];
            }
        }
        return new Folded(this, sums);
    }

    /** Seconds of trusted sound outside of {@code done}. */
    double activeSeconds(boolean[] done) {
        double sum = 0;
        for (int slot = 0; slot < slots; slot++) {
            sum += slot < done.length && done[slot] ? 0 : Math.min(1, trust[slot] / ACTIVE_TRUST);
        }
        return sum * CellGrid.slotSeconds() / line.tempo();
    }

    /** Seconds into the stretch at which a slot begins. */
    double seconds(int slot) {
        return (offset + (double) slot * OFFSETS) / line.tempo() / FrameTransform.QUARTERS_PER_SECOND;
    }
}
