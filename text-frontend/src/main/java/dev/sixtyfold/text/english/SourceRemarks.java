package dev.sixtyfold.text.english;

import dev.sixtyfold.speech.SkippedSpan;
import dev.sixtyfold.speech.SourceNote;
import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.text.english.pronounce.Directions;
import dev.sixtyfold.text.markup.MarkedText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** What was skipped or noted before a text was read, told with the utterances that it lies before or in. */
final class SourceRemarks {

    private final MarkedText marked;
    private final Deque<SkippedSpan> skipped;
    private final Deque<SourceNote> notes;
    private final List<SourceNote> found = new ArrayList<>();

    SourceRemarks(MarkedText marked) {
        this.marked = marked;
        this.skipped = new ArrayDeque<>(marked.skipped().stream()
                .sorted(Comparator.comparingInt(span -> span.source().start())).toList());
        this.notes = new ArrayDeque<>(marked.notes().stream()
                .sorted(Comparator.comparingInt(note -> note.source().start())).toList());
    }

    /** Adds notes on the sentence that begins at a unit of the text. */
    void add(List<Directions.Note> more, int sentenceStart) {
        for (Directions.Note note : more) {
            found.add(new SourceNote(marked.span(sentenceStart + note.start(), sentenceStart + note.end()),
                    note.text()));
        }
    }

    boolean hasMore() {
        return !(skipped.isEmpty() && notes.isEmpty() && found.isEmpty());
    }

    /**
     * The utterance with the remarks up to its end.
     *
     * @param last
     *            whether no other utterance follows
     */
    Utterance take(Utterance utterance, boolean last) {
        if (!hasMore()) {
            return utterance;
        }
        int end = last ? Integer.MAX_VALUE : utterance.source().end();
        List<SkippedSpan> allSkipped = new ArrayList<>(utterance.skipped());
        while (!skipped.isEmpty() && skipped.peek().source().start() < end) {
            allSkipped.add(skipped.remove());
        }
        allSkipped.sort(Comparator.comparingInt(span -> span.source().start()));
        List<SourceNote> allNotes = new ArrayList<>(utterance.notes());
        allNotes.addAll(found);
        found.clear();
        while (!notes.isEmpty() && notes.peek().source().start() < end) {
            allNotes.add(notes.remove());
        }
        return new Utterance(utterance.index(), utterance.source(), utterance.normalized(), utterance.phonemes(),
                allSkipped, allNotes, utterance.delivery());
    }
}
