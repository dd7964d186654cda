package dev.sixtyfold.text.english.token;

/**
 * A word, a part of one, or a mark.
 *
 * @param text
 *            as the tagger and the lexicon know it: apostrophes straight, invisible characters left out
 * @param start
 *            first UTF-16 unit in the text, inclusive
 * @param end
 *            last UTF-16 unit in the text, exclusive
 * @param spaceAfter
 *            whether white space or the end of the sentence follows
 */
public record Token(String text, int start, int end, boolean spaceAfter) {

    public char first() {
        return text.charAt(0);
    }

    public boolean startsWithDigit() {
        return Character.isDigit(first());
    }

    public boolean isCapitalised() {
        return Character.isUpperCase(first());
    }
}
