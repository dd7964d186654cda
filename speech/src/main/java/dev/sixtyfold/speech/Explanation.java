package dev.sixtyfold.speech;

import java.util.List;

/**
 * Why a word is read as it is.
 *
 * @param rule
 *            what decided, more finely than {@link SpokenWord#decidedBy()}: {@code "date"} where that says
 *            {@code "number"}
 * @param partOfSpeech
 *            as the tagger took the word, in the notation of the Penn Treebank; empty where it was not asked
 * @param alternatives
 *            the readings that were weighed against each other, the chosen one too, the best first; empty where there was
 *            no choice
 */
public record Explanation(String rule, String partOfSpeech, List<Alternative> alternatives) {

    public Explanation {
        alternatives = List.copyOf(alternatives);
    }

    /** A rule and nothing else to say. */
    public static Explanation of(String rule) {
        return new Explanation(rule, "", List.of());
    }

    /**
     * A reading that a word could have.
     *
     * @param phonemes
     *            in the voice's alphabet
     * @param use
     *            when the word is read so: a part of speech or a sense
     * @param score
     *            how likely it was found, from 0 to 1
     */
    public record Alternative(String phonemes, String use, double score) {}
}
