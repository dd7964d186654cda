package dev.sixtyfold.text.english.token;

import java.util.Locale;

/** Which marks are split off the ends of a chunk and out of its middle. */
final class Affixes {

    private static final String OPENING = "([{<\"“”„«»‹›,;:!?¿¡—–―_#*&§¶%=~|/\\@^`";
    /** Opening brackets too: those of "call()". */
    private static final String CLOSING = "([{)]}>\"“”„«»‹›,;:!?—–―_#*&%=~|/\\@^`'-";
    private static final String ORDINAL_AND_PLURAL_ENDINGS = " s st nd rd th ST ND RD TH ";
    /** Ph.D without its last full stop. */
    private static final int LONGEST_DEGREE = 3;
    private static final String DASHES = "-‐‑–—―";

    private Affixes() {}

    /** How many units of the mark at the start are to be split off; 0 for none. */
    static int prefix(String letters, int start, int end) {
        char c = letters.charAt(start);
        int run = run(letters, start, end);
        boolean letterNext = start + 1 < end && Character.isLetter(letters.charAt(start + 1));
        return switch (c) {
            case '.' -> run > 1 || letterNext ? run : 0;
            case '…' -> run;
            case '-' -> run > 1 || letterNext ? run : 0;
            case '\'' -> isClippedWord(letters.substring(start, end)) ? 0 : 1;
            default -> OPENING.indexOf(c) >= 0
                    ? 1
                    : isSymbol(letters.codePointAt(start)) && c != '+' && c != '−'
                            ? Character.charCount(letters.codePointAt(start))
                            : 0;
        };
    }

    /** How many units of the mark or ending at the end are to be split off; 0 for none. */
    static int suffix(String letters, int start, int end) {
        char c = letters.charAt(end - 1);
        if (c == '.') {
            return fullStop(letters, start, end);
        }
        if (c == '…') {
            return 1;
        }
        if (isClippedWord(letters.substring(start, end))) {
            return 0;
        }
        int clitic = clitic(letters, start, end);
        if (clitic > 0) {
            return clitic;
        }
        if (c == '-' && end - start > 1 && letters.charAt(end - 2) == '-') {
            return letters.substring(start, end).replaceAll("[^-]", "").length() == end - start ? 0 : 2;
        }
        if (CLOSING.indexOf(c) >= 0) {
            return 1;
        }
        int last = letters.codePointBefore(end);
        return isSymbol(last) ? Character.charCount(last) : unit(letters, start, end);
    }

    /** The 's, 'll, 're, 've, 'd, 'm or n't at the end of a longer word. */
    private static int clitic(String letters, int start, int end) {
        int apostrophe = letters.lastIndexOf('\'', end - 1);
        if (apostrophe <= start) {
            return 0;
        }
        return switch (letters.substring(apostrophe, end).toLowerCase(Locale.ROOT)) {
            case "'s", "'ll", "'re", "'ve", "'d", "'m" -> end - apostrophe;
            case "'t" -> apostrophe - 1 > start && Character.toLowerCase(letters.charAt(apostrophe - 1)) == 'n'
                    ? end - apostrophe + 1
                    : 0;
            default -> 0;
        };
    }

    /** A full stop stays on initials (J., U.S.); elsewhere it ends a sentence or is one of several. */
    private static int fullStop(String letters, int start, int end) {
        int dots = 1;
        while (end - dots > start && letters.charAt(end - dots - 1) == '.') {
            dots++;
        }
        if (dots > 1 || end - dots == start) {
            return dots;
        }
        char before = letters.charAt(end - 2);
        boolean capital = Character.isUpperCase(before);
        boolean secondCapital = end - start > 2 && Character.isUpperCase(letters.charAt(end - 3));
        boolean dotted = end - start > 3 && letters.charAt(end - 3) == '.' && Character.isLetter(before)
                && letters.indexOf('.', start) < end - 1;
        return (capital && !secondCapital) || dotted ? 0 : 1;
    }

    /** The letters of 5km, 9:30pm or 20°C, but not those of 5th and 1990s. */
    private static int unit(String letters, int start, int end) {
        int unitStart = end;
        while (unitStart > start && Character.isLetter(letters.charAt(unitStart - 1))) {
            unitStart--;
        }
        if (unitStart == end || unitStart == start) {
            return 0;
        }
        boolean ordinal = ORDINAL_AND_PLURAL_ENDINGS.contains(" " + letters.substring(unitStart, end) + " ");
        for (int i = start; i < unitStart; i++) {
            char c = letters.charAt(i);
            if (!Character.isDigit(c) && ".,:°".indexOf(c) < 0) {
                return 0;
            }
        }
        return ordinal ? 0 : end - unitStart;
    }

    /** How many units of a mark stand at {@code at}, inside the chunk, between parts that are tokens of their own. */
    static int infix(String letters, int at, int start, int end) {
        char c = letters.charAt(at);
        if (at == end - 1) {
            return 0;
        }
        char before = letters.charAt(at - 1);
        int run = run(letters, at, end);
        if (at + run >= end) {
            return 0;
        }
        char after = letters.charAt(at + run);
        boolean digits = Character.isDigit(before) && Character.isDigit(after);
        return switch (c) {
            case '-', '‐', '‑' -> run > 1 || joins(before, after)
                    ? run
                    : 0;
            case '–', '—', '―', '…' -> run;
            case '.' -> run > 1
                    ? run
                    : Character.isLowerCase(before) && Character.isUpperCase(after)
                            && !(at + 2 == end && at - start <= LONGEST_DEGREE) ? 1 : 0;
            case ',' -> digits ? 0 : 1;
            case ':', '/' -> digits ? 0 : 1;
            case '\'' -> 0;
            default -> OPENING.indexOf(c) >= 0 || CLOSING.indexOf(c) >= 0
                    ? 1
                    : isSymbol(letters.codePointAt(at)) ? Character.charCount(letters.codePointAt(at)) : 0;
        };
    }

    /** A hyphen between letters or figures, before the sign of an amount ($250-$300), or after one (10%-20%). */
    private static boolean joins(char before, char after) {
        boolean endsAmount = Character.isDigit(after) && ".%°)½¼¾⅓⅔⅛⅜⅝⅞".indexOf(before) >= 0;
        boolean beginsAmount = Character.getType(after) == Character.CURRENCY_SYMBOL;
        return (Character.isLetterOrDigit(before) || endsAmount)
                && (Character.isLetterOrDigit(after) || beginsAmount);
    }

    /** How often the mark at {@code at} is repeated. */
    private static int run(String letters, int at, int end) {
        int next = at + 1;
        char c = letters.charAt(at);
        if (c != '.' && c != '…' && DASHES.indexOf(c) < 0) {
            return 1;
        }
        while (next < end && letters.charAt(next) == c) {
            next++;
        }
        return next - at;
    }

    private static boolean isSymbol(int c) {
        return switch (Character.getType(c)) {
            case Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL, Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL,
                    Character.OTHER_NUMBER ->
                true;
            default -> false;
        };
    }

    /** Words that begin with an apostrophe of their own. */
    private static boolean isClippedWord(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "'tis", "'twas", "'twere", "'twill", "'twould", "'twixt", "'tween", "'neath", "'gainst", "'mongst",
                    "'em", "'cause", "'til", "'n'" ->
                true;
            default -> false;
        };
    }
}
