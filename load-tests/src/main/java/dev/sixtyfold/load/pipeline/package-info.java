/** The real voice and the real pipeline, put together as a server does it, without a transport. */
@NullMarked
package dev.sixtyfold.load.pipeline;

import org.jspecify.annotations.NullMarked;
