package dev.sixtyfold.text.english.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Immutable strings, each with a few strings that it stands for. */
public final class PhraseTable {

    private static final String SEPARATOR = "\t";

    private final StringTable keys;
    private final StringPool phrases;

    private PhraseTable(StringTable keys, StringPool phrases) {
        this.keys = keys;
        this.phrases = phrases;
    }

    /**
     * @param phrases
     *            not empty, without tabs
     */
    public static PhraseTable of(Map<String, List<String>> phrases) {
        List<Map.Entry<String, List<String>>> entries = List.copyOf(phrases.entrySet());
        return new PhraseTable(StringTable.of(entries.stream().map(Map.Entry::getKey).toList()),
                StringPool.of(entries.stream().map(entry -> String.join(SEPARATOR, entry.getValue())).toList()));
    }

    public Optional<List<String>> find(String key) {
        int index = keys.indexOf(key);
        return index < 0 ? Optional.empty() : Optional.of(List.of(phrases.get(index).split(SEPARATOR, -1)));
    }

    /** The first of the strings that {@code key} stands for. */
    public Optional<String> first(String key) {
        return find(key).map(List::getFirst);
    }

    public boolean contains(String key) {
        return keys.contains(key);
    }

    public void write(TableWriter out) {
        keys.write(out);
        phrases.write(out);
    }

    /** Reads what {@link #write} wrote. */
    public static PhraseTable read(TableReader in) {
        return new PhraseTable(StringTable.read(in), StringPool.read(in));
    }
}
