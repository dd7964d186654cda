package dev.sixtyfold.watermark.detect;

import dev.sixtyfold.watermark.pattern.CellGrid;
import dev.sixtyfold.watermark.spectrum.Decibels;
import dev.sixtyfold.watermark.spectrum.FrameTransform;
import java.util.Arrays;

/**
 * Log powers of the frames that begin at every quarter of a hop, summed up over frequency, so that the mean over any band
 * is a difference of two numbers, wherever a supposed change of pitch puts it.
 */
final class Spectrogram {

    /** So that silence has a level: the power of a sample's last bit at 16 bits. */
    private static final float FLOOR_POWER = 1e-8f;

    private final double binHz;
    private final int bins;
    private final int quarters;
    /** {@code [quarter][bin + 1]}: sum of the dB of all bins below. */
    private final float[] sums;

    private Spectrogram(double binHz, int bins, int quarters) {
        this.binHz = binHz;
        this.bins = bins;
        this.quarters = quarters;
        this.sums = new float[quarters * (bins + 1)];
    }

    /**
     * Of a stretch of audio.
     *
     * @param channels
     *            {@code [channel][sample]}; their powers are added
     */
    static Spectrogram of(FrameTransform transform, float[][] channels, double highestHz) {
        int length = channels[0].length;
        int quarters = 0;
        while (transform.firstSample(quarters) + transform.size() <= length) {
            quarters++;
        }
        int bins = Math.min(transform.bins(), (int) Math.ceil(highestHz / transform.binHz()) + 2);
        Spectrogram spectrogram = new Spectrogram(transform.binHz(), bins, quarters);
        float[] re = new float[transform.size()];
        float[] im = new float[transform.size()];
        float[][] power = new float[2][bins];
        for (int quarter = 0; quarter < quarters; quarter += 2) {
            Arrays.fill(power[0], FLOOR_POWER);
            Arrays.fill(power[1], FLOOR_POWER);
            int next = Math.min(quarter + 1, quarters - 1);
            for (float[] channel : channels) {
                transform.pair(quarter, next, channel, 0, re, im);
                FrameTransform.powers(re, im, 0, power[0], power[1]);
            }
            spectrogram.fill(quarter, power[0]);
            spectrogram.fill(next, power[1]);
        }
        return spectrogram;
    }

    private void fill(int quarter, float[] power) {
        for (int bin = 0; bin < bins; bin++) {
            power[bin] = Decibels.ofPower(power[bin]);
        }
        float sum = 0;
        int row = quarter * (bins + 1);
        for (int bin = 0; bin < bins; bin++) {
            sum += power[bin];
            sums[row + bin + 1] = sum;
        }
    }

    int quarters() {
        return quarters;
    }

    /** Where the edges of the bands lie among the bins if all frequencies are {@code pitch} times higher. */
    float[] edges(double pitch) {
        float[] edges = new float[CellGrid.BANDS + 1];
        for (int band = 0; band < edges.length; band++) {
            // A bin stands for half its distance to the neighbours on either side.
            edges[band] = (float) Math.min(bins, CellGrid.edgeHz(band) * pitch / binHz + 0.5);
        }
        return edges;
    }

    /** Writes the mean dB of each band in one frame. */
    void bands(int quarter, float[] edges, float[] to, int at) {
        int row = quarter * (bins + 1);
        float below = sumBelow(row, edges[0]);
        for (int band = 0; band < CellGrid.BANDS; band++) {
            float above = sumBelow(row, edges[band + 1]);
            float width = edges[band + 1] - edges[band];
            to[at + band] = width > 0.5f ? (above - below) / width : -80;
            below = above;
        }
    }

    private float sumBelow(int row, float edge) {
        int whole = Math.min((int) edge, bins - 1);
        float low = sums[row + whole];
        return low + (edge - whole) * (sums[row + whole + 1] - low);
    }
}
