package dev.sixtyfold.text.alphabet;

/**
 * A sound or a mark of a pronunciation, before it is known what stands beside it.
 *
 * @param symbols
 *            in the notation of the lexicons; a part {@code (X|Y)} is X before a vowel and Y elsewhere
 */
record Segment(Kind kind, String symbols) {

    enum Kind {
        VOWEL, CONSONANT,
        /** A consonant that is a syllable by itself: "little". */
        SYLLABIC,
        /** Before the syllable, or before its vowel. */
        STRESS,
        /** Between syllables; keeps two vowels from being taken for a diphthong. */
        BREAK,
        /** Between words. */
        SPACE
    }

    static final Segment BREAK = new Segment(Kind.BREAK, "");
    static final Segment SPACE = new Segment(Kind.SPACE, " ");

    boolean isNucleus() {
        return kind == Kind.VOWEL || kind == Kind.SYLLABIC;
    }
}
