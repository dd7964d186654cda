package dev.sixtyfold.text.english.reading;

import dev.sixtyfold.speech.Explanation.Alternative;
import java.util.List;

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
}
