/** Which cell of the spectrum carries what: the grid, and the keyed pattern of signs on it. */
@NullMarked
package dev.sixtyfold.watermark.pattern;

import org.jspecify.annotations.NullMarked;
