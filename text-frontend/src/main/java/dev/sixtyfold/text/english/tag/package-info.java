/** Parts of speech by an averaged perceptron. */
@NullMarked
package dev.sixtyfold.text.english.tag;

import org.jspecify.annotations.NullMarked;
