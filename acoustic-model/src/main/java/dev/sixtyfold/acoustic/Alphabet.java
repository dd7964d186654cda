package dev.sixtyfold.acoustic;

import dev.sixtyfold.speech.PhonemeSequence;
import java.util.Arrays;
import java.util.Map;

/**
 * The phoneme symbols that a voice knows, and their numbers.
 *
 * @param ids
 *            number of each symbol
 */
public record Alphabet(Map<Character, Integer> ids) {

    public Alphabet {
        ids = Map.copyOf(ids);
    }

    public boolean contains(char symbol) {
        return ids.containsKey(symbol);
    }

    /**
     * The numbers of the symbols that the voice knows, in order.
     *
     * @param pad
     *            put before the first and after the last
     */
    public long[] encode(PhonemeSequence phonemes, long pad) {
        String symbols = phonemes.symbols();
        long[] encoded = new long[symbols.length() + 2];
        int length = 0;
        encoded[length++] = pad;
        for (int i = 0; i < symbols.length(); i++) {
            Integer id = ids.get(symbols.charAt(i));
            if (id != null) {
                encoded[length++] = id;
            }
        }
        encoded[length++] = pad;
        return Arrays.copyOf(encoded, length);
    }
}
