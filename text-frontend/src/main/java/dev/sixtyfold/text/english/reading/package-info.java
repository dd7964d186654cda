/** How a word is read and what decided it: the words that all stages share. */
@NullMarked
package dev.sixtyfold.text.english.reading;

import org.jspecify.annotations.NullMarked;
