/** Numbers in words. */
@NullMarked
package dev.sixtyfold.text.english.number;

import org.jspecify.annotations.NullMarked;
