/** Words that are written alike and sound different: which of them stands in a sentence, by classifiers trained here. */
@NullMarked
package dev.sixtyfold.text.english.homograph;

import org.jspecify.annotations.NullMarked;
