package dev.sixtyfold.watermark.detect;

import dev.sixtyfold.watermark.pattern.CellGrid;
import java.util.Arrays;

/**
 * How loud a stretch of audio is, by which cells are trusted: those well above the noise of their band and not far below the
 * loudest; and how fast it dies away. A function of the audio alone.
 *
 * @param noise
 *            of each band in dB, exceeded nine times of ten
 * @param quietest
 *            in dB: what is quieter is taken for silence
 * @param fallDb
 *            of each band: how far it falls from one slot to the next at the steepest. Sound in a room cannot fall faster than
 *            the room lets it
 */
@SuppressWarnings("ArrayRecordComponent")
record Levels(float[] noise, float quietest, float[] fallDb) {

    /** Cells this far below the loudest slots are silence, or what a codec makes of it. */
    private static final float RANGE_DB = 55;

    /** Of fifty falls one is steeper than what counts as the steepest. */
    private static final int FALLS = 50;

    static Levels of(BandLevels levels) {
        int bands = CellGrid.BANDS;
        int slots = Math.max(0, (levels.quarters() - 4) / CellEvidence.OFFSETS);
        float[] cells = new float[slots * bands];
        for (int slot = 0; slot < slots; slot++) {
            levels.addSlot(CellEvidence.OFFSETS * slot, CellEvidence.OFFSETS * slot + 4, cells, slot * bands);
        }
        float[] noise = new float[bands];
        float[] fallDb = new float[bands];
        float loudest = -80;
        float[] column = new float[slots];
        float[] steps = new float[Math.max(0, slots - 1)];
        for (int band = 0; band < bands; band++) {
            for (int slot = 0; slot < slots; slot++) {
                column[slot] = cells[slot * bands + band];
                if (slot > 0) {
                    steps[slot - 1] = column[slot] - column[slot - 1];
                }
            }
            Arrays.sort(column);
            Arrays.sort(steps);
            noise[band] = slots == 0 ? -80 : column[slots / 10];
            loudest = Math.max(loudest, slots == 0 ? -80 : column[slots * 19 / 20]);
            fallDb[band] = steps.length == 0 ? -80 : Math.min(0, steps[steps.length / FALLS]);
        }
        return new Levels(noise, loudest - RANGE_DB, fallDb);
    }

    /** How far a cell of this level is trusted, from 0 to 1: the part of its power that is not noise. */
    float trust(int band, float db) {
        float overNoise = db - noise[band];
        float overSilence = db - quietest;
        float part = Math.min(overNoise / 8, overSilence / 10);
        return Math.max(0, Math.min(1, part));
    }
}
