package dev.sixtyfold.text.english.number;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number in figures, taken apart.
 *
 * @param sign
 *            {@code "-"}, {@code "+"} or empty
 * @param whole
 *            digits before the decimal point, without separators; may be empty if there is a fraction
 * @param grouped
 *            whether thousands were separated, which no year has
 * @param fraction
 *            digits after the decimal point, or empty
 * @param ending
 *            {@code "st"}, {@code "nd"}, {@code "rd"}, {@code "th"}, {@code "s"} or empty
 */
public record Numeral(String sign, String whole, boolean grouped, String fraction, String ending) {

    private static final Pattern FORM = Pattern.compile(
            "([-−+]?)(\\d{1,3}(?:,\\d{3})+|\\d+|(?=\\.))(?:\\.(\\d+))?(st|nd|rd|th|s|ST|ND|RD|TH)?");

    public static Optional<Numeral> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String sign = matcher.group(1).equals("−") ? "-" : matcher.group(1);
        String whole = matcher.group(2).replace(",", "");
        String fraction = matcher.group(3) == null ? "" : matcher.group(3);
        String ending = matcher.group(4) == null ? "" : matcher.group(4).toLowerCase(Locale.ROOT);
        return whole.isEmpty() && fraction.isEmpty()
                ? Optional.empty()
                : Optional.of(new Numeral(sign, whole, matcher.group(2).contains(","), fraction, ending));
    }

    public boolean isInteger() {
        return fraction.isEmpty() && ending.isEmpty();
    }

    public boolean isOrdinal() {
        return fraction.isEmpty() && !ending.isEmpty() && !ending.equals("s");
    }

    /** 1990s, 80s: a decade, or some other number in the plural. */
    public boolean isPlural() {
        return fraction.isEmpty() && ending.equals("s");
    }

    /** Four figures without a separator are read in pairs: 1984, 1600, 3500. */
    public boolean looksLikeYear() {
        return whole.length() == 4 && !grouped && fraction.isEmpty();
    }

    /** Whether this is the whole number {@code value}. */
    public boolean is(int value) {
        return isInteger() && whole.equals(Integer.toString(value));
    }
}
