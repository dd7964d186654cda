package dev.sixtyfold.watermark.detect;

import dev.sixtyfold.watermark.detect.WindowSearch.Find;
import dev.sixtyfold.watermark.pattern.CellGrid;
import dev.sixtyfold.watermark.spectrum.FrameTransform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One recording on its way through the detector, window by window: memory does not grow with its length but for what is
 * found. Used by one thread at a time.
 */
public final class DetectionStream {

    private static final int WINDOW_SECONDS = 12;
    /** Windows overlap by this, so that no stretch of it is cut by an edge. */
    private static final int OVERLAP_SECONDS = 2;
    private static final double LEAST_ACTIVE_SECONDS = 1;
    private static final double WEAK_TRACE = Math.log(1e-3);
    private static final double HIGHEST_HZ = CellGrid.edgeHz(CellGrid.BANDS) * 1.14;
    /** Finds of one id this close are one span: a pause lies between them. */
    private static final double PAUSE_SECONDS = 2;

    private final List<KeyedSearch> searches;
    private final SearchEffort effort;
    private final int sampleRate;
    private final FrameTransform transform;
    private final float[][] buffer;
    private final Trials trials = new Trials();
    private final List<Find> finds = new ArrayList<>();
    private int buffered;
    private int fresh;
    private long bufferStart;
    private double activeSeconds;
    private Line hint = Line.IDENTITY;

    DetectionStream(List<KeyedSearch> searches, SearchEffort effort, int sampleRate, int channels) {
        this.searches = searches;
        this.effort = effort;
        this.sampleRate = sampleRate;
        this.transform = new FrameTransform(sampleRate);
        this.buffer = new float[channels][WINDOW_SECONDS * sampleRate];
    }

    /**
     * The next samples.
     *
     * @param samples
     *            {@code [channel][sample]}
     */
    public void push(float[][] samples) {
        int length = samples[0].length;
        for (int at = 0; at < length;) {
            if (buffered == buffer[0].length) {
                searchWindow();
                int kept = OVERLAP_SECONDS * sampleRate;
                for (float[] channel : buffer) {
                    System.arraycopy(channel, buffered - kept, channel, 0, kept);
                }
                bufferStart += buffered - kept;
                buffered = kept;
                fresh = 0;
            }
            int part = Math.min(length - at, buffer[0].length - buffered);
            for (int channel = 0; channel < buffer.length; channel++) {
                System.arraycopy(samples[channel], at, buffer[channel], buffered, part);
            }
            buffered += part;
            fresh += part;
            at += part;
        }
    }

    /** After the last samples: what was found. */
    public Verification finish() {
        if (fresh > 0) {
            searchWindow();
            fresh = 0;
        }
        List<Span> spans = spans();
        double logP = trials.logP();
        Verdict verdict;
        if (logP <= Math.log(Verification.THRESHOLD)) {
            verdict = Verdict.WATERMARKED;
        } else {
            boolean unsure = activeSeconds < LEAST_ACTIVE_SECONDS || logP <= WEAK_TRACE;
            verdict = unsure ? Verdict.INCONCLUSIVE : Verdict.NOT_DETECTED;
        }
        Optional<dev.sixtyfold.watermark.key.KeyId> key = verdict == Verdict.WATERMARKED
                ? trials.bestKey()
                : Optional.empty();
        return new Verification(verdict, spans, spans.isEmpty() ? key : Optional.of(longest(spans).keyId()),
                trials.bestScore(), logP, trials.logTrials(), activeSeconds);
    }

    private static Span longest(List<Span> spans) {
        return spans.stream().max(Comparator.comparingDouble(Span::seconds)).orElseThrow();
    }

    private void searchWindow() {
        float[][] audio = new float[buffer.length][];
        for (int channel = 0; channel < buffer.length; channel++) { // room for the last frames
            audio[channel] = Arrays.copyOf(buffer[channel], buffered + transform.size());
        }
        Spectrogram spectrogram = Spectrogram.of(transform, audio, HIGHEST_HZ);
        if (spectrogram.quarters() < 4 * CellEvidence.OFFSETS) {
            return;
        }
        WindowSearch search = new WindowSearch(searches, effort, trials, spectrogram,
                (double) bufferStart / sampleRate);
        activeSeconds += search.activeSeconds() * fresh / buffered;
        List<Find> found = search.search(hint);
        finds.addAll(found);
        hint = found.isEmpty() ? hint : found.getLast().line();
    }

    /** Finds of one id joined where they touch, those dropped that are not certain now that all trials are counted. */
    private List<Span> spans() {
        double end = (double) (bufferStart + buffered) / sampleRate;
        List<Span> spans = new ArrayList<>();
        List<Find> inOrder = finds.stream().filter(find -> trials.isCertain(find.reading())).sorted(Comparator
                .comparingDouble(Find::start)).toList();
        for (Find find : inOrder) {
            Span next = new Span(Math.max(0, find.start()), Math.min(end, find.end()), find.reading().id(),
                    find.reading().keyId(), find.reading().origin().orElseThrow(), find.reading().z(), trials.logP(find
                            .reading()),
                    find.line());
            Optional<Span> same = spans.stream().filter(span -> span.requestId().equals(next.requestId()) && span
                    .keyId().equals(next.keyId()) && span.origin() == next.origin()
                    && next.startSeconds() - span.endSeconds() < PAUSE_SECONDS)
                    .reduce((first, second) -> second);
            if (same.isPresent()) {
                spans.set(spans.indexOf(same.get()), joined(same.get(), next));
            } else {
                spans.add(next);
            }
        }
        return spans;
    }

    private static Span joined(Span one, Span other) {
        Span better = one.score() >= other.score() ? one : other;
        return new Span(one.startSeconds(), Math.max(one.endSeconds(), other.endSeconds()), one.requestId(),
                one.keyId(), one.origin(),
                better.score(), better.logPValue(), better.line());
    }
}
