/** How many listeners a machine carries: the search and the certificate. */
@NullMarked
package dev.sixtyfold.server.bench.capacity;

import org.jspecify.annotations.NullMarked;
