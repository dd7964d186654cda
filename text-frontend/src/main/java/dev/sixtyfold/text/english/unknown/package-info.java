/** Pronunciations of words that no lexicon has, by a character network. */
@NullMarked
package dev.sixtyfold.text.english.unknown;

import org.jspecify.annotations.NullMarked;
