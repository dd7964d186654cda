/** The pipeline from text to stamped samples; it knows no transport and no database. */
@NullMarked
package dev.sixtyfold.synthesis;

import org.jspecify.annotations.NullMarked;
