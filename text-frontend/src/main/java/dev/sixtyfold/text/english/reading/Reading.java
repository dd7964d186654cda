package dev.sixtyfold.text.english.reading;

/**
 * A pronunciation in the lexicon's notation.
 *
 * @param phonemes
 *            stress marks stand before their vowel's syllable
 */
public record Reading(String phonemes, Decision decidedBy) {}
