package dev.sixtyfold.voices.manifest;

import dev.sixtyfold.speech.VoiceId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A voice of the catalogue: what it is, where its files come from and how its graphs are made. Holds no weights.
 *
 * @param fingerprint
 *            SHA-256 of the manifest's text in lower-case hexadecimal digits: an installation made from another text is
 *            another installation
 * @param packages
 *            at least one; no two of their files have the same name
 */
public record VoiceManifest(VoiceId id, String fingerprint, VoiceTraits traits, Licence licence,
        List<VoicePackage> packages, VoiceModel model) {

    public VoiceManifest {
        packages = List.copyOf(packages);
        Set<String> names = new HashSet<>();
        Stream<String> all = Stream.concat(packages.stream().flatMap(source -> source.files().stream())
                .map(PackageFile::name), model.graphs().stream().map(GraphRecipe::file));
        all.forEach(name -> {
            if (!names.add(name)) {
                throw new IllegalArgumentException("two files of voice " + id + " are called " + name);
            }
        });
    }

    /** Every file that is taken from a package. */
    public List<PackageFile> files() {
        return packages.stream().flatMap(source -> source.files().stream()).toList();
    }

    /** SHA-256 of the model as its makers published it. */
    public String modelHash() {
        return files().stream().filter(file -> file.name().equals(model.file())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "voice " + id + ": model.file " + model.file() + " is none of the packages' files"))
                .sha256();
    }
}
