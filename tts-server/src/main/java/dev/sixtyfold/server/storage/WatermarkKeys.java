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
import org.jspecify.annotations.Nullable;

/**
 * The watermark keys of an installation: those in its state directory, made at first start, or one that is given from
 * outside, in whose stead those in the file still verify.
 */
public final class WatermarkKeys {

    /** The environment variable that gives a key: 64 hex digits. */
    public static final String VARIABLE = "SIXTYFOLD_WATERMARK_KEY";

    private final Path stateDirectory;
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
        this.stateDirectory = stateDirectory;
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
     * What requests are stamped with: ids from the counter in the state directory, permuted under the oldest key, and the
     * newest key.
     *
     * @param block
     *            as {@link DurableRequestIds} has it
     */
    public Stamping stamping(int block) throws IOException {
        KeyRing ring = ring();
        return new Stamping(new DurableRequestIds(stateDirectory, block, ring.permutation()::apply),
                new KeyedWatermark(ring
                        .stamping()));
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
