package dev.sixtyfold.voices;

import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.voices.manifest.VoiceManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The voices on this machine: {@code voices/NAME/KEY} under Sixtyfold's home, where the key stands for the manifest and
 * the way files are made from it. A folder of that name is complete and its files never change, until another build or a
 * forced install replaces the whole folder; looking a voice up costs a few file sizes, no hashing.
 *
 * @param home
 *            such as {@code ~/.cache/sixtyfold}; need not exist yet
 */
public record VoiceStore(Path home) {

    /** To be raised when graphs are cut or rewritten in another way: installed voices are then made anew, offline. */
    private static final int LAYOUT = 1;
    private static final int KEY_DIGITS = 12;

    /** How a voice stands in a store. */
    public enum State {
        INSTALLED, DAMAGED, ABSENT
    }

    /** The home that an environment asks for: {@code SIXTYFOLD_HOME}, or {@code .cache/sixtyfold} in the user's home. */
    public static Path home(Map<String, String> environment, Path userHome) {
        String set = environment.getOrDefault("SIXTYFOLD_HOME", "");
        return set.isBlank() ? userHome.resolve(".cache").resolve("sixtyfold") : Path.of(set);
    }

    /** Where everything about a voice is kept. */
    public Path folder(VoiceManifest voice) {
        return home.resolve("voices").resolve(voice.id().name());
    }

    /** Where the voice is when it is installed. */
    public Path directory(VoiceManifest voice) {
        return folder(voice).resolve(LAYOUT + "-" + voice.fingerprint().substring(0, KEY_DIGITS));
    }

    public State state(VoiceManifest voice) {
        try {
            return find(voice).isPresent() ? State.INSTALLED : State.ABSENT;
        } catch (SynthesisException.VoiceUnavailable e) {
            return State.DAMAGED;
        }
    }

    /**
     * The voice, if it is installed.
     *
     * @throws SynthesisException.VoiceUnavailable
     *             if it is, but files of it are missing or of another size; the message says which and how to mend it
     */
    public Optional<InstalledVoice> find(VoiceManifest voice) {
        Path directory = directory(voice);
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        String problem;
        try {
            Optional<String> found = Files.exists(directory.resolve(InstallRecord.FILE))
                    ? InstallRecord.problem(directory)
                    : Optional.of(directory.resolve(InstallRecord.FILE) + " is missing");
            if (found.isEmpty()) {
                return Optional.of(new InstalledVoice(voice, directory));
            }
            problem = found.get();
        } catch (IOException e) {
            problem = directory + " cannot be read: " + e.getMessage();
        }
        throw new SynthesisException.VoiceUnavailable("voice " + voice.id() + " is damaged: " + problem
                + "; mend it by: sixtyfold voices install " + voice.id() + " --force");
    }

    /**
     * The voice, which has to be installed.
     *
     * @throws SynthesisException.VoiceUnavailable
     *             if it is not, or damaged; the message says how to mend that
     */
    public InstalledVoice open(VoiceManifest voice) {
        return find(voice).orElseThrow(() -> new SynthesisException.VoiceUnavailable("voice " + voice.id()
                + " is not installed in " + home + "; install it by: sixtyfold voices install " + voice.id()));
    }
}
