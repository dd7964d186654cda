package dev.sixtyfold.text.english.normalize;

import java.util.List;

/**
 * A reading that is asked for, so that no rule looks for one.
 *
 * @param start
 *            first UTF-16 unit of the text, inclusive
 * @param end
 *            last UTF-16 unit of the text, exclusive
 * @param words
 *            that it is read as
 * @param phonemes
 *            how, in the notation of the lexicons; empty to pronounce {@code words} as usual
 * @param source
 *            who asked, as the source of the word
 */
public record Given(int start, int end, List<String> words, String phonemes, String source) {

    public Given {
        words = List.copyOf(words);
    }
}
