package dev.sixtyfold.text.english.segment;

import java.util.Optional;

/**
 * Finds where sentences end, looking no further than one sentence ahead. A sentence ends at the end of a paragraph, of a
 * heading or list item, after ! and ?, and after a full stop that is not part of an abbreviation, initial or number.
 */
public final class SentenceBreaker {

    /** Text without any end of a sentence is cut here, at the best place before. */
    static final int LONGEST_SENTENCE = 1000;

    /** With its brackets. */
    private static final int LONGEST_NOTE = 18;
    private static final int MOST_FIGURES = 3;

    private final StopRules rules = new StopRules();

    /**
     * The sentence that begins at {@code start}, or nothing if text that is still to come could change where it ends.
     *
     * @param start
     *            of a character that is no white space
     * @param complete
     *            whether {@code text} is all there is
     */
    public Optional<Sentence> next(String text, int start, boolean complete) {
        Lookahead ahead = new Lookahead(text, complete);
        Sentence sentence = find(new Scan(ahead, start), start + LONGEST_SENTENCE);
        return ahead.isOpen() ? Optional.empty() : Optional.of(sentence);
    }

    /**
     * The same, but a sentence that goes on for long is divided early, at a good place if there is one.
     *
     * @param start
     *            of a character that is no white space
     * @param complete
     *            whether {@code text} is all there is
     */
    public Optional<Sentence> shortPiece(String text, int start, boolean complete) {
        Lookahead piece = new Lookahead(text, complete);
        Optional<FirstPiece.Place> place = FirstPiece.find(piece, start);
        if (place.isEmpty()) {
            return next(text, start, complete);
        }
        Lookahead ahead = new Lookahead(text, complete);
        Sentence sentence = find(new Scan(ahead, start), place.get().seen());
        if (piece.isOpen() || ahead.isOpen()) {
            return Optional.empty();
        }
        boolean goesOn = sentence.end() == place.get().seen() && sentence.boundary() == Boundary.CLAUSE;
        return Optional.of(goesOn ? new Sentence(place.get().end(), Boundary.CLAUSE) : sentence);
    }

    /** The sentence, or what is before {@code limit} if it does not end before. */
    private Sentence find(Scan scan, int limit) {
        Lookahead text = scan.text;
        int at = scan.start;
        while (at < limit) {
            if (!text.has(at)) {
                return new Sentence(at, Boundary.TEXT);
            }
            char c = text.at(at);
            if (Characters.isLineEnd(c)) {
                Optional<Boundary> boundary = LineBreaks.ending(scan, at);
                if (boundary.isPresent()) {
                    return new Sentence(at, boundary.get());
                }
                scan.lineStart = at + 1;
            } else if (Characters.isStop(c)) {
                int end = afterNotes(text, afterFigures(text, at, afterMarks(text, at, limit)), limit);
                if (rules.isEnd(scan, at, end)) {
                    return new Sentence(end, LineBreaks.after(scan, end));
                }
                at = end - 1;
            }
            scan.see(c);
            at++;
        }
        boolean tooLong = limit == scan.start + LONGEST_SENTENCE;
        return new Sentence(tooLong ? cut(text, scan.start, limit) : limit, Boundary.CLAUSE);
    }

    private static int afterMarks(Lookahead text, int mark, int limit) {
        int end = mark;
        while (end < limit && text.has(end) && Characters.isStop(text.at(end))) {
            end++;
            // ". . ." is one mark.
            while (text.at(end - 1) == '.' && end + 1 < limit && text.has(end) && text.at(end) == ' '
                    && text.has(end + 1) && text.at(end + 1) == '.'
                    && !(text.has(end + 2) && Character.isLetterOrDigit(text.at(end + 2)))) {
                end += 2;
            }
        }
        while (end < limit && text.has(end) && Characters.isClosing(text.at(end))) {
            end++;
        }
        return end;
    }

    /** Past the number of a note that is glued to the stop: "as is known.12 The next". */
    private int afterFigures(Lookahead text, int mark, int from) {
        int end = from;
        while (end - from <= MOST_FIGURES && text.has(end) && Character.isDigit(text.at(end))) {
            end++;
        }
        boolean figures = end > from && end - from <= MOST_FIGURES && from == mark + 1
                && rules.isAfterProse(text, mark);
        if (!figures || (text.has(end) && !Characters.isSpace(text.at(end)))) {
            return from;
        }
        boolean goesOn = text.has(end + 1) && !Character.isUpperCase(text.at(end + 1))
                && !Characters.isLineEnd(text.at(end));
        return goesOn ? from : end;
    }

    /** Past the numbers of notes that stand at the end of a sentence: "It is known.[12][a]". */
    private static int afterNotes(Lookahead text, int from, int limit) {
        int end = from;
        while (end < limit && text.has(end) && text.at(end) == '[') {
            int at = end + 1;
            while (at < end + LONGEST_NOTE && text.has(at) && isOfNote(text.at(at))) {
                at++;
            }
            if (at == end + 1 || !text.has(at) || text.at(at) != ']') {
                return end;
            }
            end = at + 1;
        }
        return end;
    }

    private static boolean isOfNote(char c) {
        return Character.isDigit(c) || Character.isLowerCase(c) || c == ' ' || c == ',' || c == '-' || c == '–';
    }

    /** The best place to cut a sentence that is too long: after a mark, else at a space, else anywhere. */
    private static int cut(Lookahead text, int start, int limit) {
        int half = start + LONGEST_SENTENCE / 2;
        for (int at = limit; at > half && text.has(at); at--) {
            if (Characters.isSpace(text.at(at)) && ",;:—–)，、；：".indexOf(text.at(at - 1)) >= 0) {
                return at;
            }
        }
        for (int at = limit; at > half && text.has(at); at--) {
            if (Characters.isSpace(text.at(at))) {
                return at;
            }
        }
        boolean insidePair = Character.isHighSurrogate(text.at(limit - 1)) && text.has(limit)
                && Character.isLowSurrogate(text.at(limit));
        return insidePair ? limit - 1 : limit;
    }

    /** White space of any kind, no-break and full-width spaces too. */
    public static boolean isSpace(char c) {
        return Characters.isSpace(c);
    }
}
