package dev.sixtyfold.server.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears under its name when it is complete, and not at all if it never is: it is written beside its place and
 * renamed. A device or a pipe cannot be replaced and is written to directly.
 */
final class OutputFile implements AutoCloseable {

    private final Path target;
    private final Path written;
    private final FileChannel channel;
    private long length;

    private OutputFile(Path target, Path written, FileChannel channel) {
        this.target = target;
        this.written = written;
        this.channel = channel;
    }

    static OutputFile open(Path path) throws IOException {
        Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new CommandFailure(path + ": is a directory; name a file in it");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            return new OutputFile(target, target, FileChannel.open(target, StandardOpenOption.WRITE));
        }
        Path written = target
                .resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            FileChannel channel = FileChannel.open(written, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING);
            written.toFile().deleteOnExit(); // for an end by a signal, which closes nothing
            return new OutputFile(target, written, channel);
        } catch (NoSuchFileException e) {
            throw new CommandFailure(path + ": there is no such directory to write it to", e);
        }
    }

    void write(byte[] bytes) throws IOException {
        length += bytes.length;
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Bytes written so far. */
    long length() {
        return length;
    }

    /**
     * Puts the file in its place.
     *
     * @param sealedHeader
     *            to be written over its first bytes
     */
    void finish(byte[] sealedHeader) throws IOException {
        if (!written.equals(target)) {
            channel.write(ByteBuffer.wrap(sealedHeader), 0);
            channel.close();
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!written.equals(target)) {
            Files.deleteIfExists(written);
        }
    }
}
