/** Reading configuration files into records. */
@NullMarked
package dev.sixtyfold.server.config;

import org.jspecify.annotations.NullMarked;
