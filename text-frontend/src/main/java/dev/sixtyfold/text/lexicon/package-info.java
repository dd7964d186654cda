/**
 * Lexicons of users: how words are to be read, from files and requests. {@link dev.sixtyfold.text.lexicon.LexiconText}
 * reads the three forms; {@link dev.sixtyfold.text.lexicon.Lexicons} finds the words in a text, the nearest lexicon first.
 */
@NullMarked
package dev.sixtyfold.text.lexicon;

import org.jspecify.annotations.NullMarked;
