package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.data.JsonFile;
import dev.sixtyfold.text.english.table.PhraseTable;
import dev.sixtyfold.text.english.table.TableReader;
import dev.sixtyfold.text.english.table.TableWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What short forms stand for.
 *
 * @param months
 *            first three letters in lower case to name
 * @param titles
 *            without full stop, to the title that stands before a name
 * @param abbreviations
 *            with full stop where they have one, to words
 * @param units
 *            to singular and plural
 * @param symbols
 *            to words, empty where silent
 * @param names
 *            further tables: {@code currency} to singular and plural, and the words before Roman numerals
 */
public record Glossary(PhraseTable months, PhraseTable titles, PhraseTable abbreviations, PhraseTable units,
        PhraseTable symbols, Names names) {

    /**
     * More tables.
     *
     * @param currencies
     *            sign or code to singular and plural
     * @param counted
     *            words before a Roman numeral that is a cardinal (Chapter IV)
     * @param ranked
     *            words before one that is an ordinal (Henry IV)
     */
    public record Names(PhraseTable currencies, PhraseTable counted, PhraseTable ranked) {}

    public void write(TableWriter out) {
        for (PhraseTable table : List.of(months, titles, abbreviations, units, symbols, names.currencies,
                names.counted, names.ranked)) {
            table.write(out);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static Glossary read(TableReader in) {
        return new Glossary(PhraseTable.read(in), PhraseTable.read(in), PhraseTable.read(in), PhraseTable.read(in),
                PhraseTable.read(in),
                new Names(PhraseTable.read(in), PhraseTable.read(in), PhraseTable.read(in)));
    }

    /**
     * Reads {@code normalize.json}.
     *
     * @throws dev.sixtyfold.speech.SynthesisException.VoiceUnavailable
     *             if the file is missing or damaged
     */
    public static Glossary parse(Path path) {
        Map<String, Map<String, List<String>>> tables = new HashMap<>();
        try (JsonFile file = JsonFile.open(path)) {
            file.object(table -> {
                Map<String, List<String>> entries = new HashMap<>();
                tables.put(table, entries);
                if (!file.atObject()) {
                    file.strings().forEach(word -> entries.put(word, List.of(word)));
                    return;
                }
                file.object(key -> entries.put(key, file.atArray() ? file.strings() : List.of(file.string().strip())));
            });
            return new Glossary(table(tables, "months", file), table(tables, "titles", file),
                    table(tables, "abbreviations", file), table(tables, "units", file),
                    table(tables, "symbols", file), new Names(table(tables, "currency", file),
                            table(tables, "roman_cardinal", file), table(tables, "roman_ordinal", file)));
        }
    }

    private static PhraseTable table(Map<String, Map<String, List<String>>> tables, String name, JsonFile file) {
        Map<String, List<String>> entries = tables.get(name);
        if (entries == null) {
            throw file.damaged("no table \"" + name + "\"");
        }
        return PhraseTable.of(entries);
    }
}
