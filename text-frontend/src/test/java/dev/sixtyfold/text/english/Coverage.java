package dev.sixtyfold.text.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.speech.SkippedSpan;
import dev.sixtyfold.speech.SourceSpan;
import dev.sixtyfold.speech.SpokenWord;
import dev.sixtyfold.speech.Utterance;
import java.util.BitSet;
import java.util.List;

/** Whether every part of a text that can be seen is spoken or listed as skipped. */
final class Coverage {

    private Coverage() {}

    /** Fails unless {@code utterances} cover {@code text}, in order, and are what they should be. */
    static void check(String text, List<Utterance> utterances) {
        int[] codePoints = text.codePoints().toArray();
        BitSet covered = new BitSet();
        int index = 0;
        int end = 0;
        for (Utterance utterance : utterances) {
            assertThat(utterance.index()).isEqualTo(index++);
            assertThat(utterance.source().start()).isGreaterThanOrEqualTo(end);
            end = utterance.source().end();
            assertThat(utterance.phonemes().symbols()).hasSizeLessThanOrEqualTo(510).isEqualTo(
                    utterance.phonemes().symbols().strip()).doesNotContain("  ");
            for (SpokenWord word : utterance.phonemes().words()) {
                covered.set(word.source().start(), word.source().end());
                String written = new String(codePoints, word.source().start(), word.source().length());
                // Of [word](/ipa/) the word is text, the rest is not.
                if (!written.contains("](/")) {
                    assertThat(word.text()).isEqualTo(written);
                }
                assertThat(word.phonemes()).isNotBlank();
                assertWithin(word.source(), utterance.source());
            }
            for (SkippedSpan skipped : utterance.skipped()) {
                covered.set(skipped.source().start(), skipped.source().end());
                assertWithin(skipped.source(), utterance.source());
            }
        }
        for (int i = 0; i < codePoints.length; i++) {
            if (isReadable(codePoints[i])) {
                assertThat(covered.get(i)).as("U+%04X at %d of %s", codePoints[i], i, text).isTrue();
            }
        }
    }

    private static void assertWithin(SourceSpan inner, SourceSpan outer) {
        assertThat(inner.start()).isGreaterThanOrEqualTo(outer.start());
        assertThat(inner.end()).isLessThanOrEqualTo(outer.end());
    }

    /** Letters, digits, symbols and the punctuation that is read aloud. */
    private static boolean isReadable(int codePoint) {
        boolean named = "#%&*/@\\_§¶†‡•‰".indexOf(codePoint) >= 0;
        return named || switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER, Character.OTHER_LETTER, Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER, Character.OTHER_NUMBER, Character.CURRENCY_SYMBOL,
                    Character.OTHER_SYMBOL, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED ->
                true;
            case Character.MATH_SYMBOL -> codePoint != '−';
            case Character.MODIFIER_SYMBOL -> codePoint != '`';
            default -> false;
        };
    }
}
