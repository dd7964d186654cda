/** What the server has promised under load, each promise as a command. */
@NullMarked
package dev.sixtyfold.load.scenario;

import org.jspecify.annotations.NullMarked;
