package dev.sixtyfold.text.english.lexicon;

import dev.sixtyfold.text.english.data.JsonFile;
import dev.sixtyfold.text.english.table.StringPool;
import dev.sixtyfold.text.english.table.StringTable;
import dev.sixtyfold.text.english.table.TableReader;
import dev.sixtyfold.text.english.table.TableWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words and their pronunciations. */
public final class Lexicon {

    private final StringTable words;
    /** For each word its {@link Entry} in the notation that Entry reads. */
    private final StringPool entries;

    private Lexicon(StringTable words, StringPool entries) {
        this.words = words;
        this.entries = entries;
    }

    /** The entry of {@code word}; an entry in lower case serves the capitalised form too, and the other way round. */
    Optional<Entry> find(String word) {
        int index = indexOf(word);
        return index < 0 ? Optional.empty() : Optional.of(new Entry(entries.get(index)));
    }

    /** Whether {@code word} has an entry, by the same rule. */
    public boolean contains(String word) {
        return indexOf(word) >= 0;
    }

    /** Whether it has the word in this very case. */
    boolean lists(String word) {
        return words.indexOf(word) >= 0;
    }

    private int indexOf(String word) {
        int index = words.indexOf(word);
        if (index >= 0 || word.length() < 2) {
            return index;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        String capitalised = capitalise(lower);
        if (word.equals(lower) && !capitalised.equals(lower)) {
            return words.indexOf(capitalised);
        }
        return word.equals(capitalised) ? words.indexOf(lower) : -1;
    }

    private static String capitalise(String lower) {
        return lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }

    public void write(TableWriter out) {
        words.write(out);
        entries.write(out);
    }

    /** Reads what {@link #write} wrote. */
    public static Lexicon read(TableReader in) {
        return new Lexicon(StringTable.read(in), StringPool.read(in));
    }

    /**
     * Reads {@code lexicon_*.json.gz}: word to a pronunciation, or to one for each part of speech.
     *
     * @throws dev.sixtyfold.speech.SynthesisException.VoiceUnavailable
     *             if the file is missing or damaged
     */
    public static Lexicon parse(Path path) {
        try (JsonFile file = JsonFile.open(path)) {
            List<String> words = new ArrayList<>();
            List<String> entries = new ArrayList<>();
            file.object(word -> {
                words.add(word);
                entries.add(file.atObject() ? parseVariants(file) : file.string());
            });
            if (words.isEmpty()) {
                throw file.damaged("holds no words");
            }
            return new Lexicon(StringTable.of(words), StringPool.of(entries));
        }
    }

    private static String parseVariants(JsonFile file) {
        StringBuilder variants = new StringBuilder();
        file.object(use -> Entry.append(variants, use, file.passNull() ? "" : file.string()));
        return variants.toString();
    }
}
