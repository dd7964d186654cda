package dev.sixtyfold.speech;

/**
 * A part of the caller's text that is not spoken.
 *
 * @param reason
 *            for the caller to read, such as {@code "no reading for this symbol"}
 */
public record SkippedSpan(SourceSpan source, String reason) {

    public SkippedSpan {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a skipped span has a reason");
        }
    }
}
