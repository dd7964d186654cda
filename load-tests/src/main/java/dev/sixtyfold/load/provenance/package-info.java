/** What the watermark and the records cost. */
@NullMarked
package dev.sixtyfold.load.provenance;

import org.jspecify.annotations.NullMarked;
