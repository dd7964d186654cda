package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.reading.Decision;
import java.util.List;
import java.util.Optional;

/** One kind of expression that is read differently from how it is written. */
@FunctionalInterface
interface Rule {

    /** The reading of the expression that begins at {@code at}, if one of this kind does. */
    Optional<Match> match(Tokens tokens, int at);

    /**
     * An expression and its reading.
     *
     * @param tokens
     *            how many tokens it has, at least 1
     * @param words
     *            empty if it is silent
     * @param kind
     *            the rule by name, as an explanation gives it; {@link Decision#NUMBER} for a number that only counts
     */
    record Match(int tokens, List<String> words, Decision kind) {

        static Optional<Match> of(Decision kind, int tokens, List<String> words) {
            return Optional.of(new Match(tokens, words, kind));
        }
    }
}
