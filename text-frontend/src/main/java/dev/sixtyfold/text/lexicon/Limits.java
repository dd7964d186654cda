package dev.sixtyfold.text.lexicon;

/** How large a lexicon may be. */
final class Limits {

    static final int ENTRIES = 250_000;
    static final int EXAMPLES = 10_000;
    /** Characters of a file. */
    static final int CHARACTERS = 32 << 20;
    static final int CHARACTERS_OF_A_PHRASE = 200;
    static final int CHARACTERS_OF_AN_ALIAS = 500;
    static final int CHARACTERS_OF_AN_EXAMPLE = 2000;
    static final int PIECES_OF_A_PHRASE = 24;

    private Limits() {}
}
