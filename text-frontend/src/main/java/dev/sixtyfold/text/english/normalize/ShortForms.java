package dev.sixtyfold.text.english.normalize;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What abbreviations stand for, by where they do: the package's own table before what the voice brings. */
final class ShortForms {

    private final Glossary glossary;
    private final Map<String, Map<String, String>> own = new HashMap<>();

    ShortForms(Glossary glossary) {
        this.glossary = glossary;
        for (List<String> row : ResourceTable.rows("abbreviations.tsv", 3)) {
            own.computeIfAbsent(row.get(0), kind -> new HashMap<>()).put(row.get(1), row.get(2));
        }
    }

    /** Before a name. */
    Optional<String> title(String form) {
        return own("title", form).or(() -> glossary.titles().first(form));
    }

    /** Before a number. */
    Optional<String> beforeNumber(String form) {
        return own("number", form);
    }

    /** After a number that ranks. */
    Optional<String> afterOrdinal(String form) {
        return own("ordinal", form);
    }

    /** After the name of a place or a party: Ore., R-Calif. */
    Optional<String> state(String form) {
        return own("state", form);
    }

    /** With a full stop behind it. */
    Optional<String> withStop(String form) {
        return own("stop", form).or(() -> glossary.abbreviations().first(form + "."));
    }

    /** Without one. */
    Optional<String> bare(String form) {
        return own("exact", form).or(() -> own("bare", form.toLowerCase(Locale.ROOT)))
                .or(() -> glossary.abbreviations().first(form));
    }

    private Optional<String> own(String kind, String form) {
        return Optional.ofNullable(own.getOrDefault(kind, Map.of()).get(form));
    }
}
