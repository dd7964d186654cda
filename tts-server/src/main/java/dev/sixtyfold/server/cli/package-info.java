/** The commands of the launcher. */
@NullMarked
package dev.sixtyfold.server.cli;

import org.jspecify.annotations.NullMarked;
