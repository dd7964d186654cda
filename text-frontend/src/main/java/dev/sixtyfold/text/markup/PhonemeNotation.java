package dev.sixtyfold.text.markup;

/** From the alphabets in which people write phonemes to the notation of a language's lexicons. */
@FunctionalInterface
public interface PhonemeNotation {

    /**
     * The same sounds in the notation of the lexicons.
     *
     * @param alphabet
     *            as SSML and PLS name it: {@code "ipa"} or {@code "x-sampa"}
     * @param phonemes
     *            of one or several words, stress marks included
     * @throws IllegalArgumentException
     *             if there is no such alphabet, or a symbol that it does not have or the language has no sound for; the
     *             message names it
     */
    String convert(String alphabet, String phonemes);
}
