package dev.sixtyfold.text.english;

import dev.sixtyfold.text.english.table.TableReader;
import dev.sixtyfold.text.english.table.TableWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * The data files in a form that loads at once, in one file beside them. It holds a fingerprint of the files that it was
 * made of and a check sum of itself: one that is out of date or damaged is not used, and made anew. Where the directory
 * cannot be written to there is none, and loading takes longer.
 */
final class CompiledData {

    private static final System.Logger LOG = System.getLogger(CompiledData.class.getName());

    private static final int MAGIC = 0x36306c74;
    /** To be raised whenever a table's layout or what is kept in one changes. */
    private static final int LAYOUT = 6;
    private static final int HEADER = 2 * Integer.BYTES + 2 * Long.BYTES;

    private final Path file;
    private final long fingerprint;

    /**
     * @param file
     *            where it is kept
     * @param fingerprint
     *            of the data files, by their contents
     */
    CompiledData(Path file, long fingerprint) {
        this.file = file;
        this.fingerprint = fingerprint;
    }

    /** The tables, if they are there, whole, and made of the same data files. */
    Optional<TableReader> read() {
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(file)).order(TableWriter.ORDER);
            boolean valid = content.remaining() >= HEADER && content.getInt() == MAGIC && content.getInt() == LAYOUT
                    && content.getLong() == fingerprint && content.getLong() == checkSum(content.slice());
            return valid ? Optional.of(new TableReader(content)) : Optional.empty();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "cannot read " + file, e);
            return Optional.empty();
        }
    }

    /** Keeps the tables for the next time; readers of an older file and other writers are not disturbed. */
    void write(TableWriter tables) {
        byte[] payload = tables.toByteArray();
        ByteBuffer content = ByteBuffer.allocate(HEADER + payload.length).order(TableWriter.ORDER);
        content.putInt(MAGIC).putInt(LAYOUT).putLong(fingerprint).putLong(checkSum(ByteBuffer.wrap(payload)));
        content.put(payload);
        Path directory = file.toAbsolutePath().getParent();
        try {
            // With the permissions of the directory's other files: a server may run as another user than the installer.
            Path temporary = directory.resolve(file.getFileName() + "." + UUID.randomUUID() + ".new");
            try {
                Files.write(temporary, content.array());
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "cannot write " + file + "; the data files are read each time", e);
        }
    }

    private static long checkSum(ByteBuffer bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }
}
