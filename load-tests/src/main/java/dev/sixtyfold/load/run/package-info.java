/** A load of one's own choice. */
@NullMarked
package dev.sixtyfold.load.run;

import org.jspecify.annotations.NullMarked;
