package dev.sixtyfold.text.english.normalize;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Currencies by their signs and codes. */
final class Currencies {

    /**
     * A currency's names.
     *
     * @param one
     *            "pound"
     * @param many
     *            "pounds"
     * @param smallOne
     *            "penny", empty where the hundredth part is not in use
     * @param smallMany
     *            "pence"
     */
    record Currency(String one, String many, String smallOne, String smallMany) {

        boolean hasSmall() {
            return !smallOne.isEmpty();
        }

        List<String> words(boolean single) {
            return List.of((single ? one : many).split(" "));
        }
    }

    private final Map<String, Currency> bySign = new HashMap<>();

    Currencies() {
        for (List<String> row : ResourceTable.rows("currencies.tsv", 5)) {
            bySign.put(row.get(0), new Currency(row.get(1), row.get(2), row.get(3), row.get(4)));
        }
    }

    /** Matches the signs and codes that are wanted, the longest that there is. */
    String pattern(Predicate<String> wanted) {
        return bySign.keySet().stream().filter(wanted)
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote).collect(Collectors.joining("|"));
    }

    Optional<Currency> find(String sign) {
        return Optional.ofNullable(bySign.get(sign));
    }
}
