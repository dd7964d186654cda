package dev.sixtyfold.text.english.lexicon;

import dev.sixtyfold.text.english.tag.PartOfSpeech;
import java.util.Optional;

/**
 * A word's pronunciation, or its pronunciations by use.
 *
 * @param notation
 *            one pronunciation, or {@code USE=phonemes} parts each followed by a tab, USE being a part of speech, a word
 *            class, {@code DEFAULT}, or {@code None} for the form before a pause; without phonemes the word is spelled
 *            in that use
 */
record Entry(String notation) {

    private static final String DEFAULT = "DEFAULT";
    private static final String BEFORE_PAUSE = "None";

    static void append(StringBuilder notation, String use, String phonemes) {
        notation.append(use).append('=').append(phonemes).append('\t');
    }

    /** The pronunciation in this use, or nothing if the word is spelled letter by letter in it. */
    Optional<String> pronunciation(PartOfSpeech tag, boolean beforePause) {
        if (notation.indexOf('\t') < 0) {
            return Optional.of(notation);
        }
        Optional<String> variant = beforePause ? variant(BEFORE_PAUSE) : Optional.empty();
        return variant.or(() -> variant(tag.label())).or(() -> variant(tag.wordClass())).or(() -> variant(DEFAULT))
                .filter(phonemes -> !phonemes.isEmpty());
    }

    private Optional<String> variant(String use) {
        int start = 0;
        while (start < notation.length()) {
            int end = notation.indexOf('\t', start);
            if (notation.startsWith(use, start) && notation.charAt(start + use.length()) == '=') {
                return Optional.of(notation.substring(start + use.length() + 1, end));
            }
            start = end + 1;
        }
        return Optional.empty();
    }
}
