/** Clients of a server under load: listeners who hear every gap, and clients that behave badly. */
@NullMarked
package dev.sixtyfold.server.bench.listeners;

import org.jspecify.annotations.NullMarked;
