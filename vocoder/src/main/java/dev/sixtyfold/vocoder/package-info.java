/**
 * Acoustic frames to samples, in blocks. What is particular to a voice family stands in a package of its own below this
 * one.
 */
@NullMarked
package dev.sixtyfold.vocoder;

import org.jspecify.annotations.NullMarked;
