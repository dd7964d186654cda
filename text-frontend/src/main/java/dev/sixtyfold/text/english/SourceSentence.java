package dev.sixtyfold.text.english;

import dev.sixtyfold.speech.SourceSpan;
import dev.sixtyfold.text.english.token.Layout;
import dev.sixtyfold.text.markup.MarkedText;
import java.util.Arrays;
import java.util.Optional;

/** A sentence within the caller's text, and what its UTF-16 units are in code points. */
final class SourceSentence {

    private final String text;
    private final int start;
    /** For each unit, and the one after the last, the code points of the text before it. */
    private final int[] codePoints;
    /** For each unit the code points of the text after it, where markup may lie between it and the next; else empty. */
    private final int[] ends;
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
        this.ends = new int[0];
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

    /** A sentence of a marked text, as a text of its own: its first unit is the text's unit {@code start}. */
    SourceSentence(MarkedText marked, int start, int end) {
        this.text = marked.text().substring(start, end);
        this.start = 0;
        this.codePoints = Arrays.copyOfRange(marked.starts(), start, end + 1);
        this.ends = Arrays.copyOfRange(marked.ends(), start, end);
        this.layout = Layout.of(text, 0, text.length());
    }

    /** How many code points of the text come before a unit of the sentence. */
    int codePoint(int unit) {
        return codePoints[unit - start];
    }

    SourceSpan span(int from, int to) {
        int first = codePoint(from);
        int last = ends.length == 0 ? codePoint(to) : to > from ? ends[to - start - 1] : first;
        return new SourceSpan(first, Math.max(first, last));
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
