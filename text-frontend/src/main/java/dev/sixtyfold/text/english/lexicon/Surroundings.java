package dev.sixtyfold.text.english.lexicon;

import dev.sixtyfold.text.english.reading.Phonemes;

/**
 * What follows a word; sentences are read from their end.
 *
 * @param next
 *            the sound that comes next
 * @param beforeTo
 *            whether the next word is "to": "used to" differs from "used"
 */
public record Surroundings(Sound next, boolean beforeTo) {

    /** Before a pause, at the end of a sentence. */
    public static final Surroundings END = new Surroundings(Sound.PAUSE, false);

    /** The first sound of what follows. */
    public enum Sound {
        VOWEL, CONSONANT, PAUSE
    }

    /** What the word before {@code phonemes} sees; phonemes without a sound of their own change nothing. */
    public Surroundings before(String phonemes, boolean isTo) {
        for (int i = 0; i < phonemes.length(); i++) {
            char symbol = phonemes.charAt(i);
            if (Phonemes.isVowel(symbol)) {
                return new Surroundings(Sound.VOWEL, isTo);
            }
            if (Phonemes.isConsonant(symbol)) {
                return new Surroundings(Sound.CONSONANT, isTo);
            }
            if (";:,.!?—…".indexOf(symbol) >= 0) {
                return new Surroundings(Sound.PAUSE, isTo);
            }
        }
        return new Surroundings(next, isTo);
    }
}
