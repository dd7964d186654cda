package dev.sixtyfold.speech;

/**
 * One of the ways in which a written word can be read.
 *
 * @param label
 *            what the word is when it is read so: {@code "noun"}, {@code "past tense"}, …
 * @param phonemes
 *            in the voice's alphabet
 * @param score
 *            how likely this reading is here, from 0 to 1; those of a word add up to 1
 */
public record AlternativeReading(String label, String phonemes, double score) {

    public AlternativeReading {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score " + score + " of " + label + " is not between 0 and 1");
        }
    }
}
