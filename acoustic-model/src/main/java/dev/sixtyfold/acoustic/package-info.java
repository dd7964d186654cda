/**
 * Phonemes to acoustic frames. What is particular to a voice family stands in a package of its own below this one.
 */
@NullMarked
package dev.sixtyfold.acoustic;

import org.jspecify.annotations.NullMarked;
