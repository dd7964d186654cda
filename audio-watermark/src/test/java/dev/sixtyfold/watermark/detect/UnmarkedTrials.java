package dev.sixtyfold.watermark.detect;

import dev.sixtyfold.speech.dsp.LaneFft;
import dev.sixtyfold.speech.dsp.StockhamLaneFft;
import dev.sixtyfold.watermark.key.WatermarkKey;
import dev.sixtyfold.watermark.pattern.CellGrid;
import dev.sixtyfold.watermark.pattern.KeyedPattern;
import dev.sixtyfold.watermark.spectrum.FrameTransform;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Unmarked clips under many keys: how often each probability is reached that the bound allows. */
final class UnmarkedTrials {

    private static final double LOG_SUPPOSITIONS = Math.log((double) KeyedSearch.HYPOTHESES * CellEvidence.OFFSETS);
    /** Powers of ten that are counted. */
    private static final int DECADES = 7;

    private final List<KeyedPattern> patterns = new ArrayList<>();
    private final List<KeyedSearch> searches;
    private final LaneFft overBands = new StockhamLaneFft(CellGrid.PERIOD, CellGrid.BANDS);
    private final long[] reached = new long[DECADES];
    private long trials;
    private double leastLogP;

    UnmarkedTrials(int keys) {
        for (int key = 0; key < keys; key++) {
            byte[] secret = ByteBuffer.allocate(WatermarkKey.SECRET_BYTES).putInt(key).array();
            patterns.add(new KeyedPattern(new WatermarkKey(secret)));
        }
        this.searches = KeyedSearch.of(patterns);
    }

    /** Tries each key on a clip, at all offsets, start slots and families. */
    void tryAll(float[] clip, int sampleRate) {
        FrameTransform transform = new FrameTransform(sampleRate);
        Spectrogram spectrogram = Spectrogram.of(transform, new float[][]{clip}, 8000);
        BandLevels bandLevels = new BandLevels(spectrogram, 1);
        Levels levels = Levels.of(bandLevels);
        List<Folded> folded = new ArrayList<>();
        for (int offset = 0; offset < CellEvidence.OFFSETS; offset++) {
            CellEvidence evidence = CellEvidence.of(bandLevels, levels, Line.IDENTITY, offset, 0,
                    spectrogram.quarters());
            folded.add(evidence.folded(0, evidence.slots(), new boolean[0]));
        }
        List<FoldedPair> pairs = new ArrayList<>();
        for (int offset = 0; offset < CellEvidence.OFFSETS; offset += 2) {
            pairs.add(new FoldedPair(folded.get(offset), folded.get(offset + 1), overBands));
        }
        for (KeyedSearch search : searches) {
            double best = 0;
            for (FoldedPair pair : pairs) {
                for (KeyedSearch.Candidate candidate : search.candidates(pair)) {
                    best = Math.max(best, candidate.z());
                }
            }
            double logP = Bound.logP(best, LOG_SUPPOSITIONS);
            trials++;
            leastLogP = Math.min(leastLogP, logP);
            for (int decade = 0; decade < DECADES; decade++) {
                reached[decade] += logP <= -decade * Math.log(10) ? 1 : 0;
            }
        }
    }

    long trials() {
        return trials;
    }

    /** Trials whose p-value is at most 10 to minus that. */
    long reached(int decade) {
        return reached[decade];
    }

    /** What the bound allows of them on average. */
    double allowed(int decade) {
        return trials * Math.pow(10, -decade);
    }

    String table() {
        StringBuilder table = new StringBuilder(
                "| p at most | trials allowed by the bound | trials |\n|---|---|---|\n");
        for (int decade = 1; decade < DECADES; decade++) {
            table.append(
                    String.format(Locale.ROOT, "| 1e-%d | %.1f | %d |%n", decade, allowed(decade), reached[decade]));
        }
        return table
                .append(String.format(Locale.ROOT, "%n%d trials; the least p was %.2g.%n", trials, Math.exp(leastLogP)))
                .toString();
    }
}
