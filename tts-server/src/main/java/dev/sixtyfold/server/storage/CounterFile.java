package dev.sixtyfold.server.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * A 32-bit counter in a small text file: {@code next 257} and a checksum. It is replaced as a whole (a new file, forced to
 * disk, renamed over the old one) under an exclusive lock on the file beside it with {@code .lock} added, so that neither a
 * crash nor another process sees or leaves half of it.
 */
final class CounterFile {

    private static final String MAGIC = "sixtyfold request-ids 1\n";
    private static final Pattern FORM = Pattern
            .compile(Pattern.quote(MAGIC) + "next (\\d{1,10})\ncrc32c ([0-9a-f]{8})\n");
    private static final long FIRST = 1;
    private static final long LIMIT = 1L << 32;
    private static final long LOCK_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Path directory;
    private final Path file;

    CounterFile(Path directory) {
        this.directory = directory;
        this.file = directory.resolve("request-ids");
    }

    /**
     * Takes numbers that nobody else has or will have, from the returned one on.
     *
     * @param count
     *            at least 1
     * @throws IOException
     *             if the file is damaged or cannot be written, or fewer than {@code count} numbers are left; nothing is
     *             taken then
     */
    long take(int count) throws IOException {
        Files.createDirectories(directory);
        try (FileChannel lock = FileChannel.open(sibling(".lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            lock(lock);
            long first = read();
            if (first + count > LIMIT) {
                throw new IOException(file + ": all 2^32 request ids are given out; use another state directory");
            }
            Path written = sibling(".new");
            try (FileChannel channel = FileChannel.open(written, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer content = StandardCharsets.US_ASCII.encode(format(first + count));
                while (content.hasRemaining()) {
                    channel.write(content);
                }
                channel.force(true);
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            forceDirectory();
            return first;
        }
    }

    private long read() throws IOException {
        String content;
        try {
            content = Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return FIRST;
        }
        Matcher matcher = FORM.matcher(content);
        if (!matcher.matches() || !content.equals(format(Long.parseLong(matcher.group(1))))) {
            throw new IOException(
                    file + ": the counter of request ids is damaged. Restore it from a backup, or remove it"
                            + " to start again at 1, after which ids that were given out before come again");
        }
        return Long.parseLong(matcher.group(1));
    }

    private static String format(long next) {
        String line = "next " + next + "\n";
        CRC32C checksum = new CRC32C();
        checksum.update(line.getBytes(StandardCharsets.US_ASCII));
        return MAGIC + line + "crc32c " + HexFormat.of().toHexDigits((int) checksum.getValue()) + "\n";
    }

    /** Closing the channel frees the lock, as does the end of the process. */
    private void lock(FileChannel channel) throws IOException {
        long start = System.nanoTime();
        while (!tryLock(channel)) {
            if (System.nanoTime() - start > LOCK_PATIENCE_NANOS || Thread.currentThread().isInterrupted()) {
                throw new IOException(sibling(".lock") + ": another process has held this lock for too long");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // held by this very process, through another instance
        }
    }

    private Path sibling(String suffix) {
        return directory.resolve("request-ids" + suffix);
    }

    /** So that the rename itself survives a crash. */
    private void forceDirectory() throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
