package dev.sixtyfold.text.lexicon;

/** A lexicon cannot be used; the message names the file, the line and the column, and says what would be right. */
public final class LexiconException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LexiconException(String message) {
        super(message);
    }

    public LexiconException(String message, Throwable cause) {
        super(message, cause);
    }

    static LexiconException at(Place place, String message) {
        return new LexiconException(place + ": " + message);
    }
}
