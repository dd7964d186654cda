package dev.sixtyfold.voices.install;

import dev.sixtyfold.voices.InstallRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files, and of what is copied into them. */
final class FileHash {

    private FileHash() {}

    /** The file under its own name, with its size and hash. */
    static InstallRecord.Entry of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return copy(in, OutputStream.nullOutputStream(), String.valueOf(file.getFileName()));
        }
    }

    /** Copies a stream to its end, and says how much it was and its hash. */
    static InstallRecord.Entry copy(InputStream from, OutputStream to, String name) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        long bytes = new DigestInputStream(from, digest).transferTo(to);
        return new InstallRecord.Entry(name, bytes, HexFormat.of().formatHex(digest.digest()));
    }
}
