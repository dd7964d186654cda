/** Who calls a server, and what that caller may do. */
@NullMarked
package dev.sixtyfold.server.caller;

import org.jspecify.annotations.NullMarked;
