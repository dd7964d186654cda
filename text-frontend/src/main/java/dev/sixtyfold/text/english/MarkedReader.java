package dev.sixtyfold.text.english;

import dev.sixtyfold.speech.Delivery;
import dev.sixtyfold.speech.PhonemeSequence;
import dev.sixtyfold.speech.SourceSpan;
import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.text.UtteranceReader;
import dev.sixtyfold.text.english.pronounce.Directions;
import dev.sixtyfold.text.english.pronounce.SentenceReader;
import dev.sixtyfold.text.english.pronounce.Sound;
import dev.sixtyfold.text.english.reading.Dialect;
import dev.sixtyfold.text.english.segment.SentenceBreaker;
import dev.sixtyfold.text.markup.MarkedText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** Reads a marked text sentence by sentence, and follows what is asked of its parts. */
final class MarkedReader implements UtteranceReader {

    private final MarkedText marked;
    private final String text;
    /** The text as the search for sentences sees it, with a border at each place where one must end. */
    private final Sections sections;
    private final SentenceReader sentences;
    private final Following following;
    private final SourceRemarks remarks;
    private final Queue<Utterance> ready = new ArrayDeque<>();
    private int position;
    private int index;
    private boolean begun;
    private boolean over;

    /**
     * @param dialect
     *            that the sentences are read in
     */
    MarkedReader(MarkedText marked, Dialect dialect, SentenceBreaker breaker, SentenceReader sentences) {
        this.marked = marked;
        this.text = marked.text();
        this.sections = new Sections(marked, breaker);
        this.sentences = sentences;
        this.following = new Following(marked.instructions(), dialect);
        this.remarks = new SourceRemarks(marked);
    }

    @Override
    public Optional<Utterance> next() {
        while (ready.isEmpty() && !over) {
            readSentence();
        }
        return Optional.ofNullable(ready.poll());
    }

    private void readSentence() {
        position = skipSpace(position);
        over = position == text.length();
        if (!begun) {
            begun = true;
            Following.Opening opening = following.opening(position, over);
            if (opening.pause() != null || (over && !opening.marks().isEmpty())) {
                addSilence(new Delivery(1, opening.pause(), List.of(), opening.marks()));
            }
        }
        if (over) {
            if (remarks.hasMore()) {
                addSilence(Delivery.PLAIN);
            }
            return;
        }
        int end = sections.sentenceEnd(position);
        int next = skipSpace(end);
        Directions directions = Directions.none();
        SentenceDelivery delivery = following.sentence(position, end, next, next == text.length(),
                directions);
        String sentence = text.substring(position, end);
        List<Sound> sounds = sentences.read(sentence, 0, sentence.length(), directions);
        remarks.add(directions.notes(), position);
        add(delivery, sections.isBorder(end) ? closed(sounds, sentence.length()) : sounds, end, next);
        position = next;
    }

    private void add(SentenceDelivery delivery, List<Sound> sounds, int end, int next) {
        SourceSentence source = new SourceSentence(marked, position, end);
        String sentence = text.substring(position, end);
        List<SentenceDelivery.Piece> pieces = new ArrayList<>();
        for (SentenceDelivery.Piece piece : delivery.pieces(sounds)) {
            List<List<Sound>> breaths = Breath.split(sentence, piece.sounds());
            int before = -1;
            for (int i = 0; i < breaths.size(); i++) {
                pieces.add(piece.part(breaths.get(i), before, i + 1 == breaths.size()));
                before = breaths.get(i).isEmpty() ? before : breaths.get(i).getLast().start();
            }
        }
        int from = 0;
        for (int i = 0; i < pieces.size(); i++) {
            SentenceDelivery.Piece piece = pieces.get(i);
            boolean last = i + 1 == pieces.size();
            int to = last ? end - position : Math.max(from, pieces.get(i + 1).start(from));
            ready.add(remarks.take(UtteranceBuilder.build(index++, source, from, to, piece.sounds(), List.of(),
                    piece::delivery), next == text.length() && last));
            from = to;
        }
    }

    /** The author has ended the sentence, whether there is a mark or not. */
    private static List<Sound> closed(List<Sound> sounds, int end) {
        if (sounds.isEmpty() || sounds.getLast() instanceof Sound.Mark) {
            return sounds;
        }
        List<Sound> closed = new ArrayList<>(sounds);
        closed.set(closed.size() - 1, closed.getLast().withSpaceAfter(false));
        closed.add(new Sound.Mark(end, end, "", ".", true));
        return closed;
    }

    private void addSilence(Delivery delivery) {
        int at = marked.starts()[position];
        ready.add(remarks.take(new Utterance(index++, new SourceSpan(at, at), "", PhonemeSequence.EMPTY, List.of(),
                List.of(), delivery), over));
    }

    private int skipSpace(int from) {
        int at = from;
        while (at < text.length() && SentenceBreaker.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
