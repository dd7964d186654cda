package dev.sixtyfold.server.lifecycle;

import java.nio.file.Path;
import java.util.List;

/**
 * The section {@code text} of the configuration.
 *
 * @param lexicons
 *            files that hold for all requests; of two entries for the same word that of the earlier file counts
 */
public record TextConfig(List<Path> lexicons) {

    public static final TextConfig DEFAULTS = new TextConfig(List.of());

    public TextConfig {
        lexicons = List.copyOf(lexicons);
    }
}
