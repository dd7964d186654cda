package dev.sixtyfold.server.storage;

import java.nio.file.Path;

/**
 * The section {@code state} of the configuration.
 *
 * @param directory
 *            where the counter of request ids is kept; servers that share it never give out the same id
 */
public record StateConfig(Path directory) {}
