package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.reading.Decision;
import dev.sixtyfold.text.english.token.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is to be spoken.
 *
 * @param token
 *            one of the tokenizer, or several that a rule read as one
 * @param written
 *            the tokenizer's tokens
 * @param words
 *            the words that it is read as; empty if it is read as it is written
 * @param rule
 *            what kind of rule chose {@code words}; null where none did
 * @param given
 *            the reading that was asked for; null where none was
 */
public record Term(Token token, List<String> written, List<String> words, @Nullable Decision rule,
        @Nullable Given given) {

    public Term {
        written = List.copyOf(written);
        words = List.copyOf(words);
    }

    static Term asWritten(Token token) {
        return new Term(token, List.of(token.text()), List.of(), null, null);
    }

    public boolean isAsWritten() {
        return rule == null;
    }

    /** What the tagger sees: it knows figures, but not abbreviations. */
    public List<String> taggedAs() {
        boolean figures = rule != null && rule.isNumber();
        return isAsWritten() || figures || given != null || words.isEmpty() ? written : words;
    }
}
