package dev.sixtyfold.text.alphabet;

/** A pronunciation that cannot be read; the message names the symbol and its place. */
public final class UnreadablePhonemesException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int position;
    private final String symbol;

    /**
     * @param position
     *            of the symbol, in code points of what was written, from 0
     * @param symbol
     *            that cannot be read; empty where something is missing
     */
    UnreadablePhonemesException(String message, int position, String symbol) {
        super(message);
        this.position = position;
        this.symbol = symbol;
    }

    /** Where it is, in code points of what was written, from 0. */
    public int position() {
        return position;
    }

    /** What cannot be read; empty where something is missing. */
    public String symbol() {
        return symbol;
    }
}
