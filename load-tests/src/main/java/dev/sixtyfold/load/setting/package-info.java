/** What all load tests have in common: the server they start, the texts, and how they judge. */
@NullMarked
package dev.sixtyfold.load.setting;

import org.jspecify.annotations.NullMarked;
