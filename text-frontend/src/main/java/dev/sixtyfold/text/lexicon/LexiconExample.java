package dev.sixtyfold.text.lexicon;

import java.util.Map;
import java.util.Optional;

/**
 * A sentence and how it is to be read.
 *
 * @param spoken
 *            the whole of it in words
 * @param phonemes
 *            the whole of it, in the notation of the built-in lexicons
 * @param words
 *            some of its words, and what they sound like in the notation of the built-in lexicons
 */
public record LexiconExample(String text, Optional<String> spoken, Optional<String> phonemes,
        Map<String, String> words, Place place) {

    public LexiconExample {
        words = Map.copyOf(words);
    }
}
