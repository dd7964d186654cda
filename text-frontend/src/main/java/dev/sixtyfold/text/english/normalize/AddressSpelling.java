package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** How addresses and identifiers are dictated: words as words, figures one by one, marks by name. */
final class AddressSpelling {

    /** Shorter ones are in too many words by chance: "seat" and "tle". */
    private static final int SHORTEST_PART = 6;
    private static final int LONGEST_NAME = 40;

    private final Predicate<String> isWord;
    private final NumberWords numbers;

    /**
     * @param isWord
     *            whether the lexicon has a word in lower case
     */
    AddressSpelling(Predicate<String> isWord, NumberWords numbers) {
        this.isWord = isWord;
        this.numbers = numbers;
    }

    /** The words of an address or a path. */
    List<String> address(String address) {
        boolean isAddressOfHost = Character.isDigit(address.charAt(0))
                && address.chars().filter(c -> c == '.').count() > 2;
        List<String> spoken = new ArrayList<>();
        int at = 0;
        while (at < address.length()) {
            int end = runEnd(address, at);
            String run = address.substring(at, end);
            if (Character.isLetter(run.charAt(0))) {
                spoken.addAll(parts(name(address, at, run)));
            } else if (Character.isDigit(run.charAt(0))) {
                spoken.addAll(figures(run, isAddressOfHost));
            } else {
                spoken.addAll(List.of(mark(run.charAt(0)).split(" ")));
            }
            at = end;
        }
        return spoken.stream().filter(word -> !word.isEmpty()).toList();
    }

    private static int runEnd(String address, int at) {
        int kind = kind(address.charAt(at));
        int end = at + 1;
        while (kind > 0 && end < address.length() && kind(address.charAt(end)) == kind) {
            end++;
        }
        return end;
    }

    private static int kind(char c) {
        return Character.isDigit(c) ? 2 : Character.isLetter(c) ? 1 : 0;
    }

    /** Codes of countries and short endings of file names are spelled, so they get capitals; .jpg has a name of its own. */
    private static String name(String address, int at, String run) {
        boolean ending = at > 0 && address.charAt(at - 1) == '.';
        String lower = run.toLowerCase(Locale.ROOT);
        if (ending && lower.equals("jpg")) {
            return "jpeg";
        }
        return ending && run.length() == 2 ? run.toUpperCase(Locale.ROOT) : run;
    }

    /** Two long words that were put together: enterpriseservices. */
    private List<String> parts(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (name.length() < 2 * SHORTEST_PART || name.length() > LONGEST_NAME || isKnown(lower)) {
            return List.of(name);
        }
        for (int at = SHORTEST_PART; at <= name.length() - SHORTEST_PART; at++) {
            if (isKnown(lower.substring(0, at)) && isKnown(lower.substring(at))) {
                return List.of(name.substring(0, at), name.substring(at));
            }
        }
        return List.of(name);
    }

    private boolean isKnown(String lower) {
        return isWord.test(lower)
                || (lower.endsWith("s") && isWord.test(lower.substring(0, lower.length() - 1)));
    }

    /** One by one; a round number is easier to hear as what it is. */
    private List<String> figures(String run, boolean ip) {
        boolean round = !ip && run.endsWith("00") && run.length() < 6 && run.charAt(0) != '0';
        return round ? numbers.cardinal(run) : numbers.digits(run);
    }

    private static String mark(char c) {
        return switch (c) {
            case '.' -> "dot";
            case '/' -> "slash";
            case '\\' -> "backslash";
            case '-' -> "dash";
            case '_' -> "underscore";
            case ':' -> "colon";
            case '@' -> "at";
            case '~' -> "tilde";
            case '?' -> "question mark";
            case '=' -> "equals";
            case '&' -> "and";
            case '%' -> "percent";
            case '+' -> "plus";
            case '#' -> "hash";
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '!' -> "exclamation mark";
            case '$' -> "dollar";
            case '*' -> "asterisk";
            default -> "";
        };
    }
}
