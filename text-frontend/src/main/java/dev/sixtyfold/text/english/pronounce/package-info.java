/** A sentence's tokens to phonemes: words in their context, compounds, prosody marks. */
@NullMarked
package dev.sixtyfold.text.english.pronounce;

import org.jspecify.annotations.NullMarked;
