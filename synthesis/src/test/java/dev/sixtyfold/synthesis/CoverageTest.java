package dev.sixtyfold.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.speech.PhonemeSequence;
import dev.sixtyfold.speech.SkippedSpan;
import dev.sixtyfold.speech.SourceSpan;
import dev.sixtyfold.speech.SpokenWord;
import dev.sixtyfold.speech.Utterance;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {

    @Test
    void skippedPartsWithinAnUtteranceAreLeftOutOfWhatWasSpoken() {
        Coverage coverage = new Coverage();
        coverage.add(new Utterance(0, new SourceSpan(0, 20), "a b", new PhonemeSequence("a b", List.of(word(2, 5, 0),
                word(10, 14, 2))), List.of(skipped(0, 1), skipped(6, 8), skipped(16, 18))));
        assertThat(coverage.spoken()).containsExactly(new SourceSpan(2, 6), new SourceSpan(8, 14));
        assertThat(coverage.skipped()).extracting(SkippedSpan::source).containsExactly(new SourceSpan(0, 1),
                new SourceSpan(6, 8), new SourceSpan(16, 18));
    }

    private static SpokenWord word(int start, int end, int symbol) {
        return new SpokenWord("x", new SourceSpan(start, end), "x", "x", "scripted", symbol, symbol + 1);
    }

    private static SkippedSpan skipped(int start, int end) {
        return new SkippedSpan(new SourceSpan(start, end), "no reading");
    }
}
