/** Servers to be measured, apart from whoever measures them. */
@NullMarked
package dev.sixtyfold.server.bench.process;

import org.jspecify.annotations.NullMarked;
