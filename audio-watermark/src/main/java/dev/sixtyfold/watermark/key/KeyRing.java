package dev.sixtyfold.watermark.key;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys of an installation, oldest first. The newest one stamps; all that are not retired verify. A retired key stays in
 * the ring, so that it is known which keys there were and the permutation of request ids never changes.
 *
 * @param entries
 *            at least one; no key twice; the last one is not retired
 */
public record KeyRing(List<Entry> entries) {

    public KeyRing {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a key ring has at least one key");
        }
        Set<KeyId> ids = new LinkedHashSet<>();
        for (Entry entry : entries) {
            if (!ids.add(entry.key().id())) {
                throw new IllegalArgumentException("key " + entry.key().id() + " is in the ring twice");
            }
        }
        if (entries.getLast().retired()) {
            throw new IllegalArgumentException(
                    "key " + entries.getLast().key().id() + " stamps the audio: rotate before retiring it");
        }
    }

    /** One key, with the time from which it stamped. */
    public record Entry(WatermarkKey key, Instant created, boolean retired) {}

    /** A ring of one key. */
    public static KeyRing of(WatermarkKey key, Instant created) {
        return new KeyRing(List.of(new Entry(key, created, false)));
    }

    /** The key that stamps. */
    public WatermarkKey stamping() {
        return entries.getLast().key();
    }

    /** The keys that verify, the newest first. */
    public List<WatermarkKey> verifying() {
        return entries.reversed().stream().filter(entry -> !entry.retired()).map(Entry::key).toList();
    }

    /**
     * The permutation of the counter of request ids: that of the oldest key, whatever became of it, since another one
     * would repeat ids.
     */
    public IdPermutation permutation() {
        return entries.getFirst().key().permutation();
    }

    /** With a new key that stamps from now on. */
    public KeyRing rotated(SecureRandom random, InstantSource clock) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(new Entry(WatermarkKey.generate(random), clock.instant(), false));
        return new KeyRing(more);
    }

    /**
     * With {@code id} out of use: what it stamped is no longer found.
     *
     * @throws IllegalArgumentException
     *             if there is no such key, or it is the one that stamps
     */
    public KeyRing retired(KeyId id) {
        if (entries.stream().noneMatch(entry -> entry.key().id().equals(id))) {
            throw new IllegalArgumentException("there is no key " + id + " in the ring");
        }
        return new KeyRing(entries.stream().map(entry -> entry.key().id().equals(id)
                ? new Entry(entry.key(), entry.created(), true)
                : entry).toList());
    }
}
