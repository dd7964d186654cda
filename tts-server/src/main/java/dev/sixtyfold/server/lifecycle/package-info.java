/** A server from its start to the end of its last stream. */
@NullMarked
package dev.sixtyfold.server.lifecycle;

import org.jspecify.annotations.NullMarked;
