/** Who asked for what: no sample leaves before its request is on record. */
@NullMarked
package dev.sixtyfold.server.audit;

import org.jspecify.annotations.NullMarked;
