/** What outlives the process: files under the state directory. */
@NullMarked
package dev.sixtyfold.server.storage;

import org.jspecify.annotations.NullMarked;
