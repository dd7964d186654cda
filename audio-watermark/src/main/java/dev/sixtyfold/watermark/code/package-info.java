/** 40 bits to 240 and back: the error correction of the watermark's payload. */
@NullMarked
package dev.sixtyfold.watermark.code;

import org.jspecify.annotations.NullMarked;
