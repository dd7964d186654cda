/** Reading the JSON data files of a voice. */
@NullMarked
package dev.sixtyfold.text.english.data;

import org.jspecify.annotations.NullMarked;
