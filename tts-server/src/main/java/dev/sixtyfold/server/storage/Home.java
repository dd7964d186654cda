package dev.sixtyfold.server.storage;

import dev.sixtyfold.voices.VoiceStore;
import java.nio.file.Path;
import java.util.Map;

/**
 * The directory that holds what Sixtyfold keeps on this machine: installed voices and, under {@code state}, what must
 * outlive the process.
 */
public record Home(Path directory) {

    /** {@code SIXTYFOLD_HOME}, or {@code .cache/sixtyfold} in the user's home. */
    public static Home of(Map<String, String> environment, Path userHome) {
        return new Home(VoiceStore.home(environment, userHome));
    }

    public Path state() {
        return directory.resolve("state");
    }
}
