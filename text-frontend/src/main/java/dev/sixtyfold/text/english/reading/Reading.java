package dev.sixtyfold.text.english.reading;

import dev.sixtyfold.speech.Explanation.Alternative;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A pronunciation in the lexicon's notation.
 *
 * @param phonemes
 *            stress marks stand before their vowel's syllable
 * @param alternatives
 *            the readings that it was chosen from, itself among them, the best first; empty where there was no choice
 */
public record Reading(String phonemes, Decision decidedBy, List<Alternative> alternatives) {

    public Reading {
        alternatives = List.copyOf(alternatives);
    }

    /** A reading without alternatives. */
    public Reading(String phonemes, Decision decidedBy) {
        this(phonemes, decidedBy, List.of());
    }

    /** The same reading with {@code change} made to each of its pronunciations. */
    public Reading map(UnaryOperator<String> change) {
        return new Reading(change.apply(phonemes), decidedBy, alternatives.stream()
                .map(other -> new Alternative(change.apply(other.phonemes()), other.use(), other.score())).toList());
    }
}
