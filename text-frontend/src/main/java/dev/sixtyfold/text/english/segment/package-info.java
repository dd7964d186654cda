/** Where paragraphs, sentences and clauses end. */
@NullMarked
package dev.sixtyfold.text.english.segment;

import org.jspecify.annotations.NullMarked;
