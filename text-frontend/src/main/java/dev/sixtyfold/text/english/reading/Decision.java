package dev.sixtyfold.text.english.reading;

/** The rule or the source that decided a pronunciation. */
public enum Decision {
    /** The lexicon has the word. */
    LEXICON,
    /** The lexicon has the word that it is an inflected form of. */
    LEXICON_STEM,
    /** The word is one of two that are written alike; its sentence decided which. */
    HOMOGRAPH,
    /** A short word whose sound depends on its neighbours. */
    FUNCTION_WORD,
    /** Several words in one: hyphenated, or with a capital inside. */
    COMPOUND,
    /** Letter by letter. */
    SPELLED,
    /** A number, an amount, a date or a time. */
    NUMBER,
    /** Short for a longer word. */
    ABBREVIATION,
    /** A sign that has a name. */
    SYMBOL,
    /** No lexicon has it: the character network. */
    UNKNOWN_WORD_NETWORK;

    /** In lower case with hyphens, {@code "lexicon-stem"}. */
    public String label() {
        return switch (this) {
            case LEXICON -> "lexicon";
            case LEXICON_STEM -> "lexicon-stem";
            case HOMOGRAPH -> "homograph";
            case FUNCTION_WORD -> "function-word";
            case COMPOUND -> "compound";
            case SPELLED -> "spelled";
            case NUMBER -> "number";
            case ABBREVIATION -> "abbreviation";
            case SYMBOL -> "symbol";
            case UNKNOWN_WORD_NETWORK -> "unknown-word-network";
        };
    }
}
