/** SSML 1.1, the part that people use, to marked text. It knows no language; what cannot be followed is said. */
@NullMarked
package dev.sixtyfold.text.ssml;

import org.jspecify.annotations.NullMarked;
