package dev.sixtyfold.text.english.segment;

import java.util.Locale;
import java.util.Set;

/**
 * Finds where sentences end, looking no further than one sentence ahead. A sentence ends at the end of a paragraph, of a
 * heading or list item, after ! and ?, and after a full stop that is not part of an abbreviation, initial or number.
 */
public final class SentenceBreaker {

    /** Text without any end of a sentence is cut here, at the best place before. */
    static final int LONGEST_SENTENCE = 1000;
    /** A shorter line without a mark at its end is a heading or a list item, not a line of wrapped prose. */
    private static final int SHORT_LINE = 50;

    private static final String ENDS = ".!?…。！？";
    private static final String CLOSING = "\"'”’»)]}";
    private static final String OPENING = "\"'“‘«([{";

    /** Before a name or a number; a sentence never ends here. */
    private static final Set<String> ALWAYS_CONTINUED = Set.of("mr", "mrs", "ms", "dr", "prof", "st", "mt", "ft", "gen",
            "gov", "sen", "rep", "capt", "lt", "col", "sgt", "cmdr", "rev", "hon", "pres", "supt", "cpl", "maj", "adm",
            "fr", "msgr", "messrs", "mme", "mlle", "vs", "cf", "e.g", "i.e", "viz", "approx", "al");
    /** A sentence ends here unless a number follows. */
    private static final Set<String> BEFORE_NUMBERS = Set.of("no", "nos", "vol", "vols", "fig", "figs", "p", "pp", "ch",
            "chap", "sec", "art", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
            "est", "c", "ca", "op", "ex", "ext", "rs", "tel", "apt", "ste", "rm", "rte", "rt", "eq", "pg");
    /** A sentence ends here only if a word follows that often begins one. */
    private static final Set<String> OFTEN_INSIDE = Set.of("jr", "sr", "inc", "ltd", "corp", "co", "bros", "etc", "ave",
            "blvd", "rd", "dept", "univ", "assn", "u.s", "u.k", "u.n", "u.s.a", "a.m", "p.m", "d.c", "ph.d", "m.d",
            "b.c", "a.d", "b.a", "m.a", "esq");
    private static final Set<String> SENTENCE_STARTS = Set.of("the", "a", "an", "he", "she", "it", "they", "we", "you",
            "i", "this", "that", "these", "those", "there", "his", "her", "its", "their", "our", "my", "in", "on", "at",
            "by", "from", "with", "for", "as", "if", "when", "while", "after", "before", "since", "but", "and", "so",
            "however", "although", "though", "most", "many", "some", "all", "one", "both", "no", "not", "what", "who",
            "why", "how", "where", "then", "now", "it's", "he's", "she's", "they're", "during", "according");

    /**
     * The end of the sentence that begins at {@code start}, exclusive, in UTF-16 units; white space after it belongs to
     * no sentence.
     *
     * @param start
     *            of a character that is no white space
     */
    public int end(String text, int start) {
        int limit = Math.min(text.length(), start + LONGEST_SENTENCE);
        int lineStart = start;
        for (int at = start; at < limit; at++) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
                if (isHardBreak(text, lineStart, at)) {
                    return at;
                }
                lineStart = at + 1;
            } else if (ENDS.indexOf(c) >= 0) {
                int end = afterMarks(text, at, limit);
                if (isEnd(text, start, at, end)) {
                    return end;
                }
                at = end - 1;
            }
        }
        return limit == text.length() ? limit : cut(text, start, limit);
    }

    private static int afterMarks(String text, int at, int limit) {
        int end = at;
        while (end < limit && ENDS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        while (end < limit && CLOSING.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    /** Whether the marks from {@code mark} to {@code end} end a sentence that began at {@code start}. */
    private static boolean isEnd(String text, int start, int mark, int end) {
        if (end == text.length()) {
            return true;
        }
        char after = text.charAt(end);
        if ("。！？".indexOf(text.charAt(mark)) >= 0) {
            return true;
        }
        if (!isSpace(after)) {
            return false;
        }
        String next = nextWord(text, end);
        if (!next.isEmpty() && Character.isLowerCase(next.charAt(0))) {
            return false;
        }
        boolean fullStop = text.charAt(mark) == '.' && (mark + 1 == end || ENDS.indexOf(text.charAt(mark + 1)) < 0);
        return !fullStop || isFullStop(lastWord(text, start, mark), next);
    }

    private static boolean isFullStop(String word, String next) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean numberNext = !next.isEmpty() && Character.isDigit(next.charAt(0));
        boolean startNext = SENTENCE_STARTS.contains(next.toLowerCase(Locale.ROOT));
        if (ALWAYS_CONTINUED.contains(lower)) {
            return false;
        }
        if (BEFORE_NUMBERS.contains(lower)) {
            return !numberNext;
        }
        boolean initial = isInitials(word) && !word.equals("I");
        return !(initial || OFTEN_INSIDE.contains(lower)) || startNext || next.isEmpty();
    }

    /** J, b, J.A */
    private static boolean isInitials(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (i % 2 == 0 ? !Character.isLetter(word.charAt(i)) : word.charAt(i) != '.') {
                return false;
            }
        }
        return word.length() % 2 == 1;
    }

    /** Whether the line break at {@code at} ends a paragraph, a heading or an item of a list. */
    private static boolean isHardBreak(String text, int lineStart, int at) {
        int next = at;
        int breaks = 0;
        while (next < text.length() && isSpace(text.charAt(next))) {
            char c = text.charAt(next);
            boolean second = c == '\n' && next > 0 && text.charAt(next - 1) == '\r';
            if ((c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') && !second) {
                breaks++;
            }
            if (c == '\u2029' || breaks > 1) {
                return true;
            }
            next++;
        }
        if (next == text.length()) {
            return true;
        }
        char first = text.charAt(next);
        boolean marked = first == '•' || first == '*'
                || ((first == '-' || Character.isDigit(first)) && isListMark(text, next));
        int lineEnd = at;
        while (lineEnd > lineStart && isSpace(text.charAt(lineEnd - 1))) {
            lineEnd--;
        }
        boolean open = lineEnd > lineStart && ",;:-–—".indexOf(text.charAt(lineEnd - 1)) >= 0;
        boolean heading = lineEnd - lineStart < SHORT_LINE && !open && Character.isUpperCase(first);
        return marked || heading;
    }

    private static boolean isListMark(String text, int at) {
        int end = at + 1;
        while (end < text.length()
                && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.' || text.charAt(end) == ')')) {
            end++;
        }
        char last = text.charAt(end - 1);
        return end < text.length() && isSpace(text.charAt(end)) && (last == '-' || last == '.' || last == ')');
    }

    /** The best place to cut a sentence that is too long: after a mark, else at a space, else anywhere. */
    private static int cut(String text, int start, int limit) {
        int half = start + LONGEST_SENTENCE / 2;
        for (int at = limit; at > half; at--) {
            if (isSpace(text.charAt(at)) && ",;:—–)".indexOf(text.charAt(at - 1)) >= 0) {
                return at;
            }
        }
        for (int at = limit; at > half; at--) {
            if (isSpace(text.charAt(at))) {
                return at;
            }
        }
        boolean insidePair = Character.isHighSurrogate(text.charAt(limit - 1))
                && Character.isLowSurrogate(text.charAt(limit));
        return insidePair ? limit - 1 : limit;
    }

    private static String lastWord(String text, int start, int end) {
        int at = end;
        while (at > start && !isSpace(text.charAt(at - 1)) && OPENING.indexOf(text.charAt(at - 1)) < 0
                && text.charAt(at - 1) != '-' && text.charAt(at - 1) != '—') {
            at--;
        }
        return text.substring(at, end);
    }

    /** The first letters or digits after {@code from}; a few characters are enough to see what kind of word it is. */
    private static String nextWord(String text, int from) {
        int start = from;
        while (start < text.length() && start < from + 16
                && (isSpace(text.charAt(start)) || OPENING.indexOf(text.charAt(start)) >= 0)) {
            start++;
        }
        int end = start;
        while (end < text.length() && end < start + 16
                && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '\'')) {
            end++;
        }
        // An initial is no first word of a sentence: "J. A. Smith".
        boolean initial = end == start + 1 && end < text.length() && text.charAt(end) == '.';
        return text.substring(start, initial ? end + 1 : end);
    }

    /** White space of any kind, no-break and full-width spaces too. */
    public static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }
}
