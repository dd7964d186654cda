package dev.sixtyfold.text.english;

import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.text.UtteranceReader;
import dev.sixtyfold.text.english.pronounce.SentenceReader;
import dev.sixtyfold.text.english.pronounce.Sound;
import dev.sixtyfold.text.english.segment.SentenceBreaker;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** Reads sentence by sentence; a sentence that is too long for one utterance becomes several. */
final class EnglishReader implements UtteranceReader {

    private final String text;
    private final SentenceBreaker breaker;
    private final SentenceReader sentences;
    private final Queue<Utterance> ready = new ArrayDeque<>();
    /** Where the next sentence begins, and how many code points come before it. */
    private int position;
    private int codePoints;
    private int index;

    EnglishReader(String text, SentenceBreaker breaker, SentenceReader sentences) {
        this.text = text;
        this.breaker = breaker;
        this.sentences = sentences;
    }

    @Override
    public Optional<Utterance> next() {
        if (ready.isEmpty()) {
            readSentence();
        }
        return Optional.ofNullable(ready.poll());
    }

    private void readSentence() {
        while (position < text.length() && SentenceBreaker.isSpace(text.charAt(position))) {
            position++;
            codePoints++;
        }
        if (position == text.length()) {
            return;
        }
        int end = breaker.end(text, position);
        SourceSentence sentence = new SourceSentence(text, position, end, codePoints);
        List<Sound> sounds = sentences.read(text, position, end);
        int from = position;
        List<List<Sound>> parts = Breath.split(sounds);
        for (int i = 0; i < parts.size(); i++) {
            int to = i + 1 < parts.size() ? parts.get(i + 1).getFirst().start() : end;
            ready.add(UtteranceBuilder.build(index++, sentence, from, to, parts.get(i)));
            from = to;
        }
        position = end;
        codePoints = sentence.codePoint(end);
    }
}
