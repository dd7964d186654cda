/** Bytes to samples: a decoder for each container, chosen by its first bytes, fed as a stream. */
@NullMarked
package dev.sixtyfold.encoding.decode;

import org.jspecify.annotations.NullMarked;
