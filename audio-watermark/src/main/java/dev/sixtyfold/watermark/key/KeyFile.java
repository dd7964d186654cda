package dev.sixtyfold.watermark.key;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The key ring on disk: a text file that only its owner can read, made at first start, replaced as a whole. Beside it stands
 * {@code FILE.known}, without secrets: the ids of all keys that ever were in it. A key file that was lost, or replaced by
 * another one, no longer has them all, and {@link #open} says so rather than to stamp with a key that proves nothing of
 * yesterday's audio.
 */
public final class KeyFile {

    private static final String MAGIC = "sixtyfold watermark-keys 1";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path file;
    private final SecureRandom random;
    private final InstantSource clock;

    public KeyFile(Path file, SecureRandom random, InstantSource clock) {
        this.file = file;
        this.random = random;
        this.clock = clock;
    }

    /**
     * The ring in the file; a new ring of one key if neither the file nor a trace of an earlier one is there.
     *
     * @throws KeyFileException
     *             if the file is damaged, can be read by others, or lacks a key that it once had
     */
    public KeyRing open() throws IOException {
        return locked(this::readOrCreate);
    }

    /** Changes the ring under a lock, and returns the changed one once it is on disk. */
    public KeyRing change(UnaryOperator<KeyRing> change) throws IOException {
        return locked(() -> {
            KeyRing changed = change.apply(readOrCreate());
            write(changed);
            return changed;
        });
    }

    private KeyRing readOrCreate() throws IOException {
        if (!Files.exists(file)) {
            List<String> known = known();
            if (!known.isEmpty()) {
                throw new KeyFileException(file + ": the watermark keys " + String.join(", ", known)
                        + " were here and are gone. Restore the file from a backup; or remove " + knownFile()
                        + " to begin with a new key, after which audio stamped before is no longer found");
            }
            KeyRing ring = KeyRing.of(WatermarkKey.generate(random), clock.instant());
            write(ring);
            return ring;
        }
        KeyRing ring = read();
        Set<String> present = new HashSet<>(ids(ring));
        List<String> missing = known().stream().filter(id -> !present.contains(id)).toList();
        if (!missing.isEmpty()) {
            throw new KeyFileException(
                    file + ": the file was replaced, the watermark keys " + String.join(", ", missing)
                            + " are no longer in it. Restore it from a backup; or remove " + knownFile()
                            + " to go on without them, after which audio stamped with them is no longer found");
        }
        if (!known().equals(ids(ring))) { // a crash between the two files, or a file that was brought here
            replace(knownFile(), String.join("\n", ids(ring)) + "\n");
        }
        return ring;
    }

    private KeyRing read() throws IOException {
        if (posix() && !Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
            throw new KeyFileException(file + ": others may read the watermark keys ("
                    + PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) + "); chmod 600 it");
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
        if (lines.isEmpty() || !lines.getFirst().equals(MAGIC)) {
            throw new KeyFileException(file + ": is not a file of watermark keys; its first line would be '" + MAGIC
                    + "'");
        }
        List<KeyRing.Entry> entries = new ArrayList<>();
        for (int line = 1; line < lines.size(); line++) {
            entries.add(entry(lines.get(line), line + 1));
        }
        try {
            return new KeyRing(entries);
        } catch (IllegalArgumentException e) {
            throw new KeyFileException(file + ": " + e.getMessage());
        }
    }

    /** {@code id secret created state}; the id doubles as a checksum of the secret. */
    private KeyRing.Entry entry(String line, int number) throws KeyFileException {
        String[] fields = line.split(" ", -1);
        try {
            if (fields.length == 4 && (fields[3].equals("in-use") || fields[3].equals("retired"))) {
                WatermarkKey key = WatermarkKey.parse(fields[1]);
                if (key.id().value().equals(fields[0])) {
                    return new KeyRing.Entry(key, Instant.parse(fields[2]), fields[3].equals("retired"));
                }
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // told below, without the line: it holds a secret
        }
        throw new KeyFileException(file + ": line " + number + " is damaged (key id, secret, time, in-use or retired)"
                + "; restore the file from a backup");
    }

    private void write(KeyRing ring) throws IOException {
        StringBuilder text = new StringBuilder(MAGIC).append('\n');
        for (KeyRing.Entry entry : ring.entries()) {
            text.append(entry.key().id()).append(' ').append(entry.key().secretHex()).append(' ')
                    .append(entry.created()).append(' ').append(entry.retired() ? "retired" : "in-use").append('\n');
        }
        replace(file, text.toString());
        replace(knownFile(), String.join("\n", ids(ring)) + "\n");
    }

    private static List<String> ids(KeyRing ring) {
        return ring.entries().stream().map(entry -> entry.key().id().value()).toList();
    }

    private List<String> known() throws IOException {
        try {
            return Files.readAllLines(knownFile(), StandardCharsets.US_ASCII);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private void replace(Path target, String content) throws IOException {
        Path written = target.resolveSibling(target.getFileName() + ".new");
        Files.deleteIfExists(written);
        try (FileChannel channel = FileChannel.open(written, Set.of(StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE), ownerOnly())) {
            ByteBuffer bytes = StandardCharsets.US_ASCII.encode(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** So that two first starts at once agree on a key. */
    private KeyRing locked(Work work) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        synchronized (KeyFile.class) { // a file lock keeps other processes away, not this one's threads
            try (FileChannel channel = FileChannel.open(file.resolveSibling(file.getFileName() + ".lock"), Set.of(
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly())) {
                channel.lock();
                return work.run();
            }
        }
    }

    @FunctionalInterface
    private interface Work {
        KeyRing run() throws IOException;
    }

    private FileAttribute<?>[] ownerOnly() {
        return posix()
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private boolean posix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private Path knownFile() {
        return file.resolveSibling(file.getFileName() + ".known");
    }
}
