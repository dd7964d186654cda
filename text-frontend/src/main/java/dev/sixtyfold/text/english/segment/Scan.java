package dev.sixtyfold.text.english.segment;

import java.util.Locale;

/** One sentence on the way to its end: what has been seen of it, and what stands around a mark. */
final class Scan {

    /** A few characters are enough to see what kind of word it is. */
    private static final int LONGEST_WORD = 16;

    final Lookahead text;
    final int start;
    int lineStart;
    private int words;
    private boolean inWord;
    private boolean capitals;

    Scan(Lookahead text, int start) {
        this.text = text;
        this.start = start;
        this.lineStart = start;
    }

    /** Counts a character; to be called for each in turn. */
    void see(char c) {
        boolean letter = Character.isLetterOrDigit(c);
        words += letter && !inWord ? 1 : 0;
        inWord = letter || (inWord && !Characters.isSpace(c));
        capitals |= Character.isUpperCase(c);
    }

    int words() {
        return words;
    }

    /** Whether the sentence so far is written without any capital, so that the next may be too. */
    boolean isLowerCase() {
        return !capitals;
    }

    /** The word before a place, without what opens it. */
    String wordBefore(int end) {
        int at = end;
        while (at > start && end - at < 2 * LONGEST_WORD && !Characters.isSpace(text.at(at - 1))
                && !Characters.isOpening(text.at(at - 1)) && text.at(at - 1) != '-' && text.at(at - 1) != '—'
                && text.at(at - 1) != '–' && text.at(at - 1) != '/') {
            at--;
        }
        return text.text(at, end);
    }

    /** Whether nothing but what opens a sentence comes before the word that ends here. */
    boolean isFirstWord(int end) {
        int at = end - wordBefore(end).length();
        while (at > start && Characters.isOpening(text.at(at - 1))) {
            at--;
        }
        return at == start;
    }

    /** Where the next word begins, after white space, dashes and what opens it; or where no word is. */
    int wordStart(int from) {
        int at = from;
        while (at < from + LONGEST_WORD && text.has(at)
                && (Characters.isSpace(text.at(at)) || Characters.isOpening(text.at(at)) || text.at(at) == '—'
                        || text.at(at) == '–' || (text.at(at) == '-' && at > from))) {
            at++;
        }
        return at;
    }

    /** The letters or digits from a place on; with its full stop where it is an initial: "J." in "J. A. Smith". */
    String wordAt(int from) {
        int end = from;
        while (end < from + LONGEST_WORD && text.has(end)
                && (Character.isLetterOrDigit(text.at(end)) || text.at(end) == '\'' || text.at(end) == '’')) {
            end++;
        }
        boolean initial = end == from + 1 && text.has(end) && text.at(end) == '.';
        return text.text(from, initial ? end + 1 : end).replace('’', '\'');
    }

    static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
