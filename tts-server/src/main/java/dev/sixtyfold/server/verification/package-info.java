/** Whether a recording carries a watermark of this server, and how much of that a caller gets to see. No transport. */
@NullMarked
package dev.sixtyfold.server.verification;

import org.jspecify.annotations.NullMarked;
