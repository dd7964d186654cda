package dev.sixtyfold.speech;

/**
 * A place in the caller's text, in Unicode code points: start inclusive, end exclusive.
 *
 * @param start
 *            at least 0
 * @param end
 *            at least {@code start}
 */
public record SourceSpan(int start, int end) {

    public SourceSpan {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span [" + start + ", " + end + ") is not a range of code points");
        }
    }

    public int length() {
        return end - start;
    }

    /** The smallest span that holds this one and {@code other}. */
    public SourceSpan union(SourceSpan other) {
        return new SourceSpan(Math.min(start, other.start), Math.max(end, other.end));
    }
}
