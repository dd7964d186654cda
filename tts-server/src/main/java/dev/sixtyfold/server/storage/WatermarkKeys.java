package dev.sixtyfold.server.storage;

import dev.sixtyfold.server.engine.Stamping;
import dev.sixtyfold.synthesis.KeyedWatermark;
import dev.sixtyfold.watermark.key.KeyFile;
import dev.sixtyfold.watermark.key.KeyId;
import dev.sixtyfold.watermark.key.KeyRing;
import dev.sixtyfold.watermark.key.WatermarkKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The watermark keys of an installation: those in its state directory, made at first start, or one that is given from
 * outside, in whose stead those in the file still verify.
 */
public final class WatermarkKeys {

    /** The environment variable that gives a key: 64 hex digits. */
    public static final String VARIABLE = "SIXTYFOLD_WATERMARK_KEY";

    /** For a server: a write that waits for the disk for each 256 requests. */
    public static final int SERVER_BLOCK = 256;

    /** For a command that speaks once. */
    public static final int SINGLE = 1;

    private final Path file;
    private final Optional<WatermarkKey> given;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * Keys that are read or made when they are first asked for.
     *
     * @param given
     *            the value of {@link #VARIABLE}, if it is set
     * @throws IllegalArgumentException
     *             if that is not a key
     */
    public WatermarkKeys(Path stateDirectory, @Nullable String given, InstantSource clock) {
        this.file = stateDirectory.resolve("watermark-keys");
        this.clock = clock;
        try {
            this.given = Optional.ofNullable(given).filter(text -> !text.isBlank()).map(WatermarkKey::parse);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(VARIABLE + ": " + e.getMessage(), e);
        }
    }

    /**
     * The ring in use.
     *
     * @throws IOException
     *             if the key file is lost, replaced, damaged or open to others; the message says what to do
     */
    public KeyRing ring() throws IOException {
        if (given.isEmpty()) {
            return keyFile().open();
        }
        KeyRing.Entry outside = new KeyRing.Entry(given.get(), clock.instant(), false);
        if (!Files.exists(file)) {
            return new KeyRing(List.of(outside));
        }
        List<KeyRing.Entry> entries = new ArrayList<>(keyFile().open().entries());
        entries.removeIf(entry -> entry.key().equals(given.get()));
        entries.add(outside);
        return new KeyRing(entries);
    }

    /** A new key, which stamps from the next start on. */
    public KeyRing rotate() throws IOException {
        requireFile();
        return keyFile().change(ring -> ring.rotated(random, clock));
    }

    /** Takes a key out of use. */
    public KeyRing retire(KeyId id) throws IOException {
        requireFile();
        return keyFile().change(ring -> ring.retired(id));
    }

    /**
     * What requests are stamped with: ids from the counter in the database, permuted under the oldest key, and the newest
     * key; each request is put on record in the database, which is closed with it.
     *
     * @param block
     *            ids that are reserved at a time: {@link #SERVER_BLOCK}, or {@link #SINGLE} for a command that speaks once
     * @throws IOException
     *             if the keys cannot be used, or are not those of the database
     */
    public Stamping stamping(Database database, int block) throws IOException {
        KeyRing ring = ring();
        IdBlocks blocks = new IdBlocks(database, ring, clock, "process " + ProcessHandle.current().pid());
        blocks.begin(random);
        ExecutorService background = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("ids-", 0).factory());
        AuditWriter trail = new AuditWriter(database, ring.stamping().id());
        return new Stamping(new StoredRequestIds(blocks, block, ring.permutation()::apply, background),
                new KeyedWatermark(ring.stamping()), trail, new AuditLookup(database, ring.permutation()), () -> {
                    background.close();
                    trail.close();
                    database.close();
                });
    }

    private void requireFile() {
        if (given.isPresent()) {
            throw new IllegalArgumentException(VARIABLE + " gives the key: change it there, or unset it");
        }
    }

    private KeyFile keyFile() {
        return new KeyFile(file, random, clock);
    }
}
