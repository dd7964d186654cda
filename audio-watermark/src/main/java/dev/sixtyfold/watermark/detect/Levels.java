package dev.sixtyfold.watermark.detect;

import dev.sixtyfold.watermark.pattern.CellGrid;
import java.util.Arrays;

/**
 * How loud a stretch of audio is, by which cells are trusted: those well above the noise of their band and not far below the
 * loudest. A function of the audio alone.
 *
 * @param noise
 *            of each band in dB, exceeded nine times of ten
 * @param quietest
 *            in dB: what is quieter is taken for silence
 */
@SuppressWarnings("ArrayRecordComponent")
record Levels(float[] noise, float quietest) {

    /** Cells this far below the loudest slots are silence, or what a codec makes of it. */
    private static final float RANGE_DB = 55;

    static Levels of(Spectrogram spectrogram) {
        float[] edges = spectrogram.edges(1);
        int slots = spectrogram.quarters() / 8;
        float[] cells = new float[slots * CellGrid.BANDS];
        for (int slot = 0; slot < slots; slot++) {
            spectrogram.addBands(8 * slot, edges, 1, cells, slot * CellGrid.BANDS);
        }
        float[] noise = new float[CellGrid.BANDS];
        float loudest = -80;
        float[] column = new float[slots];
        for (int band = 0; band < CellGrid.BANDS; band++) {
            for (int slot = 0; slot < slots; slot++) {
                column[slot] = cells[slot * CellGrid.BANDS + band];
            }
            Arrays.sort(column);
            noise[band] = slots == 0 ? -80 : column[slots / 10];
            loudest = Math.max(loudest, slots == 0 ? -80 : column[slots * 19 / 20]);
        }
        return new Levels(noise, loudest - RANGE_DB);
    }

    /** How far a cell of this level is trusted, from 0 to 1: the part of its power that is not noise. */
    float trust(int band, float db) {
        float overNoise = db - noise[band];
        float overSilence = db - quietest;
        float part = Math.min(overNoise / 8, overSilence / 10);
        return Math.max(0, Math.min(1, part));
    }
}
