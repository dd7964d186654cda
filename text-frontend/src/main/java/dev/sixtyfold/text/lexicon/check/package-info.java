/** Holding lexicons to their own examples. */
@NullMarked
package dev.sixtyfold.text.lexicon.check;

import org.jspecify.annotations.NullMarked;
