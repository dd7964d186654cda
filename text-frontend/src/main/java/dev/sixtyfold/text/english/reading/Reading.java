package dev.sixtyfold.text.english.reading;

import dev.sixtyfold.speech.AlternativeReading;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A pronunciation in the lexicon's notation.
 *
 * @param phonemes
 *            stress marks stand before their vowel's syllable
 * @param alternatives
 *            what was weighed, the chosen reading among them; empty where there was nothing to choose. In the lexicon's
 *            notation too
 */
public record Reading(String phonemes, Decision decidedBy, List<AlternativeReading> alternatives) {

    public Reading {
        alternatives = List.copyOf(alternatives);
    }

    /** The only one. */
    public Reading(String phonemes, Decision decidedBy) {
        this(phonemes, decidedBy, List.of());
    }

    /** The same reading with {@code change} made to each of its pronunciations. */
    public Reading map(UnaryOperator<String> change) {
        return new Reading(change.apply(phonemes), decidedBy, alternatives.stream().map(
                reading -> new AlternativeReading(reading.label(), change.apply(reading.phonemes()), reading.score()))
                .toList());
    }
}
