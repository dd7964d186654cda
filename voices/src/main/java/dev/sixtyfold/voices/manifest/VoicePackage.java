package dev.sixtyfold.voices.manifest;

import java.util.List;

/**
 * A package of the Python package index from which a voice takes files.
 *
 * @param wheel
 *            name of the file that the index serves
 * @param sha256
 *            of that file, in lower-case hexadecimal digits
 */
public record VoicePackage(String name, String version, String wheel, String sha256, List<PackageFile> files) {

    public VoicePackage {
        files = List.copyOf(files);
        // They become arguments of a command and names of files.
        requireMatch("name", name, "[A-Za-z0-9][A-Za-z0-9._-]*");
        requireMatch("version", version, "[0-9][0-9A-Za-z.+!_-]*");
        requireMatch("wheel", wheel, "[A-Za-z0-9][A-Za-z0-9._+!-]*\\.whl");
        PackageFile.requireHash(sha256);
    }

    static void requireMatch(String field, String value, String pattern) {
        if (!value.matches(pattern)) {
            throw new IllegalArgumentException(field + ": \"" + value + "\" does not match " + pattern);
        }
    }
}
