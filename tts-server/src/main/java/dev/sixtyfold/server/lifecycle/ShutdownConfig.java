package dev.sixtyfold.server.lifecycle;

import java.time.Duration;

/**
 * The section {@code shutdown} of the configuration.
 *
 * @param grace
 *            how long streams under way may take to finish
 */
public record ShutdownConfig(Duration grace) {

    public static final ShutdownConfig DEFAULTS = new ShutdownConfig(Duration.ofSeconds(30));
}
