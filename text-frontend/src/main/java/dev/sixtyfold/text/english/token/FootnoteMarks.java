package dev.sixtyfold.text.english.token;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of notes that are glued to what they are about: "known.[12]", "the river[a]", "as is known.12 The", "claim²". */
final class FootnoteMarks {

    private static final int LONGEST = 24;
    private static final int SHORTEST_WORD = 3;
    private static final int MOST_FIGURES = 3;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String CLOSING = ".,;:!?)\"”’";
    private static final Pattern BRACKETED = Pattern
            .compile("\\[(?:[1-9]\\d{0,2}(?:[,–-] ?\\d{1,3})*|(?:note|nb|n) \\d{1,2}|citation needed)\\]");
    private static final Pattern LETTERED = Pattern.compile("\\[[a-z]\\]");
    /** Arrays of programs, whose elements are numbered in the same way. */
    private static final Set<String> ARRAYS = Set.of("arr", "array", "list", "args", "argv", "item", "items", "data",
            "buf", "buffer", "row", "rows", "col", "cols", "map", "dict", "values", "vals", "matrix", "vec", "tmp",
            "nums", "input", "inputs", "output", "outputs", "stack", "queue", "params", "results", "str", "string",
            "cells", "nodes", "keys", "env", "config", "response", "users", "objects");
    private static final Set<String> SQUARED = Set.of("meter", "meters", "metre", "metres", "mile", "miles", "inch",
            "inches", "feet", "foot", "yard", "yards");
    private static final Set<String> NUMBERED = Set.of("figs", "vols", "chap", "sect", "para", "approx", "eqns",
            "refs");

    private final String text;
    private final int start;
    private final int end;

    FootnoteMarks(String text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = end;
    }

    /** After the mark in brackets that begins at {@code at}; {@code at} if none does. */
    int bracketed(int at) {
        if (at == start || isSpace(at - 1)) {
            return at;
        }
        char before = text.charAt(at - 1);
        boolean closed = CLOSING.indexOf(before) >= 0 || before == ']';
        if (!closed && !isWord(at)) {
            return at;
        }
        Matcher matcher = (closed ? LETTERED : BRACKETED).matcher(text).region(at, Math.min(end, at + LONGEST));
        boolean mark = matcher.lookingAt()
                || (closed && matcher.usePattern(BRACKETED).region(at, Math.min(end, at + LONGEST)).lookingAt());
        // "make[2]: Entering" and "int mib[2];" are of programs: a note comes after such a mark.
        boolean program = mark && !closed && matcher.end() < end && ":;".indexOf(text.charAt(matcher.end())) >= 0;
        return mark && !program && isOutside(matcher.end()) ? matcher.end() : at;
    }

    /** After the raised figures at {@code at}; {@code at} if they are a power. */
    int raised(int at) {
        int next = at;
        while (next < end && SUPERSCRIPTS.indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        if (at == start || next - at > MOST_FIGURES || !isOutside(next)) {
            return at;
        }
        String word = wordBefore(at);
        boolean note = word.isEmpty()
                ? CLOSING.indexOf(text.charAt(at - 1)) >= 0 && text.charAt(at - 1) != ')'
                : word.length() >= GluedWord.SHORTEST_PROSE && !SQUARED.contains(word);
        return note ? next : at;
    }

    /** After the figures that follow the stop at {@code at} and end a sentence; the place of the figures if they are none. */
    int afterStop(int at) {
        int figures = at + 1;
        int next = figures;
        while (next < end && Character.isDigit(text.charAt(next))) {
            next++;
        }
        String word = wordBefore(at);
        boolean prose = GluedWord.isProse(word) && !NUMBERED.contains(word);
        return prose && next - figures <= MOST_FIGURES && isSentenceStart(next) ? next : figures;
    }

    private boolean isSentenceStart(int at) {
        int next = at;
        while (next < end && isSpace(next)) {
            next++;
        }
        return next == end || (next > at && Character.isUpperCase(text.charAt(next)));
    }

    /** Whether a word of prose or a long number ends here. */
    private boolean isWord(int at) {
        String word = wordBefore(at);
        return word.length() >= SHORTEST_WORD && !ARRAYS.contains(word);
    }

    private String wordBefore(int at) {
        return GluedWord.before(text, start, at);
    }

    /** Whether no word, link or assignment goes on from here. */
    private boolean isOutside(int at) {
        if (at >= end) {
            return true;
        }
        char next = text.charAt(at);
        boolean assigned = isSpace(at) && at + 1 < end && text.charAt(at + 1) == '=';
        boolean member = next == '.' && at + 1 < end && Character.isLetter(text.charAt(at + 1));
        return (isSpace(at) || CLOSING.indexOf(next) >= 0 || next == '[' || next == '—' || next == '–') && !assigned
                && !member;
    }

    private boolean isSpace(int at) {
        return Tokenizer.isSpace(text.charAt(at));
    }
}
