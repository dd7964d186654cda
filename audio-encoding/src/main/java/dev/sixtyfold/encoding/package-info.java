/** Stamped samples to bytes: one encoder for a stream, fed chunk by chunk. */
@NullMarked
package dev.sixtyfold.encoding;

import org.jspecify.annotations.NullMarked;
