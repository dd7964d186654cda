package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Chapter IV, World War II, Henry VIII. A single I after a name is too often the pronoun. */
final class RomanNumerals implements Rule {

    private static final Pattern FORM = Pattern.compile("(?=.)(X{0,3})(IX|IV|V?I{0,3})");

    /** Those that are numbers wherever they stand; V, X and XX are more often letters. */
    private static final Set<String> COMMON = Set.of("II", "III", "IV", "VI", "VII", "VIII", "IX", "XII", "XIII",
            "XIV");

    private final Glossary glossary;
    private final NumberWords words;

    RomanNumerals(Glossary glossary, NumberWords words) {
        this.glossary = glossary;
        this.words = words;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        String text = tokens.text(at);
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        String before = tokens.text(at - 1);
        String twoBefore = tokens.text(at - 2) + " " + before;
        String value = Integer.toString(value(text));
        if (glossary.names().counted().contains(before) || glossary.names().counted().contains(twoBefore)) {
            return Match.of(Decision.ROMAN_NUMERAL, 1, words.cardinal(value));
        }
        boolean ranked = glossary.names().ranked().contains(before) || glossary.names().ranked().contains(twoBefore);
        if (!ranked || text.equals("I")) {
            return COMMON.contains(text)
                    ? Match.of(Decision.ROMAN_NUMERAL, 1, words.cardinal(value))
                    : Optional.empty();
        }
        List<String> spoken = new ArrayList<>(List.of("the"));
        spoken.addAll(words.ordinal(value));
        return Match.of(Decision.ROMAN_NUMERAL, 1, spoken);
    }

    private static int value(String numeral) {
        int value = 0;
        for (int i = 0; i < numeral.length(); i++) {
            int digit = digit(numeral.charAt(i));
            boolean subtracted = i + 1 < numeral.length() && digit(numeral.charAt(i + 1)) > digit;
            value += subtracted ? -digit : digit;
        }
        return value;
    }

    private static int digit(char letter) {
        return switch (letter) {
            case 'X' -> 10;
            case 'V' -> 5;
            default -> 1;
        };
    }
}
