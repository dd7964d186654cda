package dev.sixtyfold.watermark.embed;

import dev.sixtyfold.watermark.embed.EmbeddingMemory.SlotSpectrum;
import dev.sixtyfold.watermark.pattern.CellGrid;
import dev.sixtyfold.watermark.spectrum.Decibels;
import dev.sixtyfold.watermark.spectrum.FrameTransform;
import dev.sixtyfold.watermark.spectrum.Prominence;
import java.util.Arrays;

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
    /** The first bin of each band, and the end of the last, counted from {@code firstBin}. */
    private final int[] edges = new int[CellGrid.BANDS + 1];
    private final float[] mostDb = new float[CellGrid.BANDS];
    private final float goalDb;

    private float[] before = new float[CellGrid.BANDS];
    private float[] here = new float[CellGrid.BANDS];
    private float[] after = new float[CellGrid.BANDS];
    private final float[] scratch = new float[CellGrid.BANDS + 4];
    private final float[] prominence = new float[CellGrid.BANDS];
    private final float[] powers;
    private final float[] powersAfter;
    private final float[] factors;
    private long analysed;

    CellGains(byte[] signs, int startSlot, FrameTransform transform, Strength strength) {
        this.signs = signs;
        this.startSlot = startSlot;
        this.goalDb = (float) strength.goalDb();
        double binHz = transform.binHz();
        int fitting = 0;
        while (fitting < CellGrid.BANDS && CellGrid.edgeHz(fitting + 1) < 0.49 * transform.sampleRate()) {
            fitting++;
        }
        this.bands = fitting < Prominence.LEAST_BANDS ? 0 : fitting;
        this.firstBin = (int) Math.ceil(CellGrid.edgeHz(0) / binHz);
        for (int band = 0; band <= bands; band++) {
            edges[band] = (int) Math.ceil(CellGrid.edgeHz(band) / binHz) - firstBin;
        }
        this.powers = new float[edges[bands]];
        this.powersAfter = new float[edges[bands]];
        this.factors = new float[transform.size()];
        for (int band = 0; band < CellGrid.BANDS; band++) {
            mostDb[band] = (float) (band < CellGrid.LOW_BANDS ? strength.lowDb() : strength.highDb());
        }
    }

    /** Takes the log powers of the cells of the next slot. */
    void analyse(SlotSpectrum slot) {
        float[] oldest = before;
        before = here;
        here = after;
        after = oldest;
        Arrays.fill(powers, FLOOR_POWER);
        Arrays.fill(powersAfter, FLOOR_POWER);
        for (int channel = 0; channel < slot.re.length; channel++) {
            FrameTransform.powers(slot.re[channel], slot.im[channel], firstBin, powers, powersAfter);
        }
        for (int i = 0; i < powers.length; i++) { // the mean of two logarithms is half of their product's
            powers[i] = Decibels.ofPower(powers[i] * powersAfter[i]);
        }
        for (int band = 0; band < bands; band++) {
            float sum = 0;
            for (int i = edges[band]; i < edges[band + 1]; i++) {
                sum += powers[i];
            }
            after[band] = sum / (CellGrid.HOPS_PER_SLOT * (edges[band + 1] - edges[band]));
        }
        analysed++;
    }

    /** Makes of the spectra of the slot before the last what is to be added to them. */
    void turnIntoChange(SlotSpectrum slot) {
        if (bands > 0) {
            Prominence.ofSlot(before, here, after, bands, scratch, prominence, 0);
        }
        int row = (int) ((startSlot + analysed - 2) % CellGrid.PERIOD) * CellGrid.BANDS;
        for (int band = 0; band < bands; band++) {
            float sign = signs[row + band];
            float lacking = goalDb - sign * prominence[band];
            float db = Math.min(mostDb[band], Math.max(LEAST_PART * mostDb[band], lacking));
            float factor = Decibels.amplitude(sign * db) - 1;
            for (int bin = firstBin + edges[band]; bin < firstBin + edges[band + 1]; bin++) {
                factors[bin] = factor;
                factors[factors.length - bin] = factor;
            }
        }
        for (int channel = 0; channel < slot.re.length; channel++) {
            scale(slot.re[channel], factors);
            scale(slot.im[channel], factors);
        }
    }

    private static void scale(float[] bins, float[] factors) {
        for (int i = 0; i < bins.length; i++) {
            bins[i] *= factors[i];
        }
    }
}
