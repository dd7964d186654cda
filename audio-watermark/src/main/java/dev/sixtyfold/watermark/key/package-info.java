/** The secrets of the watermark: where they are kept, and what is derived from them. */
@NullMarked
package dev.sixtyfold.watermark.key;

import org.jspecify.annotations.NullMarked;
