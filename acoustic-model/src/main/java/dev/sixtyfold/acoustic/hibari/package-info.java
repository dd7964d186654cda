/** The acoustic half of the hibari family: phoneme numbers and a pace go in, frames of 12.5 ms come out. */
@NullMarked
package dev.sixtyfold.acoustic.hibari;

import org.jspecify.annotations.NullMarked;
