package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.SkippedSpan;
import dev.sixtyfold.speech.SourceNote;
import dev.sixtyfold.speech.SourceSpan;
import dev.sixtyfold.speech.SpokenWord;
import dev.sixtyfold.speech.Utterance;
import java.util.ArrayList;
import java.util.List;

/** Which parts of a request's text were spoken and which were not. Used by one thread at a time. */
public final class Coverage {

    private final List<SourceSpan> spoken = new ArrayList<>();
    private final List<SkippedSpan> skipped = new ArrayList<>();
    private final List<SourceNote> notes = new ArrayList<>();

    /** Of a text that is read as {@code utterances}. */
    public static Coverage of(List<Utterance> utterances) {
        Coverage coverage = new Coverage();
        utterances.forEach(coverage::add);
        return coverage;
    }

    /** Counts an utterance whose audio is made. */
    void add(Utterance utterance) {
        skipped.addAll(utterance.skipped());
        notes.addAll(utterance.notes());
        int first = Integer.MAX_VALUE;
        int last = -1;
        for (SpokenWord word : utterance.phonemes().words()) {
            first = Math.min(first, word.source().start());
            last = Math.max(last, word.source().end());
        }
        if (last >= 0) {
            addSpoken(new SourceSpan(first, last), utterance.skipped());
        }
    }

    /** The span less the skipped parts within it. */
    private void addSpoken(SourceSpan span, List<SkippedSpan> without) {
        int from = span.start();
        for (SkippedSpan gap : without) {
            if (gap.source().end() > from && gap.source().start() < span.end()) {
                if (gap.source().start() > from) {
                    spoken.add(new SourceSpan(from, gap.source().start()));
                }
                from = gap.source().end();
            }
        }
        if (from < span.end()) {
            spoken.add(new SourceSpan(from, span.end()));
        }
    }

    public List<SourceSpan> spoken() {
        return List.copyOf(spoken);
    }

    public List<SkippedSpan> skipped() {
        return List.copyOf(skipped);
    }

    /** On what was asked of parts of the text and could not be done. */
    List<SourceNote> notes() {
        return List.copyOf(notes);
    }
}
