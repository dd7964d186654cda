package dev.sixtyfold.speech;

/**
 * Something in the caller's text that was not followed as it was meant, although what stands there is spoken.
 *
 * @param text
 *            for the caller to read, such as {@code "unknown tag: its text is spoken"}
 */
public record SourceNote(SourceSpan source, String text) {

    public SourceNote {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a note has a text");
        }
    }
}
