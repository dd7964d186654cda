/** The HTTP transport: for now, whether the server is alive and ready. */
@NullMarked
package dev.sixtyfold.server.http;

import org.jspecify.annotations.NullMarked;
