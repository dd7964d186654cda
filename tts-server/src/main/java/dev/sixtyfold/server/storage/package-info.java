/** What outlives the process: the watermark keys and the database. */
@NullMarked
package dev.sixtyfold.server.storage;

import org.jspecify.annotations.NullMarked;
