package dev.sixtyfold.text.english.table;

import java.util.Arrays;
import java.util.List;

/**
 * An immutable set of strings, each with a number from 0 in the order given: an open hash table over flat arrays, so that
 * it is read from a file by bulk copies. Asking it makes no garbage.
 */
public final class StringTable {

    private static final int FREE = -1;

    private final StringPool keys;
    /**
     * A power of two, at most half full. In the low bits of each slot the number of its key, above them what is left of the
     * key's hash: most keys that are not there are told apart without a look at the strings.
     */
    private final int[] slots;
    private final int numberMask;

    private StringTable(StringPool keys, int[] slots) {
        this.keys = keys;
        this.slots = slots;
        this.numberMask = numberMask(keys.size());
    }

    /** Holds every number, and one more, so that no slot with a key is {@link #FREE}. */
    private static int numberMask(int size) {
        return (Integer.highestOneBit(size + 1) << 1) - 1;
    }

    /**
     * A table of the strings in {@code keys}.
     *
     * @param keys
     *            without duplicates
     */
    public static StringTable of(List<String> keys) {
        int[] slots = new int[Math.max(2, Integer.highestOneBit(keys.size()) * 4)];
        int numberMask = numberMask(keys.size());
        Arrays.fill(slots, FREE);
        for (int i = 0; i < keys.size(); i++) {
            int hash = mixed(keys.get(i).hashCode());
            int slot = hash & (slots.length - 1);
            while (slots[slot] != FREE) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = (hash & ~numberMask) | i;
        }
        return new StringTable(StringPool.of(keys), slots);
    }

    /** The number of {@code key}, or -1. */
    public int indexOf(String key) {
        return indexOf("", key);
    }

    /** The number of {@code prefix + key}, or -1. */
    public int indexOf(String prefix, String key) {
        int hash = mixed(joinedHash(prefix, key));
        int slot = hash & (slots.length - 1);
        while (slots[slot] != FREE) {
            boolean sameHash = ((slots[slot] ^ hash) & ~numberMask) == 0;
            if (sameHash && keys.matches(slots[slot] & numberMask, prefix, key)) {
                return slots[slot] & numberMask;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return -1;
    }

    public boolean contains(String key) {
        return indexOf(key) >= 0;
    }

    /** The string of that number. */
    public String get(int number) {
        return keys.get(number);
    }

    public int size() {
        return keys.size();
    }

    public void write(TableWriter out) {
        keys.write(out);
        out.ints(slots);
    }

    /** Reads what {@link #write} wrote. */
    public static StringTable read(TableReader in) {
        return new StringTable(StringPool.read(in), in.ints());
    }

    /** What {@link String#hashCode} gives for both together; its polynomial is part of the platform's specification. */
    private static int joinedHash(String prefix, String key) {
        if (prefix.isEmpty()) {
            return key.hashCode();
        }
        int hash = prefix.hashCode();
        for (int i = 0; i < key.length(); i++) {
            hash *= 31;
        }
        return hash + key.hashCode();
    }

    private static int mixed(int hash) {
        int product = hash * 0x9E3779B9;
        return product ^ (product >>> 15);
    }
}
