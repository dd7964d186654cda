package dev.sixtyfold.text.english.table;

import java.util.Arrays;
import java.util.List;

/**
 * An immutable set of strings, each with a number from 0 in the order given: an open hash table over flat arrays, so that
 * it is read from a file by bulk copies.
 */
public final class StringTable {

    private static final int FREE = -1;

    private final StringPool keys;
    /** Number of the key in each slot; a power of two, at most half full. */
    private final int[] slots;

    private StringTable(StringPool keys, int[] slots) {
        this.keys = keys;
        this.slots = slots;
    }

    /**
     * @param keys
     *            without duplicates
     */
    public static StringTable of(List<String> keys) {
        int[] slots = new int[Math.max(2, Integer.highestOneBit(keys.size()) * 4)];
        Arrays.fill(slots, FREE);
        for (int i = 0; i < keys.size(); i++) {
            int slot = hash(keys.get(i)) & (slots.length - 1);
            while (slots[slot] != FREE) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = i;
        }
        return new StringTable(StringPool.of(keys), slots);
    }

    /** The number of {@code key}, or -1. */
    public int indexOf(CharSequence key) {
        int slot = hash(key) & (slots.length - 1);
        while (slots[slot] != FREE) {
            if (keys.matches(slots[slot], key)) {
                return slots[slot];
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return -1;
    }

    public boolean contains(CharSequence key) {
        return indexOf(key) >= 0;
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

    private static int hash(CharSequence key) {
        int hash = 0;
        for (int i = 0; i < key.length(); i++) {
            hash = 31 * hash + key.charAt(i);
        }
        hash *= 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }
}
