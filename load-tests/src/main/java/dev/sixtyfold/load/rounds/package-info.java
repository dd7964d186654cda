/** One side of a comparison with another synthesizer: a set of texts spoken at each word of command. */
@NullMarked
package dev.sixtyfold.load.rounds;

import org.jspecify.annotations.NullMarked;
