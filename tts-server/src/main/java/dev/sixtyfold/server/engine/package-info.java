/** What the transports and commands need of the machinery that speaks, so that they can be tested without a model. */
@NullMarked
package dev.sixtyfold.server.engine;

import org.jspecify.annotations.NullMarked;
