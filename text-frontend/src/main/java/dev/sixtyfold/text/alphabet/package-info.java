/**
 * Alphabets in which people write pronunciations, read into the notation of the lexicons: one symbol for each sound of
 * English, diphthongs and affricates too, and the stress mark right before the vowel that bears it.
 */
@NullMarked
package dev.sixtyfold.text.alphabet;

import org.jspecify.annotations.NullMarked;
