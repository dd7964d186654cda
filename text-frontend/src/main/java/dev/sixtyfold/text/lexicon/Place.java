package dev.sixtyfold.text.lexicon;

/**
 * Where something stands in a lexicon.
 *
 * @param source
 *            the file, or what the lexicon is called
 * @param line
 *            from 1
 * @param column
 *            from 1, in characters
 */
public record Place(String source, int line, int column) {

    @Override
    public String toString() {
        return source + ":" + line + ":" + column;
    }
}
