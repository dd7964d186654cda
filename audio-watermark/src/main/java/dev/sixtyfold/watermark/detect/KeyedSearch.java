package dev.sixtyfold.watermark.detect;

import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.dsp.LaneFft;
import dev.sixtyfold.speech.dsp.StockhamLaneFft;
import dev.sixtyfold.watermark.code.TailBitingCode;
import dev.sixtyfold.watermark.key.KeyId;
import dev.sixtyfold.watermark.pattern.CellGrid;
import dev.sixtyfold.watermark.pattern.KeyedPattern;
import dev.sixtyfold.watermark.pattern.Origin;
import dev.sixtyfold.watermark.pattern.RequestMark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where in the period a stretch of audio begins and which family it follows, by the synchronisation cells of one key; then
 * what it carries. All start slots are tried at once: over the period the sum of signs times evidence is a circular
 * correlation, a product of Fourier transforms. Used by one thread at a time.
 */
final class KeyedSearch {

    /** Suppositions that one search of one evidence tries. */
    static final int HYPOTHESES = CellGrid.PERIOD * KeyedPattern.FAMILIES;

    /** The families, and as one more "family" which cells serve synchronisation, for the energy. */
    private static final int ROWS = KeyedPattern.FAMILIES + 1;

    private final KeyedPattern pattern;
    private final TailBitingCode code;
    private final LaneFft overRows = new StockhamLaneFft(CellGrid.PERIOD, ROWS);
    /** Transforms of the sign tables: {@code [row][band][frequency]}. */
    private final float[][][] signsRe = new float[ROWS][CellGrid.BANDS][CellGrid.PERIOD];
    private final float[][][] signsIm = new float[ROWS][CellGrid.BANDS][CellGrid.PERIOD];
    private final float[] sumRe = new float[CellGrid.PERIOD];
    private final float[] sumIm = new float[CellGrid.PERIOD];
    private final float[] correlationRe = new float[CellGrid.PERIOD * ROWS];
    private final float[] correlationIm = new float[CellGrid.PERIOD * ROWS];

    /**
     * Of one key.
     *
     * @param code
     *            of {@link RequestMark#PAYLOAD_BITS}; may be shared within a thread
     */
    KeyedSearch(KeyedPattern pattern, TailBitingCode code) {
        this.pattern = pattern;
        this.code = code;
        LaneFft overBands = new StockhamLaneFft(CellGrid.PERIOD, CellGrid.BANDS);
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
                signsRe[row][at % CellGrid.BANDS][at / CellGrid.BANDS] = re[at];
                signsIm[row][at % CellGrid.BANDS][at / CellGrid.BANDS] = im[at];
            }
        }
    }

    /** For all keys of one recording. */
    static List<KeyedSearch> of(List<KeyedPattern> patterns) {
        TailBitingCode code = new TailBitingCode(RequestMark.PAYLOAD_BITS);
        return patterns.stream().map(pattern -> new KeyedSearch(pattern, code)).toList();
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
    record Candidate(KeyedSearch search, Folded folded, int family, int startSlot, double z)
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
     * @param folded
     *            the evidence that bears it out best
     * @param startSlot
     *            where in the pattern that begins
     * @param cellSigns
     *            the signs that a mark of this payload has
     * @param z
     *            {@link Bound#z} of all cells
     * @param origin
     *            of the id, if check bits and family are those of one
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Reading(KeyId keyId, Folded folded, int startSlot, RequestId id, byte[] cellSigns, double z,
            Optional<Origin> origin) {

        boolean consistent() {
            return origin.isPresent();
        }

        /** The same id by whichever of these bears it out best: the same stretch at other offsets. */
        Reading best(List<Folded> others) {
            Reading best = this;
            for (Folded other : others) {
                for (int start = startSlot - 1; start <= startSlot + 1; start++) {
                    double otherZ = other.z(cellSigns, start);
                    if (otherZ > best.z) {
                        best = new Reading(keyId, other, Math.floorMod(start, CellGrid.PERIOD), id, cellSigns, otherZ,
                                origin);
                    }
                }
            }
            return best;
        }
    }

    KeyedPattern pattern() {
        return pattern;
    }

    /** The best candidate of each family in either part of a pair. */
    List<Candidate> candidates(FoldedPair pair) {
        for (int row = 0; row < ROWS; row++) {
            Arrays.fill(sumRe, 0);
            Arrays.fill(sumIm, 0);
            boolean energy = row == KeyedPattern.FAMILIES;
            for (int band = 0; band < CellGrid.BANDS; band++) {
                addProduct(energy ? pair.squareRe[band] : pair.re[band], energy
                        ? pair.squareIm[band]
                        : pair.im[band],
                        signsRe[row][band], signsIm[row][band], sumRe, sumIm);
            }
            for (int frequency = 0; frequency < CellGrid.PERIOD; frequency++) {
                correlationRe[frequency * ROWS + row] = sumRe[frequency];
                correlationIm[frequency * ROWS + row] = sumIm[frequency];
            }
        }
        overRows.transform(correlationIm, correlationRe); // the inverse, PERIOD times too large
        List<Candidate> candidates = new ArrayList<>(2 * KeyedPattern.FAMILIES);
        addBest(correlationRe, pair.one(), candidates);
        addBest(correlationIm, pair.other(), candidates);
        return candidates;
    }

    private static void addProduct(float[] xr, float[] xi, float[] yr, float[] yi, float[] sumRe, float[] sumIm) {
        for (int i = 0; i < CellGrid.PERIOD; i++) {
            sumRe[i] += xr[i] * yr[i] - xi[i] * yi[i];
            sumIm[i] += xr[i] * yi[i] + xi[i] * yr[i];
        }
    }

    private void addBest(float[] correlation, Folded folded, List<Candidate> to) {
        double[] scale = new double[CellGrid.PERIOD];
        for (int start = 0; start < CellGrid.PERIOD; start++) {
            double energy = correlation[start * ROWS + KeyedPattern.FAMILIES] / CellGrid.PERIOD;
            scale[start] = energy > 1e-9 ? 1 / (CellGrid.PERIOD * Math.sqrt(energy)) : 0;
        }
        for (int family = 0; family < KeyedPattern.FAMILIES; family++) {
            int bestStart = 0;
            double bestZ = Double.NEGATIVE_INFINITY;
            for (int start = 0; start < CellGrid.PERIOD; start++) {
                double z = correlation[start * ROWS + family] * scale[start];
                if (z > bestZ) {
                    bestZ = z;
                    bestStart = start;
                }
            }
            to.add(new Candidate(this, folded, family, bestStart, bestZ));
        }
    }

    /**
     * Decodes the payload of a candidate and scores all cells against it.
     *
     * @param leastZ
     *            a lower score is of no use
     * @return none if no payload has that score
     */
    Optional<Reading> read(Candidate candidate, double leastZ) {
        float[] sums = candidate.folded.sums();
        float[] soft = new float[code.codeLength()];
        double sync = 0;
        double energy = 0;
        for (int cell = 0; cell < CellGrid.CELLS; cell++) {
            int patternCell = (cell + candidate.startSlot * CellGrid.BANDS) % CellGrid.CELLS;
            int bit = pattern.codeBit(patternCell);
            float value = sums[cell] * pattern.sign(candidate.family, patternCell);
            energy += value * value;
            if (bit >= 0) {
                soft[bit] += value;
            } else {
                sync += value;
            }
        }
        OptionalLong decoded = code.decode(soft, leastZ * Math.sqrt(energy) - sync);
        if (decoded.isEmpty()) {
            return Optional.empty();
        }
        long payload = decoded.getAsLong();
        byte[] signs = pattern.cellSigns(candidate.family, TailBitingCode.encode(payload, RequestMark.PAYLOAD_BITS));
        return Optional.of(new Reading(pattern.key().id(), candidate.folded, candidate.startSlot, RequestMark.idOf(
                payload), signs, candidate.folded.z(signs, candidate.startSlot),
                RequestMark.originOf(pattern.key(),
                        payload, candidate.family)));
    }
}
