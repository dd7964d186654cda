/** The published report: servers side by side, from one stream to hundreds of listeners. */
@NullMarked
package dev.sixtyfold.load.report;

import org.jspecify.annotations.NullMarked;
