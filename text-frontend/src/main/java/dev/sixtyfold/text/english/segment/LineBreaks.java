package dev.sixtyfold.text.english.segment;

import java.util.Optional;
import java.util.Set;

/** Which ends of lines are ends of what is said: those of paragraphs, headings and items, not those of wrapped prose. */
final class LineBreaks {

    /** A shorter line without a mark at its end is a heading or a list item, not a line of wrapped prose. */
    private static final int SHORT_LINE = 50;
    /** Two lines shorter than this in a row are no prose, even if the second begins with a small letter. */
    private static final int LIST_LINE = 28;
    /** A gap of more white space than this is one between paragraphs, whatever follows. */
    private static final int LONGEST_GAP = 512;

    private static final int LONGEST_SPEAKER = 20;

    /** Words that no item of a list ends or goes on with. */
    private static final Set<String> JOINING = Set.of("a", "an", "the", "of", "to", "and", "or", "but", "nor", "in",
            "on", "at", "by", "with", "for", "from", "as", "than", "that", "which", "who", "is", "are", "was", "were",
            "be", "been", "has", "have", "had", "will", "would", "can", "could", "my", "your", "his", "her", "its",
            "our", "their", "this", "these", "if", "when", "while", "so", "because", "not", "into", "it", "i", "he",
            "she", "we", "they", "you", "said", "then");

    private LineBreaks() {}

    /**
     * What the line break at {@code at} ends, if anything does.
     *
     * @param at
     *            of the line's end
     */
    static Optional<Boundary> ending(Scan scan, int at) {
        Gap gap = Gap.after(scan.text, at);
        if (gap.boundary != Boundary.LINE) {
            return Optional.of(gap.boundary);
        }
        return isOwnLine(scan, at, gap.end) ? Optional.of(Boundary.LINE) : Optional.empty();
    }

    /** What ends together with the sentence that ends at {@code end}. */
    static Boundary after(Scan scan, int end) {
        Gap gap = Gap.after(scan.text, end);
        if (gap.boundary != Boundary.LINE) {
            return gap.boundary;
        }
        int lineEnd = end;
        while (lineEnd < gap.end && !Characters.isLineEnd(scan.text.at(lineEnd))) {
            lineEnd++;
        }
        return isMarked(scan.text, gap.end) || (scan.lineStart == scan.start && lineEnd - scan.lineStart < SHORT_LINE
                && Character.isUpperCase(scan.text.at(gap.end))) ? Boundary.LINE : Boundary.SENTENCE;
    }

    /**
     * White space.
     *
     * @param end
     *            where it ends
     * @param boundary
     *            TEXT if nothing follows, PARAGRAPH for two ends of lines, LINE for one, SENTENCE for none
     */
    private record Gap(int end, Boundary boundary) {

        static Gap after(Lookahead text, int start) {
            int breaks = 0;
            int at = start;
            while (at < start + LONGEST_GAP) {
                if (!text.has(at)) {
                    return new Gap(at, Boundary.TEXT);
                }
                char c = text.at(at);
                if (!Characters.isSpace(c)) {
                    return new Gap(at,
                            breaks == 0 ? Boundary.SENTENCE : breaks == 1 ? Boundary.LINE : Boundary.PARAGRAPH);
                }
                boolean second = c == '\n' && at > start && text.at(at - 1) == '\r';
                breaks += Characters.isLineEnd(c) && !second ? 1 : 0;
                breaks += c == '\u2029' || c == '\f' ? 1 : 0;
                at++;
            }
            return new Gap(at, Boundary.PARAGRAPH);
        }
    }

    private static boolean isOwnLine(Scan scan, int at, int next) {
        Lookahead text = scan.text;
        if (isMarked(text, next)) {
            return true;
        }
        int lineEnd = at;
        while (lineEnd > scan.lineStart && Characters.isSpace(text.at(lineEnd - 1))) {
            lineEnd--;
        }
        int length = lineEnd - scan.lineStart;
        if (length >= SHORT_LINE || (length > 0 && ",;-–—".indexOf(text.at(lineEnd - 1)) >= 0)) {
            return false;
        }
        if (!Character.isLowerCase(text.at(next))) {
            return true;
        }
        return length < LIST_LINE && isShortLine(text, next)
                && !JOINING.contains(Scan.lower(scan.wordBefore(lineEnd)))
                && !JOINING.contains(scan.wordAt(next));
    }

    private static boolean isShortLine(Lookahead text, int start) {
        int at = start;
        while (at < start + LIST_LINE) {
            if (!text.has(at) || Characters.isLineEnd(text.at(at))) {
                return true;
            }
            at++;
        }
        return false;
    }

    /** Whether a line begins with the mark of an item or a heading. */
    private static boolean isMarked(Lookahead text, int at) {
        char first = text.at(at);
        return switch (first) {
            case '•', '‣', '◦', '▪', '#', '|', '>' -> true;
            case '*', '-', '+', '–', '—' -> text.has(at + 1) && Characters.isSpace(text.at(at + 1));
            case '[' -> text.has(at + 1) && Character.isDigit(text.at(at + 1));
            case '(' -> isBracketed(text, at);
            default ->
                Character.isDigit(first) ? isNumbered(text, at) : Character.isUpperCase(first) && isSpeaker(text, at);
        };
    }

    /** (a) or (12) or (iv) */
    private static boolean isBracketed(Lookahead text, int at) {
        int end = at + 1;
        while (end < at + 5 && text.has(end) && Character.isLetterOrDigit(text.at(end))) {
            end++;
        }
        return end > at + 1 && text.has(end) && text.at(end) == ')' && text.has(end + 1)
                && Characters.isSpace(text.at(end + 1));
    }

    /** "Anna: " in a play or a chat. */
    private static boolean isSpeaker(Lookahead text, int at) {
        int end = at + 1;
        while (end < at + LONGEST_SPEAKER && text.has(end)
                && (Character.isLetterOrDigit(text.at(end)) || text.at(end) == '_' || text.at(end) == '-')) {
            end++;
        }
        return text.has(end) && text.at(end) == ':' && text.has(end + 1) && text.at(end + 1) == ' ';
    }

    /** 1. or 2) or 3.1. */
    private static boolean isNumbered(Lookahead text, int at) {
        int end = at + 1;
        while (end < at + 8 && text.has(end) && (Character.isDigit(text.at(end)) || text.at(end) == '.'
                || text.at(end) == ')')) {
            end++;
        }
        char last = text.at(end - 1);
        return text.has(end) && Characters.isSpace(text.at(end)) && (last == '.' || last == ')');
    }
}
