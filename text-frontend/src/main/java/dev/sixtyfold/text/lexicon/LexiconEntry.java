package dev.sixtyfold.text.lexicon;

/**
 * A word or phrase and what is said of it.
 *
 * @param written
 *            as it stands in a text
 * @param use
 *            in which it holds
 */
public record LexiconEntry(String written, Use use, Target target, Place place) {}
