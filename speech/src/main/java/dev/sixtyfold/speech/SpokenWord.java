package dev.sixtyfold.speech;

/**
 * A word of the caller's text and how it is spoken.
 *
 * @param text
 *            as written, {@code "12"}
 * @param source
 *            where it stands in the caller's text
 * @param spoken
 *            in letters, {@code "twelve"}
 * @param phonemes
 *            in the voice's alphabet, {@code "twˈɛlv"}; what {@link PhonemeSequence#symbols()} holds from
 *            {@code symbolStart} to {@code symbolEnd}
 * @param decidedBy
 *            the rule or the source that decided the pronunciation: {@code "lexicon"}, {@code "number"}, …
 * @param symbolStart
 *            first symbol in the sequence, inclusive
 * @param symbolEnd
 *            last symbol in the sequence, exclusive
 * @param explanation
 *            why it is read so
 */
public record SpokenWord(String text, SourceSpan source, String spoken, String phonemes, String decidedBy,
        int symbolStart, int symbolEnd, Explanation explanation) {

    public SpokenWord {
        if (symbolStart < 0 || symbolEnd < symbolStart || symbolEnd - symbolStart != phonemes.length()) {
            throw new IllegalArgumentException(
                    "symbols [" + symbolStart + ", " + symbolEnd + ") do not hold " + phonemes.length() + " phonemes");
        }
    }

    /** A word of which no more is to be said than what decided it. */
    public SpokenWord(String text, SourceSpan source, String spoken, String phonemes, String decidedBy, int symbolStart,
            int symbolEnd) {
        this(text, source, spoken, phonemes, decidedBy, symbolStart, symbolEnd, Explanation.of(decidedBy));
    }
}
