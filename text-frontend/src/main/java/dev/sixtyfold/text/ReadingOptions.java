package dev.sixtyfold.text;

/**
 * How a text is divided into utterances.
 *
 * @param shortFirstPiece
 *            whether a long first sentence is divided early, after some 15 to 60 symbols, so that its sound begins early;
 *            the part is read by itself, which costs a little of the sentence's melody
 */
public record ReadingOptions(boolean shortFirstPiece) {

    /** Whole sentences. */
    public static final ReadingOptions DEFAULTS = new ReadingOptions(false);
}
