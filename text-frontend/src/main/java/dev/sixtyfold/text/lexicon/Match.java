package dev.sixtyfold.text.lexicon;

import dev.sixtyfold.text.markup.Instruction.Origin;

/**
 * A word or phrase of a text that a lexicon has.
 *
 * @param start
 *            in UTF-16 units of the text, inclusive
 * @param end
 *            exclusive, the ending included
 * @param ending
 *            what the text adds to the entry: {@code "'s"} of a possessive, {@code "s"} or {@code "es"} of a plural, or
 *            nothing
 * @param origin
 *            the lexicon
 */
public record Match(int start, int end, LexiconEntry entry, String ending, Origin origin) {}
