/** Immutable string tables that load at once: what the compiled form of the data files is made of. */
@NullMarked
package dev.sixtyfold.text.english.table;

import org.jspecify.annotations.NullMarked;
