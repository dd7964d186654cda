package dev.sixtyfold.text.english.normalize;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a Roman numeral is worth, where it is known to be one. */
final class RomanNumber {

    private static final Pattern FORM = Pattern
            .compile("(?=.)M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})", Pattern.CASE_INSENSITIVE);

    private RomanNumber() {}

    static Optional<Integer> value(String numeral) {
        if (numeral.length() > 15 || !FORM.matcher(numeral).matches()) {
            return Optional.empty();
        }
        int value = 0;
        for (int i = 0; i < numeral.length(); i++) {
            int digit = digit(numeral.charAt(i));
            boolean subtracted = i + 1 < numeral.length() && digit(numeral.charAt(i + 1)) > digit;
            value += subtracted ? -digit : digit;
        }
        return Optional.of(value);
    }

    private static int digit(char letter) {
        return switch (Character.toUpperCase(letter)) {
            case 'M' -> 1000;
            case 'D' -> 500;
            case 'C' -> 100;
            case 'L' -> 50;
            case 'X' -> 10;
            case 'V' -> 5;
            default -> 1;
        };
    }
}
