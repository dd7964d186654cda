/** The published benchmark. */
@NullMarked
package dev.sixtyfold.server.bench;

import org.jspecify.annotations.NullMarked;
