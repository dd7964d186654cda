package dev.sixtyfold.watermark.embed;

import dev.sixtyfold.watermark.embed.WatermarkEmbedder.SlotSpectra;
import dev.sixtyfold.watermark.pattern.CellGrid;
import dev.sixtyfold.watermark.spectrum.Decibels;
import dev.sixtyfold.watermark.spectrum.Prominence;

/**
 * The gain of each cell: towards its sign, by what it lacks of the goal, at least a quarter of the strength and at most all of
 * it. A gain scales what is there, so the change lies where the signal masks it best, and nothing is added to silence.
 *
 * <p>Slots are given in order. {@link #turnIntoChange} answers for the slot before the one analysed last.
 */
final class CellGains {

    /** Power added to each bin, about that of a 16-bit signal's last bit: silence has no prominence. */
    private static final float FLOOR_POWER = 1e-7f;

    private static final float LEAST_PART = 0.25f;

    private final byte[] signs;
    private final int startSlot;
    private final int bands;
    private final int firstBin;
    private final int[] bandOfBin;
    private final int[] binsOfBand = new int[CellGrid.BANDS];
    private final float[] mostDb = new float[CellGrid.BANDS];
    private final float goalDb;

    private float[] before = new float[CellGrid.BANDS];
    private float[] here = new float[CellGrid.BANDS];
    private float[] after = new float[CellGrid.BANDS];
    private final float[] scratch = new float[CellGrid.BANDS + 4];
    private final float[] prominence = new float[CellGrid.BANDS];
    private final float[] factor = new float[CellGrid.BANDS];
    private long analysed;

    CellGains(byte[] signs, int startSlot, double binHz, int sampleRate, Strength strength) {
        this.signs = signs;
        this.startSlot = startSlot;
        this.goalDb = (float) strength.goalDb();
        int fitting = 0;
        while (fitting < CellGrid.BANDS && CellGrid.edgeHz(fitting + 1) < 0.49 * sampleRate) {
            fitting++;
        }
        this.bands = fitting;
        this.firstBin = (int) Math.ceil(CellGrid.edgeHz(0) / binHz);
        int endBin = (int) Math.ceil(CellGrid.edgeHz(bands) / binHz);
        this.bandOfBin = new int[Math.max(0, endBin - firstBin)];
        for (int i = 0; i < bandOfBin.length; i++) {
            bandOfBin[i] = (int) (((firstBin + i) * binHz - CellGrid.LOWEST_HZ) / CellGrid.BAND_HZ);
            binsOfBand[bandOfBin[i]]++;
        }
        for (int band = 0; band < CellGrid.BANDS; band++) {
            mostDb[band] = (float) (band < CellGrid.LOW_BANDS ? strength.lowDb() : strength.highDb());
        }
    }

    /** Takes the log powers of the cells of the next slot. */
    void analyse(SlotSpectra slot) {
        float[] oldest = before;
        before = here;
        here = after;
        after = oldest;
        java.util.Arrays.fill(after, 0);
        for (int place = 0; place < CellGrid.HOPS_PER_SLOT; place++) {
            for (int i = 0; i < bandOfBin.length; i++) {
                float power = FLOOR_POWER;
                for (int channel = 0; channel < slot.re.length; channel++) {
                    float re = slot.re[channel][place][firstBin + i];
                    float im = slot.im[channel][place][firstBin + i];
                    power += re * re + im * im;
                }
                after[bandOfBin[i]] += Decibels.ofPower(power);
            }
        }
        for (int band = 0; band < bands; band++) {
            after[band] /= CellGrid.HOPS_PER_SLOT * binsOfBand[band];
        }
        analysed++;
    }

    /** Makes of the spectra of the slot before the last what is to be added to them. */
    void turnIntoChange(SlotSpectra slot) {
        if (bands < 5) {
            clear(slot);
            return;
        }
        Prominence.ofSlot(before, here, after, bands, scratch, prominence, 0);
        int row = (int) ((startSlot + analysed - 2) % CellGrid.PERIOD) * CellGrid.BANDS;
        for (int band = 0; band < bands; band++) {
            float sign = signs[row + band];
            float lacking = goalDb - sign * prominence[band];
            float db = Math.min(mostDb[band], Math.max(LEAST_PART * mostDb[band], lacking));
            factor[band] = Decibels.amplitude(sign * db) - 1;
        }
        for (int channel = 0; channel < slot.re.length; channel++) {
            for (int place = 0; place < CellGrid.HOPS_PER_SLOT; place++) {
                scale(slot.re[channel][place]);
                scale(slot.im[channel][place]);
            }
        }
    }

    private void scale(float[] bins) {
        java.util.Arrays.fill(bins, 0, firstBin, 0);
        for (int i = 0; i < bandOfBin.length; i++) {
            bins[firstBin + i] *= factor[bandOfBin[i]];
        }
        java.util.Arrays.fill(bins, firstBin + bandOfBin.length, bins.length, 0);
    }

    private static void clear(SlotSpectra slot) {
        for (int channel = 0; channel < slot.re.length; channel++) {
            for (int place = 0; place < CellGrid.HOPS_PER_SLOT; place++) {
                java.util.Arrays.fill(slot.re[channel][place], 0);
                java.util.Arrays.fill(slot.im[channel][place], 0);
            }
        }
    }
}
