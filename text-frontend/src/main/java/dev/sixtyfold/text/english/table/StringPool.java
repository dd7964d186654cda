package dev.sixtyfold.text.english.table;

import java.util.List;

/** Immutable strings by number, end to end in one array. */
public final class StringPool {

    private final char[] characters;
    /** Where each string ends; it starts where the one before ends. */
    private final int[] ends;

    private StringPool(char[] characters, int[] ends) {
        this.characters = characters;
        this.ends = ends;
    }

    public static StringPool of(List<String> strings) {
        StringBuilder characters = new StringBuilder();
        int[] ends = new int[strings.size()];
        for (int i = 0; i < ends.length; i++) {
            characters.append(strings.get(i));
            ends[i] = characters.length();
        }
        return new StringPool(characters.toString().toCharArray(), ends);
    }

    public String get(int index) {
        int start = start(index);
        return new String(characters, start, ends[index] - start);
    }

    public int size() {
        return ends.length;
    }

    /** Whether the string of that number is {@code prefix + rest}. */
    boolean matches(int index, String prefix, String rest) {
        int start = start(index);
        return ends[index] - start == prefix.length() + rest.length() && holds(start, prefix)
                && holds(start + prefix.length(), rest);
    }

    private boolean holds(int start, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (characters[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    public void write(TableWriter out) {
        out.chars(characters);
        out.ints(ends);
    }

    /** Reads what {@link #write} wrote. */
    public static StringPool read(TableReader in) {
        return new StringPool(in.chars(), in.ints());
    }
}
