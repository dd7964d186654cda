/** How soon a client hears something: the server's side of a comparison with the reference package. */
@NullMarked
package dev.sixtyfold.load.latency;

import org.jspecify.annotations.NullMarked;
