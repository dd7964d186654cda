package dev.sixtyfold.text.english.number;

import java.util.ArrayList;
import java.util.List;

/** Reads a {@link Numeral} as it stands: years, decades, ordinals, decimals, plain counts. */
public final class NumberReader {

    private final NumberWords words;

    public NumberReader(NumberWords words) {
        this.words = words;
    }

    /** What speaks the figures. */
    public NumberWords words() {
        return words;
    }

    /** As a number that counts nothing in particular, so that four figures may be a year. */
    public List<String> read(Numeral numeral) {
        List<String> spoken = new ArrayList<>(sign(numeral));
        if (numeral.isOrdinal()) {
            spoken.addAll(words.ordinal(numeral.whole()));
        } else if (!numeral.fraction().isEmpty()) {
            spoken.addAll(words.decimal(numeral.whole(), numeral.fraction()));
        } else {
            spoken.addAll(numeral.looksLikeYear() ? words.year(numeral.whole()) : words.cardinal(numeral.whole()));
        }
        return numeral.isPlural() ? plural(spoken) : spoken;
    }

    /** As the number in a name: B-52, KC-135s. */
    public List<String> readCode(Numeral numeral) {
        List<String> spoken = words.code(numeral.whole());
        return numeral.isPlural() ? plural(spoken) : spoken;
    }

    /** As an amount of something: 1500 m is not a year. */
    public List<String> readAmount(Numeral numeral) {
        List<String> spoken = new ArrayList<>(sign(numeral));
        spoken.addAll(numeral.fraction().isEmpty()
                ? words.cardinal(numeral.whole())
                : words.decimal(numeral.whole(), numeral.fraction()));
        return spoken;
    }

    private static List<String> sign(Numeral numeral) {
        return switch (numeral.sign()) {
            case "-" -> List.of("minus");
            case "+" -> List.of("plus");
            default -> List.of();
        };
    }

    /** twenty: twenties; six: sixes. */
    public static List<String> plural(List<String> words) {
        List<String> plural = new ArrayList<>(words);
        String last = plural.removeLast();
        if (last.endsWith("y")) {
            plural.add(last.substring(0, last.length() - 1) + "ies");
        } else {
            plural.add(last.endsWith("x") ? last + "es" : last + "s");
        }
        return plural;
    }
}
