/** Words and punctuation marks of a sentence, split as the tagger was taught to see them. */
@NullMarked
package dev.sixtyfold.text.english.token;

import org.jspecify.annotations.NullMarked;
