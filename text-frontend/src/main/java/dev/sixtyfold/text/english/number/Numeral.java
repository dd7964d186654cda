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
 *            {@code "st"}, {@code "nd"}, {@code "rd"}, {@code "th"}, {@code "s"} or empty; an ordinal's is the right one
 */
public record Numeral(String sign, String whole, boolean grouped, String fraction, String ending) {

    /** A number without an ending, for the forms that contain one. */
    public static final String FIGURES = "[-−+]?(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d{1,2}(?:,\\d{2})+,\\d{3}(?![\\d,])|\\d+|(?=\\.\\d))(?:\\.\\d+)?";

    private static final Pattern FORM = Pattern.compile(
            "([-−+]?)(\\d{1,3}(?:,\\d{3})+|\\d{1,2}(?:,\\d{2})+,\\d{3}|\\d+|(?=\\.))(?:\\.(\\d+))?(st|nd|rd|th|s|ST|ND|RD|TH)?");

    public static Optional<Numeral> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String sign = matcher.group(1).equals("−") ? "-" : matcher.group(1);
        String whole = matcher.group(2).replace(",", "");
        String fraction = matcher.group(3) == null ? "" : matcher.group(3);
        String ending = matcher.group(4) == null ? "" : matcher.group(4).toLowerCase(Locale.ROOT);
        boolean ordinal = !ending.isEmpty() && !ending.equals("s");
        return (whole.isEmpty() && fraction.isEmpty()) || (ordinal && !ending.equals(ordinalEnding(whole)))
                ? Optional.empty()
                : Optional.of(new Numeral(sign, whole, matcher.group(2).contains(","), fraction, ending));
    }

    /** The ending of the ordinal: 1st, 2nd, 11th, 121st. */
    private static String ordinalEnding(String whole) {
        boolean teen = whole.length() > 1 && whole.charAt(whole.length() - 2) == '1';
        return switch (whole.isEmpty() || teen ? '0' : whole.charAt(whole.length() - 1)) {
            case '1' -> "st";
            case '2' -> "nd";
            case '3' -> "rd";
            default -> "th";
        };
    }

    /** The number of what is counted: without sign or ending. */
    public static Numeral count(String whole) {
        return new Numeral("", whole, false, "", "");
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

    /** Four figures without a separator up to the end of this century: 1984, 1600, 2050. */
    public boolean looksLikeYear() {
        return whole.length() == 4 && !grouped && fraction.isEmpty() && whole.compareTo("1000") >= 0
                && whole.compareTo("2100") < 0;
    }

    /** Whether this is the whole number {@code value}. */
    public boolean is(int value) {
        return isInteger() && whole.equals(Integer.toString(value));
    }

    /** Whether this is a smaller whole number than another. */
    public boolean isBelow(Numeral other) {
        int length = Integer.compare(whole.length(), other.whole.length());
        return length < 0 || (length == 0 && whole.compareTo(other.whole) < 0);
    }
}
