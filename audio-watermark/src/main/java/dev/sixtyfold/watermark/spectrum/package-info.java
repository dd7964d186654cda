/** From samples to the cells' log powers and what they stand out by: shared by embedding and detection. */
@NullMarked
package dev.sixtyfold.watermark.spectrum;

import org.jspecify.annotations.NullMarked;
