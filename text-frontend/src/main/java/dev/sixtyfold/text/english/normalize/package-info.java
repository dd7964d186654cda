/** Tokens that are not words as they stand (numbers, money, abbreviations, symbols), read as words. */
@NullMarked
package dev.sixtyfold.text.english.normalize;

import org.jspecify.annotations.NullMarked;
