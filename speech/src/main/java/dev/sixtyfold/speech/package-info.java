/** The vocabulary that the stages of the pipeline share: immutable values, no runtime, no transport. */
@NullMarked
package dev.sixtyfold.speech;

import org.jspecify.annotations.NullMarked;
