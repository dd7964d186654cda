/** Finding the watermark in audio, and saying with what probability that is wrong. */
@NullMarked
package dev.sixtyfold.watermark.detect;

import org.jspecify.annotations.NullMarked;
