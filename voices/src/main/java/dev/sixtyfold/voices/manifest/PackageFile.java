package dev.sixtyfold.voices.manifest;

/**
 * A file of a package.
 *
 * @param path
 *            within the package, such as {@code hibari/assets/vocab.json}
 * @param name
 *            what the file is called in the folder of the installed voice
 * @param bytes
 *            its size
 * @param sha256
 *            in lower-case hexadecimal digits
 */
public record PackageFile(String path, String name, long bytes, String sha256) {

    /** No folders, and nothing hidden. */
    static final String FILE_NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,127}";

    public PackageFile {
        VoicePackage.requireMatch("name", name, FILE_NAME);
        requireHash(sha256);
    }

    static void requireHash(String sha256) {
        VoicePackage.requireMatch("sha256", sha256, "[0-9a-f]{64}");
    }
}
