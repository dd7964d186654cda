package dev.sixtyfold.server.storage;

import java.nio.file.Path;
import java.util.Map;

/**
 * The directory that holds what Sixtyfold keeps on this machine: installed voices and, under {@code state}, what must
 * outlive the process.
 */
public record Home(Path directory) {

    /** {@code SIXTYFOLD_HOME}, or {@code .cache/sixtyfold} in the user's home. */
    public static Home of(Map<String, String> environment, Path userHome) {
        String set = environment.getOrDefault("SIXTYFOLD_HOME", "");
        return new Home(set.isBlank() ? userHome.resolve(".cache").resolve("sixtyfold") : Path.of(set));
    }

    public Path state() {
        return directory.resolve("state");
    }
}
