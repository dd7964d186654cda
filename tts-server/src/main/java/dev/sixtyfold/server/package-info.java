/** The program: where all parts are put together. */
@NullMarked
package dev.sixtyfold.server;

import org.jspecify.annotations.NullMarked;
