package dev.sixtyfold.text.english.reading;

/** The rule or the source that decided a pronunciation. */
public enum Decision {
    /** The lexicon has the word: an entry that a person has seen. */
    LEXICON("lexicon", "lexicon-checked"),
    /** The lexicon has the word: an entry made by machine. */
    LEXICON_DERIVED("lexicon", "lexicon-derived"),
    /** The lexicon has the word that it is an inflected form of. */
    LEXICON_STEM("lexicon-stem"),
    /** A name or a new word that the program itself knows. */
    NAME("lexicon", "names"),
    /** A short word whose sound depends on its neighbours. */
    FUNCTION_WORD("function-word"),
    /** A word that is read in several ways; its sentence decides. */
    HOMOGRAPH("homograph", "homograph-classifier"),
    /** Several words in one: hyphenated, or with a capital inside. */
    COMPOUND("compound"),
    /** Letter by letter. */
    SPELLED("spelled"),
    /** The markup of the text says so. */
    MARKUP("markup"),
    /** A lexicon of the caller has the word. */
    USER_LEXICON("user-lexicon"),

    /** A number that counts. */
    NUMBER("number", "cardinal"),
    ORDINAL("number", "ordinal"),
    DECIMAL("number", "decimal"),
    FRACTION("number", "fraction"),
    RANGE("number", "range"),
    YEAR("number", "year"),
    DATE("number", "date"),
    TIME("number", "time"),
    MONEY("number", "money"),
    MEASURE("number", "measure"),
    PERCENT("number", "percent"),
    TELEPHONE("number", "telephone"),
    ADDRESS("number", "address"),
    ROMAN_NUMERAL("number", "roman-numeral"),
    /** A number in a name, or one that is only a name: B-52, serial and version numbers. */
    CODE("number", "code"),
    SCORE("number", "score"),
    MATHEMATICS("number", "mathematics"),

    /** Short for a longer word. */
    ABBREVIATION("abbreviation"),
    /** A sign that has a name. */
    SYMBOL("symbol"),
    /** A picture that has a name. */
    EMOJI("symbol", "emoji"),
    /** An address on the network: e-mail, web page, host, file. */
    NETWORK_ADDRESS("network-address"),
    /** A word in another alphabet, written in Latin letters. */
    TRANSLITERATION("transliteration"),
    /** No lexicon has it: the character network. */
    UNKNOWN_WORD_NETWORK("unknown-word-network");

    private final String label;
    private final String rule;

    Decision(String label) {
        this(label, label);
    }

    Decision(String label, String rule) {
        this.label = label;
        this.rule = rule;
    }

    /** The source in general, in lower case with hyphens: {@code "number"}. */
    public String label() {
        return label;
    }

    /** The rule in particular: {@code "date"}. */
    public String rule() {
        return rule;
    }

    /** Whether figures were put into words. */
    public boolean isNumber() {
        return label.equals(NUMBER.label);
    }
}
