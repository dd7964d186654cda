package dev.sixtyfold.text.english.tag;

import java.util.Optional;

/** The tags of the Penn Treebank as OntoNotes extended them, with the names that the data files give them. */
public enum PartOfSpeech {
    CURRENCY("$"),
    CLOSING_QUOTE("''"),
    COMMA(","),
    OPENING_BRACKET("-LRB-"),
    CLOSING_BRACKET("-RRB-"),
    FULL_STOP("."),
    COLON(":"),
    ADDRESS("ADD"),
    AFFIX("AFX"),
    CONJUNCTION("CC"),
    CARDINAL("CD"),
    DETERMINER("DT"),
    EXISTENTIAL("EX"),
    FOREIGN("FW"),
    HYPHEN("HYPH"),
    PREPOSITION("IN"),
    ADJECTIVE("JJ"),
    ADJECTIVE_COMPARATIVE("JJR"),
    ADJECTIVE_SUPERLATIVE("JJS"),
    LIST_MARK("LS"),
    MODAL("MD"),
    SUPERFLUOUS_PUNCTUATION("NFP"),
    NOUN("NN"),
    PROPER_NOUN("NNP"),
    PROPER_NOUN_PLURAL("NNPS"),
    NOUN_PLURAL("NNS"),
    PREDETERMINER("PDT"),
    POSSESSIVE("POS"),
    PRONOUN("PRP"),
    PRONOUN_POSSESSIVE("PRP$"),
    ADVERB("RB"),
    ADVERB_COMPARATIVE("RBR"),
    ADVERB_SUPERLATIVE("RBS"),
    PARTICLE("RP"),
    SYMBOL("SYM"),
    TO("TO"),
    INTERJECTION("UH"),
    VERB("VB"),
    VERB_PAST("VBD"),
    VERB_GERUND("VBG"),
    VERB_PAST_PARTICIPLE("VBN"),
    VERB_PRESENT("VBP"),
    VERB_PRESENT_THIRD("VBZ"),
    WH_DETERMINER("WDT"),
    WH_PRONOUN("WP"),
    WH_POSSESSIVE("WP$"),
    WH_ADVERB("WRB"),
    UNKNOWN("XX"),
    SPACE("_SP"),
    OPENING_QUOTE("``");

    private final String label;

    PartOfSpeech(String label) {
        this.label = label;
    }

    /** As the data files write it, {@code "NNS"}. */
    public String label() {
        return label;
    }

    /** The coarse class under which the lexicon may list a pronunciation: NOUN, VERB, ADJ, ADV, or the tag itself. */
    public String wordClass() {
        return switch (this) {
            case NOUN, NOUN_PLURAL, PROPER_NOUN, PROPER_NOUN_PLURAL -> "NOUN";
            case VERB, VERB_PAST, VERB_GERUND, VERB_PAST_PARTICIPLE, VERB_PRESENT, VERB_PRESENT_THIRD -> "VERB";
            case ADJECTIVE, ADJECTIVE_COMPARATIVE, ADJECTIVE_SUPERLATIVE -> "ADJ";
            case ADVERB, ADVERB_COMPARATIVE, ADVERB_SUPERLATIVE -> "ADV";
            default -> label;
        };
    }

    /** Punctuation in the narrow sense: it is never read aloud as a word. */
    public boolean isPunctuation() {
        return switch (this) {
            case CLOSING_QUOTE, COMMA, OPENING_BRACKET, CLOSING_BRACKET, FULL_STOP, COLON, OPENING_QUOTE,
                    SUPERFLUOUS_PUNCTUATION ->
                true;
            default -> false;
        };
    }

    public static Optional<PartOfSpeech> of(String label) {
        for (PartOfSpeech tag : values()) {
            if (tag.label.equals(label)) {
                return Optional.of(tag);
            }
        }
        return Optional.empty();
    }
}
