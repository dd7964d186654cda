package dev.sixtyfold.watermark.detect;

import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.dsp.LaneFft;
import dev.sixtyfold.speech.dsp.StockhamLaneFft;
import dev.sixtyfold.watermark.code.TailBitingCode;
import dev.sixtyfold.watermark.pattern.CellGrid;
import dev.sixtyfold.watermark.pattern.KeyedPattern;
import dev.sixtyfold.watermark.pattern.Origin;
import dev.sixtyfold.watermark.pattern.RequestMark;
import java.util.Optional;

/**
 * Where in the period a stretch of audio begins and which family it follows, by the synchronisation cells of one key; then
 * what it carries. All start slots are tried at once: over the period the sum of signs times evidence is a circular
 * correlation, a product of Fourier transforms, with a lane for each band on the way there and one for each family on the way
 * back. Used by one thread at a time.
 */
final class KeyedSearch {

    /** Suppositions that one search of one evidence tries. */
    static final int HYPOTHESES = CellGrid.PERIOD * KeyedPattern.FAMILIES;

    /** The families, and as one more "family" which cells serve synchronisation, for the energy. */
    private static final int ROWS = KeyedPattern.FAMILIES + 1;

    private final KeyedPattern pattern;
    private final TailBitingCode code = new TailBitingCode(RequestMark.PAYLOAD_BITS);
    private final LaneFft overBands = new StockhamLaneFft(CellGrid.PERIOD, CellGrid.BANDS);
    private final LaneFft overRows = new StockhamLaneFft(CellGrid.PERIOD, ROWS);
    /** Transforms of the sign tables: {@code [frequency][band][row]}. */
    private final float[] signsRe = new float[CellGrid.CELLS * ROWS];
    private final float[] signsIm = new float[CellGrid.CELLS * ROWS];

    KeyedSearch(KeyedPattern pattern) {
        this.pattern = pattern;
        float[] re = new float[CellGrid.CELLS];
        float[] im = new float[CellGrid.CELLS];
        for (int row = 0; row < ROWS; row++) {
            for (int cell = 0; cell < CellGrid.CELLS; cell++) {
                int sign = row < KeyedPattern.FAMILIES ? pattern.sign(row, cell) : 1;
                re[cell] = pattern.isSync(cell) ? sign : 0;
                im[cell] = 0;
            }
            overBands.transform(re, im);
            for (int at = 0; at < CellGrid.CELLS; at++) {
                signsRe[at * ROWS + row] = re[at];
                signsIm[at * ROWS + row] = im[at];
            }
        }
    }

    /**
     * A supposition and how far the synchronisation cells bear it out.
     *
     * @param folded
     *            the part of the evidence that it rests on
     * @param startSlot
     *            slot of the pattern's period that the evidence begins in
     * @param z
     *            {@link Bound#z} of the synchronisation cells
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Candidate(KeyedSearch search, CellEvidence evidence, float[] folded, int family, int startSlot, double z)
            implements
                Comparable<Candidate> {
        @Override
        public int compareTo(Candidate other) {
            return Double.compare(other.z, z);
        }
    }

    /**
     * What a candidate turned out to carry.
     *
     * @param cellSigns
     *            the signs that a mark of this payload has
     * @param z
     *            {@link Bound#z} of all cells
     * @param origin
     *            of the id, if check bits and family are those of one
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Reading(Candidate candidate, RequestId id, byte[] cellSigns, double z, Optional<Origin> origin) {
        boolean consistent() {
            return origin.isPresent();
        }
    }

    KeyedPattern pattern() {
        return pattern;
    }

    /** The best candidate of each family. */
    Candidate[] candidates(CellEvidence evidence, float[] folded) {
        float[] re = folded.clone();
        float[] im = new float[CellGrid.CELLS];
        overBands.transform(re, im);
        float[] squareRe = new float[CellGrid.CELLS];
        float[] squareIm = new float[CellGrid.CELLS];
        for (int cell = 0; cell < CellGrid.CELLS; cell++) {
            squareRe[cell] = folded[cell] * folded[cell];
        }
        overBands.transform(squareRe, squareIm);
        float[] sumRe = new float[CellGrid.PERIOD * ROWS];
        float[] sumIm = new float[CellGrid.PERIOD * ROWS];
        for (int at = 0; at < CellGrid.CELLS; at++) {
            int to = at / CellGrid.BANDS * ROWS;
            correlate(re[at], im[at], at * ROWS, KeyedPattern.FAMILIES, sumRe, sumIm, to);
            correlate(squareRe[at], squareIm[at], at * ROWS + KeyedPattern.FAMILIES, 1, sumRe, sumIm,
                    to + KeyedPattern.FAMILIES);
        }
        overRows.transform(sumIm, sumRe); // the inverse, PERIOD times too large
        Candidate[] best = new Candidate[KeyedPattern.FAMILIES];
        for (int family = 0; family < best.length; family++) {
            int bestStart = 0;
            double bestZ = Double.NEGATIVE_INFINITY;
            for (int start = 0; start < CellGrid.PERIOD; start++) {
                double energy = sumRe[start * ROWS + KeyedPattern.FAMILIES] / CellGrid.PERIOD;
                double sum = sumRe[start * ROWS + family] / CellGrid.PERIOD;
                double z = energy > 1e-9 ? sum / Math.sqrt(energy) : 0;
                if (z > bestZ) {
                    bestZ = z;
                    bestStart = start;
                }
            }
            best[family] = new Candidate(this, evidence, folded, family, bestStart, bestZ);
        }
        return best;
    }

    /** Adds the product of the conjugate of {@code re + i im} with some rows of the sign tables. */
    private void correlate(float re, float im, int from, int rows, float[] sumRe, float[] sumIm, int to) {
        for (int row = 0; row < rows; row++) {
            float signRe = signsRe[from + row];
            float signIm = signsIm[from + row];
            sumRe[to + row] += re * signRe + im * signIm;
            sumIm[to + row] += re * signIm - im * signRe;
        }
    }

    /** Decodes the payload of a candidate and scores all cells against it. */
    Reading read(Candidate candidate) {
        float[] folded = candidate.folded;
        float[] soft = new float[code.codeLength()];
        for (int cell = 0; cell < CellGrid.CELLS; cell++) {
            int patternCell = (cell + candidate.startSlot * CellGrid.BANDS) % CellGrid.CELLS;
            int bit = pattern.codeBit(patternCell);
            if (bit >= 0) {
                soft[bit] += folded[cell] * pattern.sign(candidate.family, patternCell);
            }
        }
        long payload = code.decode(soft);
        byte[] signs = pattern.cellSigns(candidate.family, TailBitingCode.encode(payload, RequestMark.PAYLOAD_BITS));
        double z = Bound.z(folded, signs, candidate.startSlot);
        return new Reading(candidate, RequestMark.idOf(payload), signs, z,
                RequestMark.originOf(pattern.key(), payload, candidate.family));
    }
}
