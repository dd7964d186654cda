/** Putting the watermark into a stream of samples. */
@NullMarked
package dev.sixtyfold.watermark.embed;

import org.jspecify.annotations.NullMarked;
