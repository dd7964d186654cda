package dev.sixtyfold.speech;

import java.util.List;

/**
 * What an acoustic model reads: phonemes, stress marks, spaces and punctuation in the alphabet of a voice family.
 *
 * @param symbols
 *            one UTF-16 unit a symbol; all alphabets in use lie in the basic plane
 * @param words
 *            in the order of {@code symbols}; punctuation belongs to no word
 */
public record PhonemeSequence(String symbols, List<SpokenWord> words) {

    public static final PhonemeSequence EMPTY = new PhonemeSequence("", List.of());

    public PhonemeSequence {
        words = List.copyOf(words);
        int end = 0;
        for (SpokenWord word : words) {
            if (word.symbolStart() < end || word.symbolEnd() > symbols.length()) {
                throw new IllegalArgumentException("words must follow one another within the symbols");
            }
            end = word.symbolEnd();
        }
    }

    /** Whether there is nothing to pronounce; punctuation alone is silent. */
    public boolean isSilent() {
        return words.isEmpty();
    }
}
