/** Pronunciations of single words: the lexicon, its inflected forms, function words and letter names. */
@NullMarked
package dev.sixtyfold.text.english.lexicon;

import org.jspecify.annotations.NullMarked;
