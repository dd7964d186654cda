/** Working memory that outlives the utterance it was made for. */
@NullMarked
package dev.sixtyfold.speech.memory;

import org.jspecify.annotations.NullMarked;
