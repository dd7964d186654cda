package dev.sixtyfold.text.english.unknown;

import dev.sixtyfold.text.english.lexicon.KnownWords;
import dev.sixtyfold.text.english.reading.Dialect;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names and new words that do not sound as their letters suggest, {@code names.tsv}; it says what its columns are. */
final class NameTable {

    private static final String NONE = "-";
    private static final String POSSESSIVE = "'s";

    private final Map<String, String> phonemes = new HashMap<>();
    private final Dialect dialect;
    private final int longest;

    NameTable(Dialect dialect) {
        this.dialect = dialect;
        int length = 0;
        for (List<String> row : UnknownTable.rows("names.tsv", 3)) {
            String read = UnknownTable.phonemes(row, dialect);
            if (!read.equals(NONE)) {
                phonemes.put(row.getFirst(), read);
                length = Math.max(length, row.getFirst().length());
            }
        }
        this.longest = length;
    }

    /** The phonemes of a word, or of a name in the possessive. A word of small letters in the table stands for any case. */
    Optional<String> find(String word) {
        if (word.length() > longest + POSSESSIVE.length()) {
            return Optional.empty();
        }
        String found = exactly(word);
        if (found == null && word.endsWith(POSSESSIVE)) {
            found = exactly(word.substring(0, word.length() - POSSESSIVE.length()));
            return Optional.ofNullable(found).map(name -> KnownWords.withS(name, dialect));
        }
        return Optional.ofNullable(found);
    }

    private @Nullable String exactly(String word) {
        String found = phonemes.get(word);
        return found == null ? phonemes.get(word.toLowerCase(Locale.ROOT)) : found;
    }
}
