package dev.sixtyfold.text.english.token;

import java.util.List;

/** Tells the gaps between the columns of a table set with spaces or tabs from wide gaps in prose. */
final class Columns {

    /** So wide a gap is one between columns by itself. */
    private static final int WIDE = 3;
    /** Two spaces are one where a line has so many of them: one alone is a slip, or stands after a sentence. */
    private static final int FEWEST_NARROW = 2;

    private final String text;
    private final int start;
    private final int end;
    /** The line that was looked at last: where it ends, and whether it has columns two spaces apart. */
    private int lineEnd = -1;
    private boolean narrow;

    Columns(String text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = end;
    }

    /** Whether the white space from {@code from} to {@code to} stands between columns, after what is no mark already. */
    boolean isGap(int from, int to, List<Token> before) {
        boolean tab = false;
        for (int i = from; i < to; i++) {
            if (isLineEnd(text.charAt(i))) {
                return false;
            }
            tab |= text.charAt(i) == '\t';
        }
        return !before.isEmpty() && isCell(before.getLast().text())
                && (tab || to - from >= WIDE || (to - from > 1 && hasNarrowColumns(from)));
    }

    private static boolean isCell(String last) {
        return Character.isLetterOrDigit(last.codePointBefore(last.length())) || "%)\"$€£°".contains(last);
    }

    private boolean hasNarrowColumns(int at) {
        if (at >= lineEnd) {
            int from = at;
            while (from > start && !isLineEnd(text.charAt(from - 1))) {
                from--;
            }
            lineEnd = at;
            while (lineEnd < end && !isLineEnd(text.charAt(lineEnd))) {
                lineEnd++;
            }
            narrow = narrowGaps(from) >= FEWEST_NARROW;
        }
        return narrow;
    }

    private int narrowGaps(int from) {
        int gaps = 0;
        for (int i = from + 1; i + 2 < lineEnd; i++) {
            boolean gap = text.charAt(i) == ' ' && text.charAt(i + 1) == ' ' && text.charAt(i + 2) != ' ';
            boolean afterCell = text.charAt(i - 1) != ' ' && ".,;:!?".indexOf(text.charAt(i - 1)) < 0;
            gaps += gap && afterCell ? 1 : 0;
        }
        return gaps;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
    }
}
