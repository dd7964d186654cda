package dev.sixtyfold.text.english;

import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.text.IdleLimit;
import dev.sixtyfold.text.IncrementalReader;
import dev.sixtyfold.text.ReadingOptions;
import dev.sixtyfold.text.english.pronounce.SentenceReader;
import dev.sixtyfold.text.english.pronounce.Sound;
import dev.sixtyfold.text.english.segment.Sentence;
import dev.sixtyfold.text.english.segment.SentenceBreaker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** Reads sentence by sentence; a sentence that is too long for one utterance becomes several. */
final class EnglishReader implements IncrementalReader {

    private final SentenceBreaker breaker;
    private final SentenceReader sentences;
    private final IdleLimit idle;
    /** Whether what comes next is the first that is heard and has to be short. */
    private boolean shortPiece;
    private final TextWindow window = new TextWindow();
    private final Queue<Utterance> ready = new ArrayDeque<>();
    /** How many code points come before the next sentence. */
    private int codePoints;
    private int index;
    private Instant lastPush;

    EnglishReader(SentenceBreaker breaker, SentenceReader sentences, ReadingOptions options, IdleLimit idle) {
        this.breaker = breaker;
        this.sentences = sentences;
        this.shortPiece = options.shortFirstPiece();
        this.idle = idle;
        this.lastPush = idle.clock().instant();
    }

    @Override
    public void push(String piece) {
        window.push(piece);
        lastPush = idle.clock().instant();
    }

    @Override
    public void flush() {
        window.flush();
    }

    @Override
    public void end() {
        window.end();
    }

    @Override
    public Optional<Utterance> next() {
        if (untilFlush().filter(Duration::isZero).isPresent()) {
            flush();
        }
        boolean more = true;
        while (ready.isEmpty() && more) {
            more = readSentence() || window.extend();
        }
        return Optional.ofNullable(ready.poll());
    }

    @Override
    public boolean isOver() {
        return window.isEnded() && window.isEmpty() && ready.isEmpty();
    }

    @Override
    public Optional<Duration> untilFlush() {
        if (idle.time().isZero() || window.isEmpty() || window.isEnded()) {
            return Optional.empty();
        }
        Duration left = idle.time().minus(Duration.between(lastPush, idle.clock().instant()));
        return Optional.of(left.isNegative() ? Duration.ZERO : left);
    }

    /** Whether there was one that is certain. */
    private boolean readSentence() {
        skipSpace();
        if (window.position() == window.text().length()) {
            return false;
        }
        Optional<Sentence> found = shortPiece
                ? breaker.shortPiece(window.text(), window.position(), window.isComplete())
                : breaker.next(window.text(), window.position(), window.isComplete());
        found.ifPresent(this::read);
        return found.isPresent();
    }

    private void skipSpace() {
        String text = window.text();
        int at = window.position();
        while (at < text.length() && SentenceBreaker.isSpace(text.charAt(at))) {
            at++;
        }
        codePoints += at - window.position();
        window.advanceTo(at);
    }

    private void read(Sentence sentence) {
        // A text of its own: its reading does not depend on what else the window shows.
        String text = window.text().substring(window.position(), sentence.end());
        SourceSentence source = new SourceSentence(text, 0, text.length(), codePoints);
        List<Sound> sounds = sentences.read(text, 0, text.length());
        int from = 0;
        List<List<Sound>> parts = Breath.split(text, sounds);
        for (int i = 0; i < parts.size(); i++) {
            int to = i + 1 < parts.size() ? parts.get(i + 1).getFirst().start() : text.length();
            ready.add(UtteranceBuilder.build(index++, source, from, to, parts.get(i)));
            from = to;
        }
        shortPiece &= sounds.stream().noneMatch(Sound.Word.class::isInstance);
        window.advanceTo(sentence.end());
        codePoints = source.codePoint(text.length());
    }
}
