package dev.sixtyfold.text.english.pronounce;

import dev.sixtyfold.speech.Explanation;

/**
 * A part of a sentence as it is spoken, in the alphabet of the voice. Places are UTF-16 units of the text.
 */
public sealed interface Sound {

    /** First unit in the text, inclusive. */
    int start();

    /** Last unit in the text, exclusive. */
    int end();

    /** What is added to the utterance's symbols. */
    String phonemes();

    /** The same in letters. */
    String spoken();

    /** Whether a space comes before what follows. */
    boolean spaceAfter();

    /** The same with or without a space. */
    Sound withSpaceAfter(boolean space);

    /** The same somewhere else in the text. */
    Sound withPlace(int from, int to);

    /**
     * A word, a number, a sign that has a name.
     *
     * @param decidedBy
     *            the source in general
     * @param explanation
     *            the rest of why
     */
    record Word(int start, int end, String spoken, String phonemes, String decidedBy, Explanation explanation,
            boolean spaceAfter) implements Sound {

        /** The same word, because somebody else said so. */
        Word withSource(String source) {
            return new Word(start, end, spoken, phonemes, source, explanation, spaceAfter);
        }

        /** The same word, pronounced otherwise. */
        Word withPhonemes(String other) {
            return new Word(start, end, spoken, other, decidedBy, explanation, spaceAfter);
        }

        @Override
        public Word withPlace(int from, int to) {
            return new Word(from, to, spoken, phonemes, decidedBy, explanation, spaceAfter);
        }

        @Override
        public Word withSpaceAfter(boolean space) {
            return new Word(start, end, spoken, phonemes, decidedBy, explanation, space);
        }
    }

    /** Punctuation. */
    record Mark(int start, int end, String spoken, String phonemes, boolean spaceAfter) implements Sound {

        @Override
        public Mark withPlace(int from, int to) {
            return new Mark(from, to, spoken, phonemes, spaceAfter);
        }

        @Override
        public Mark withSpaceAfter(boolean space) {
            return new Mark(start, end, spoken, phonemes, space);
        }
    }
}
