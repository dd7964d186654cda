/** How fast texts are read, how soon the first piece is there, and what the loaded frontend takes of memory. */
@NullMarked
package dev.sixtyfold.load.frontend;

import org.jspecify.annotations.NullMarked;
