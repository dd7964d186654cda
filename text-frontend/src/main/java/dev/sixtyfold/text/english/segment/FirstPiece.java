package dev.sixtyfold.text.english.segment;

import java.util.Optional;

/**
 * Finds where the first piece of a text may end early, so that its sound is there early: at the first comma or stronger
 * mark, or at the best place before the piece gets long. Looks at no more of the text than that takes.
 */
final class FirstPiece {

    /** Shorter pieces sound chopped off. */
    private static final int LEAST = 15;
    /** About as many symbols; figures count for the words that they are read in. */
    private static final int MOST = 60;
    private static final int SYMBOLS_OF_A_FIGURE = 5;
    private static final int LONGEST_WORD = 16;
    /** Added to the cost of a place within a quotation or brackets. */
    private static final int ENCLOSED = 4;

    private FirstPiece() {}

    /**
     * A place for a division.
     *
     * @param end
     *            of the piece
     * @param seen
     *            a sentence that ends before here is better left whole; at least {@code end}
     */
    record Place(int end, int seen) {}

    /** Where a piece that begins at {@code start} may end; nothing if the text ends before, or has no place. */
    static Optional<Place> find(Lookahead text, int start) {
        int best = start;
        int bestCost = Integer.MAX_VALUE;
        int symbols = 0;
        int wordStart = start;
        int depth = 0;
        int at = start;
        while (symbols <= MOST) {
            if (!text.has(at)) {
                return Optional.empty();
            }
            char c = text.at(at);
            symbols += Character.isDigit(c) ? SYMBOLS_OF_A_FIGURE : 1;
            depth += enclosing(c, depth);
            if (Characters.isSpace(c)) {
                int next = at + 1;
                int cost = symbols < LEAST || at == wordStart
                        ? Integer.MAX_VALUE
                        : cost(text, wordStart, at, next) + (depth > 0 ? ENCLOSED : 0);
                if (cost <= Clauses.AFTER_COMMA) {
                    return Optional.of(new Place(at, at));
                }
                if (cost <= bestCost && cost < Integer.MAX_VALUE) {
                    best = at;
                    bestCost = cost;
                }
                wordStart = next;
            }
            at++;
        }
        return best == start ? Optional.empty() : Optional.of(new Place(best, at));
    }

    private static int enclosing(char c, int depth) {
        return switch (c) {
            case '(', '[', '{', '“', '«' -> 1;
            case ')', ']', '}', '”', '»' -> depth > 0 ? -1 : 0;
            case '"' -> depth > 0 ? -1 : 1;
            default -> 0;
        };
    }

    private static int cost(Lookahead text, int wordStart, int wordEnd, int next) {
        int end = next;
        while (end < next + LONGEST_WORD && text.has(end) && !Characters.isSpace(text.at(end))) {
            end++;
        }
        char last = text.at(wordEnd - 1);
        boolean mark = ",;:—–".indexOf(last) >= 0;
        // "May 5, 1999": the comma is the date's.
        boolean figures = mark && end > next && Character.isDigit(text.at(next)) && wordEnd - 2 >= wordStart
                && Character.isDigit(text.at(wordEnd - 2));
        if (figures) {
            return Clauses.WITHIN_NAME_OR_NUMBER;
        }
        return Clauses.cost(mark ? text.text(wordEnd - 1, wordEnd) : text.text(wordStart, wordEnd),
                text.text(next, end));
    }
}
