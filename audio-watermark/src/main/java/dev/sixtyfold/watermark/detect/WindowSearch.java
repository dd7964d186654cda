package dev.sixtyfold.watermark.detect;

import dev.sixtyfold.speech.dsp.LaneFft;
import dev.sixtyfold.speech.dsp.StockhamLaneFft;
import dev.sixtyfold.watermark.detect.KeyedSearch.Candidate;
import dev.sixtyfold.watermark.detect.KeyedSearch.Reading;
import dev.sixtyfold.watermark.pattern.CellGrid;
import dev.sixtyfold.watermark.spectrum.FrameTransform;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The search of one window of audio: what costs little first. At the recording's own tempo and pitch the whole window is
 * searched, what was found is taken out, and the rest is searched again, at last in shorter stretches; then, if much is left
 * unexplained, the other lines are tried on stretches short enough that half a step of tempo does not matter.
 */
final class WindowSearch {

    private static final int SLOTS_PER_SECOND = (int) Math.round(1 / CellGrid.slotSeconds());
    private static final int SHORT_SLOTS = 3 * SLOTS_PER_SECOND;
    /** At other lines half of the offsets will do: what is found there is looked at again. */
    private static final int LINE_OFFSET_STEP = 2;
    private static final int LINE_QUARTERS = 5 * FrameTransform.QUARTERS_PER_SECOND;
    /** Candidates that are decoded: it takes some milliseconds each. */
    private static final int DECODED = 4;
    /** Of the score that is certain: an id that falls a little short at one offset may reach it at another. */
    private static final double LEAST_Z_PART = 0.97;
    private static final int MOST_IDS = 8;
    private static final double WORTH_SEARCHING_SECONDS = 0.8;
    private static final double[] FINE_STEPS = {0, -0.001, 0.001, -0.002, 0.002};

    private final List<KeyedSearch> searches;
    private final SearchEffort effort;
    private final Trials trials;
    private final Spectrogram spectrogram;
    private final BandLevels unchangedPitch;
    private final Levels levels;
    private final LaneFft overBands = new StockhamLaneFft(CellGrid.PERIOD, CellGrid.BANDS);
    private final double startSeconds;
    private final List<Find> finds = new ArrayList<>();

    WindowSearch(List<KeyedSearch> searches, SearchEffort effort, Trials trials, Spectrogram spectrogram,
            double startSeconds) {
        this.searches = searches;
        this.effort = effort;
        this.trials = trials;
        this.spectrogram = spectrogram;
        this.unchangedPitch = new BandLevels(spectrogram, 1);
        this.levels = Levels.of(unchangedPitch);
        this.startSeconds = startSeconds;
    }

    /** An id and from where to where it was found, in seconds of the recording. */
    record Find(Reading reading, double start, double end) {
        Line line() {
            return reading.folded().evidence().line();
        }
    }

    /**
     * Searches the window.
     *
     * @param hint
     *            the line that the window before was found to follow
     * @return what was found; its certainty is to be judged when all trials are counted
     */
    List<Find> search(Line hint) {
        double left = peel(Line.IDENTITY);
        if (!hint.equals(Line.IDENTITY) && left > WORTH_SEARCHING_SECONDS) {
            left = Math.min(left, peel(hint));
        }
        if (effort == SearchEffort.CHANGED_TOO && left > 2 * WORTH_SEARCHING_SECONDS && finds.isEmpty()) {
            searchLines();
        }
        return finds;
    }

    /** Seconds of sound in the window. */
    double activeSeconds() {
        return CellEvidence.of(unchangedPitch, levels, Line.IDENTITY, 0, 0, spectrogram.quarters()).activeSeconds(
                new boolean[0]);
    }

    /** Takes out id after id along one line, and returns how many seconds of sound are left. */
    private double peel(Line line) {
        List<CellEvidence> evidences = evidences(line, 1, 0, spectrogram.quarters());
        int slots = evidences.getFirst().slots();
        boolean[] done = new boolean[slots];
        int shortest = Math.min(slots, SHORT_SLOTS);
        for (int ids = 0; ids < MOST_IDS && left(evidences, done) > WORTH_SEARCHING_SECONDS; ids++) {
            boolean found = find(evidences, 0, slots, done);
            for (int from = 0; !found && shortest < slots && from < slots; from += shortest / 2) {
                found = find(evidences, from, from + shortest, done);
            }
            if (!found) {
                break;
            }
        }
        return left(evidences, done);
    }

    private static double left(List<CellEvidence> evidences, boolean[] done) {
        return evidences.getFirst().activeSeconds(done);
    }

    private boolean find(List<CellEvidence> evidences, int from, int to, boolean[] done) {
        Optional<Reading> reading = read(candidates(evidences, from, to, done));
        if (reading.isEmpty()) {
            return false;
        }
        MarkedStretch stretch = MarkedStretch.of(reading.get(), from, to, done);
        CellEvidence evidence = reading.get().folded().evidence();
        for (int slot = stretch.from(); slot < Math.min(stretch.to(), done.length); slot++) {
            done[slot] = true;
        }
        finds.add(new Find(reading.get(), startSeconds + evidence.seconds(stretch.from()),
                startSeconds + evidence.seconds(stretch.to())));
        return true;
    }

    private void searchLines() {
        int quarters = spectrogram.quarters();
        for (int from = 0; from == 0 || from < quarters - LINE_QUARTERS / 4; from += LINE_QUARTERS) {
            int begin = Math.max(0, Math.min(from, quarters - LINE_QUARTERS));
            int end = Math.min(quarters, begin + LINE_QUARTERS);
            List<Sighting> candidates = new ArrayList<>();
            for (Line line : Line.all()) {
                candidates.addAll(candidates(evidences(line, LINE_OFFSET_STEP, begin, end)));
            }
            Optional<Reading> reading = read(candidates);
            if (reading.isPresent()) {
                Line coarse = reading.get().folded().evidence().line();
                double before = finds.size();
                peel(refined(coarse, begin, end));
                if (finds.size() == before) { // the whole window is not on that line; this stretch is
                    finds.add(new Find(reading.get(), startSeconds + (double) begin
                            / FrameTransform.QUARTERS_PER_SECOND,
                            startSeconds + (double) end
                                    / FrameTransform.QUARTERS_PER_SECOND));
                }
                return;
            }
        }
    }

    /** The line near {@code coarse} that fits a stretch best: what half a step costs over five seconds is too much over twelve. */
    private Line refined(Line coarse, int from, int to) {
        Line best = coarse;
        double bestZ = Double.NEGATIVE_INFINITY;
        for (double step : FINE_STEPS) {
            double pitch = coarse.pitch() == coarse.tempo() ? coarse.pitch() * (1 + step) : coarse.pitch();
            Line line = new Line(coarse.tempo() * (1 + step), pitch);
            List<Sighting> sightings = candidates(evidences(line, 1, from, to));
            double z = sightings.isEmpty() ? 0 : sightings.getFirst().candidate.z();
            if (z > bestZ) {
                bestZ = z;
                best = line;
            }
        }
        return best;
    }

    private List<CellEvidence> evidences(Line line, int offsetStep, int from, int to) {
        BandLevels bandLevels = line.pitch() == 1 ? unchangedPitch : new BandLevels(spectrogram, line.pitch());
        List<CellEvidence> evidences = new ArrayList<>();
        for (int offset = 0; offset < CellEvidence.OFFSETS; offset += offsetStep) {
            evidences.add(CellEvidence.of(bandLevels, levels, line, offset, from, to));
        }
        return evidences;
    }

    /** A candidate and the same stretch at all offsets that were tried. */
    private record Sighting(Candidate candidate, List<Folded> offsets) {}

    private List<Sighting> candidates(List<CellEvidence> evidences) {
        return candidates(evidences, 0, Integer.MAX_VALUE, new boolean[0]);
    }

    /** The best candidates of all offsets and keys, best first, counting what was tried. */
    private List<Sighting> candidates(List<CellEvidence> evidences, int from, int to, boolean[] done) {
        List<Folded> offsets = evidences.stream().map(evidence -> evidence.folded(from, to, done)).toList();
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < offsets.size(); i += 2) {
            FoldedPair pair = new FoldedPair(offsets.get(i), offsets.get(i + 1), overBands);
            for (KeyedSearch search : searches) {
                candidates.addAll(search.candidates(pair));
                trials.tried(2 * KeyedSearch.HYPOTHESES);
            }
        }
        return distinct(candidates).stream().map(candidate -> new Sighting(candidate, offsets)).toList();
    }

    /** Sorted; of those that are the same but for the offset only the best. */
    private static List<Candidate> distinct(List<Candidate> candidates) {
        Collections.sort(candidates);
        List<Candidate> distinct = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (distinct.stream().noneMatch(better -> isNeighbour(better, candidate))) {
                distinct.add(candidate);
                if (distinct.size() == DECODED) {
                    break;
                }
            }
        }
        return distinct;
    }

    private static boolean isNeighbour(Candidate one, Candidate other) {
        int apart = Math.floorMod(one.startSlot() - other.startSlot(), CellGrid.PERIOD);
        return one.search() == other.search() && one.family() == other.family() && (apart <= 1
                || apart == CellGrid.PERIOD - 1);
    }

    /** Decodes the most promising candidates; the first that can be claimed. */
    private Optional<Reading> read(List<Sighting> sightings) {
        List<Sighting> best = sightings.stream().sorted(Comparator.comparing(Sighting::candidate)).limit(DECODED)
                .toList();
        for (Sighting sighting : best) {
            trials.synchronised(sighting.candidate);
            Optional<Reading> decoded = sighting.candidate.search().read(sighting.candidate, LEAST_Z_PART * trials
                    .leastZ()).filter(Reading::consistent);
            if (decoded.isPresent()) {
                Reading reading = decoded.get().best(sighting.offsets);
                trials.decoded(reading);
                if (trials.isCertain(reading)) {
                    return Optional.of(reading);
                }
            }
        }
        return Optional.empty();
    }
}
