package dev.sixtyfold.text.english.lexicon;

import dev.sixtyfold.text.english.lexicon.Surroundings.Sound;
import dev.sixtyfold.text.english.reading.Dialect;
import dev.sixtyfold.text.english.tag.PartOfSpeech;
import java.util.Optional;

/** Short words whose sound depends on what they do in the sentence and on what follows. */
final class FunctionWords {

    private FunctionWords() {}

    /** The reading of {@code word} where it is one of them, used as such; other uses are left to the lexicon. */
    static Optional<String> read(String word, PartOfSpeech tag, Surroundings surroundings, Dialect dialect) {
        boolean beforePause = surroundings.next() == Sound.PAUSE;
        boolean beforeVowel = surroundings.next() == Sound.VOWEL;
        return Optional.ofNullable(switch (word) {
            case "a", "A" -> tag == PartOfSpeech.DETERMINER ? "ɐ" : "ˈA";
            case "an", "An" -> "ɐn";
            case "AN" -> tag.wordClass().equals("NOUN") ? null : "ɐn";
            case "am" -> beforePause ? null : "ɐm";
            case "I" -> tag == PartOfSpeech.PRONOUN ? "ˌI" : null;
            case "by", "By", "BY" -> tag.wordClass().equals("ADV") ? "bˈI" : null;
            case "to", "To" -> to(beforePause, beforeVowel, dialect);
            case "TO" ->
                tag == PartOfSpeech.TO || tag == PartOfSpeech.PREPOSITION
                        ? to(beforePause, beforeVowel, dialect)
                        : null;
            case "in", "In" -> in(tag, beforePause);
            case "IN" -> tag == PartOfSpeech.PROPER_NOUN ? null : in(tag, beforePause);
            case "the", "The" -> beforeVowel ? "ði" : "ðə";
            case "THE" -> tag != PartOfSpeech.DETERMINER ? null : beforeVowel ? "ði" : "ðə";
            case "used", "Used", "USED" -> used(tag, surroundings, dialect);
            // Where a contraction is one that the lexicon does not have as a whole.
            case "'ve", "'VE" -> "əv";
            case "'re", "'RE" -> dialect == Dialect.BRITISH ? "ə" : "əɹ";
            case "n't", "N'T" -> "ᵊnt";
            default -> null;
        });
    }

    private static String to(boolean beforePause, boolean beforeVowel, Dialect dialect) {
        return beforePause ? "tu" + length(dialect) : beforeVowel ? "tʊ" : "tə";
    }

    /** A preposition is weak; a particle ("come in") or one at the end is not. */
    private static String in(PartOfSpeech tag, boolean beforePause) {
        return beforePause || tag != PartOfSpeech.PREPOSITION ? "ˈɪn" : "ɪn";
    }

    /** "She used to sing" against "a used car". */
    private static String used(PartOfSpeech tag, Surroundings surroundings, Dialect dialect) {
        boolean habit = tag == PartOfSpeech.VERB_PAST || tag == PartOfSpeech.ADJECTIVE;
        return "jˈu" + length(dialect) + (habit && surroundings.beforeTo() ? "st" : "zd");
    }

    /** American vowels have no marks of length. */
    private static String length(Dialect dialect) {
        return switch (dialect) {
            case AMERICAN -> "";
            case BRITISH -> "ː";
        };
    }

    /** Whether {@code word} is the "to" that decides the reading of "used". */
    static boolean isTo(String word, PartOfSpeech tag) {
        return switch (word) {
            case "to", "To" -> true;
            case "TO" -> tag == PartOfSpeech.TO || tag == PartOfSpeech.PREPOSITION;
            default -> false;
        };
    }
}
