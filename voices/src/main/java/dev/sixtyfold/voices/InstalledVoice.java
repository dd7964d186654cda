package dev.sixtyfold.voices;

import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.voices.manifest.GraphRecipe;
import dev.sixtyfold.voices.manifest.PackageFile;
import dev.sixtyfold.voices.manifest.VoiceManifest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A voice whose files are on this machine, complete.
 *
 * @param directory
 *            where they are; not to be written to
 */
public record InstalledVoice(VoiceManifest manifest, Path directory) {

    public VoiceId id() {
        return manifest.id();
    }

    /**
     * A file of the voice, from its packages or made from them.
     *
     * @param name
     *            as in the manifest, such as {@code vocab.json} or {@code vocoder.onnx}
     * @throws IllegalArgumentException
     *             if the voice has no such file
     */
    public Path file(String name) {
        List<String> names = Stream.concat(manifest.files().stream().map(PackageFile::name),
                manifest.model().graphs().stream().map(GraphRecipe::file)).toList();
        if (!names.contains(name)) {
            throw new IllegalArgumentException("voice " + id() + " has no file " + name + " among " + names);
        }
        return directory.resolve(name);
    }

    /** SHA-256 of the model as its makers published it. */
    public String modelHash() {
        return manifest.modelHash();
    }
}
