package dev.sixtyfold.watermark.detect;

import dev.sixtyfold.speech.dsp.LaneFft;
import dev.sixtyfold.watermark.pattern.CellGrid;

/**
 * Two parts of evidence made ready for being correlated with the signs of any key: one is the real part and one the imaginary
 * part of what is transformed over the slots of the period, since signs are real and keep them apart. Frequencies are reversed,
 * which is what makes of a product of transforms a correlation.
 */
final class FoldedPair {

    private final Folded one;
    private final Folded other;
    /** {@code [band][frequency]} */
    final float[][] re = new float[CellGrid.BANDS][CellGrid.PERIOD];
    final float[][] im = new float[CellGrid.BANDS][CellGrid.PERIOD];
    /** Of the squares, for the energy. */
    final float[][] squareRe = new float[CellGrid.BANDS][CellGrid.PERIOD];
    final float[][] squareIm = new float[CellGrid.BANDS][CellGrid.PERIOD];

    /**
     * A pair.
     *
     * @param overBands
     *            transform over the period with a lane for each band
     */
    FoldedPair(Folded one, Folded other, LaneFft overBands) {
        this.one = one;
        this.other = other;
        transform(one.sums().clone(), other.sums().clone(), overBands, re, im);
        transform(squares(one.sums()), squares(other.sums()), overBands, squareRe, squareIm);
    }

    Folded one() {
        return one;
    }

    Folded other() {
        return other;
    }

    private static float[] squares(float[] values) {
        float[] squares = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            squares[i] = values[i] * values[i];
        }
        return squares;
    }

    private static void transform(float[] re, float[] im, LaneFft fft, float[][] toRe, float[][] toIm) {
        fft.transform(re, im);
        for (int frequency = 0; frequency < CellGrid.PERIOD; frequency++) {
            int from = Math.floorMod(-frequency, CellGrid.PERIOD) * CellGrid.BANDS;
            for (int band = 0; band < CellGrid.BANDS; band++) {
                toRe[band][frequency] = re[from + band];
                toIm[band][frequency] = im[from + band];
            }
        }
    }
}
