/** Packages of other projects behind the simplest of servers, to be measured beside this one. */
@NullMarked
package dev.sixtyfold.load.peers;

import org.jspecify.annotations.NullMarked;
