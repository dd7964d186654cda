/** Many requests to a real server, and what they leave behind in its process. */
@NullMarked
package dev.sixtyfold.load.soak;

import org.jspecify.annotations.NullMarked;
