package dev.sixtyfold.text.english;

import dev.sixtyfold.speech.SourceSpan;
import dev.sixtyfold.text.english.token.Layout;
import java.util.Optional;

/** A sentence within the caller's text, and what its UTF-16 units are in code points. */
final class SourceSentence {

    private final String text;
    private final int start;
    /** For each unit, and the one after the last, the code points of the text before it. */
    private final int[] codePoints;
    private final Layout layout;

    /**
     * @param start
     *            in UTF-16 units, inclusive
     * @param end
     *            in UTF-16 units, exclusive
     * @param codePointsBefore
     *            code points of {@code text} before {@code start}
     */
    SourceSentence(String text, int start, int end, int codePointsBefore) {
        this.text = text;
        this.start = start;
        this.layout = Layout.of(text, start, end);
        this.codePoints = new int[end - start + 1];
        int count = codePointsBefore;
        for (int i = 0; i < codePoints.length; i++) {
            boolean secondHalf = i > 0 && start + i < end && Character.isLowSurrogate(text.charAt(start + i))
                    && Character.isHighSurrogate(text.charAt(start + i - 1));
            // The second half of a pair counts as its first.
            codePoints[i] = secondHalf ? count - 1 : count;
            if (!secondHalf && start + i < end) {
                count++;
            }
        }
    }

    /** How many code points of the text come before a unit of the sentence. */
    int codePoint(int unit) {
        return codePoints[unit - start];
    }

    SourceSpan span(int from, int to) {
        return new SourceSpan(codePoint(from), codePoint(to));
    }

    String text(int from, int to) {
        return text.substring(from, to);
    }

    int characterAt(int unit) {
        return text.codePointAt(unit);
    }

    /** What the character at a unit is for, if it only lays text out. */
    Optional<Layout.Part> layoutAt(int unit) {
        return layout.at(unit);
    }
}
