/** Signal processing that several stages need: transforms, windows, resampling, limiting. */
@NullMarked
package dev.sixtyfold.speech.dsp;

import org.jspecify.annotations.NullMarked;
