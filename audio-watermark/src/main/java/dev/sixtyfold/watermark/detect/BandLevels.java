package dev.sixtyfold.watermark.detect;

import dev.sixtyfold.watermark.pattern.CellGrid;

/** Mean dB of each band in the frames of a spectrogram, if all frequencies are higher by one factor. Computed where asked for. */
final class BandLevels {

    private final Spectrogram spectrogram;
    private final float[] edges;
    private final float[] levels;
    private final boolean[] known;

    BandLevels(Spectrogram spectrogram, double pitch) {
        this.spectrogram = spectrogram;
        this.edges = spectrogram.edges(pitch);
        this.levels = new float[spectrogram.quarters() * CellGrid.BANDS];
        this.known = new boolean[spectrogram.quarters()];
    }

    int quarters() {
        return known.length;
    }

    /** Writes the mean of two frames, the hops of a slot. */
    void addSlot(int quarter, int otherQuarter, float[] to, int at) {
        int one = row(quarter);
        int other = row(otherQuarter);
        for (int band = 0; band < CellGrid.BANDS; band++) {
            to[at + band] = 0.5f * (levels[one + band] + levels[other + band]);
        }
    }

    private int row(int quarter) {
        int row = quarter * CellGrid.BANDS;
        if (!known[quarter]) {
            spectrogram.bands(quarter, edges, levels, row);
            known[quarter] = true;
        }
        return row;
    }
}
