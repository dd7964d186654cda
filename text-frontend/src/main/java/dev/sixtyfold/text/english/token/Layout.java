package dev.sixtyfold.text.english.token;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The marks of one sentence that lay text out and are not read: those of Markdown and of the commonest HTML tags. A mark
 * is one by where it stands: {@code *} at the edge of a word but not in "2*8", {@code #} where a line begins but not in
 * "#5". A line begins where the sentence does, or after the end of a line.
 */
public final class Layout {

    /** What a hidden character is for; its description says why it is not read. */
    public enum Part {
        HEADING("mark of a heading"),
        ITEM("mark of a list item"),
        QUOTE("mark of a quoted line"),
        RULE("rule between parts of a text"),
        FENCE("fence around code"),
        CODE("mark of code"),
        EMPHASIS("mark of emphasis"),
        ESCAPE("escape mark"),
        LINK("mark of a link"),
        LINK_TARGET("target of a link"),
        /** Between two cells: a pause. */
        CELL("edge of a table cell"),
        TABLE("edge of a table"),
        NOTE("number of a footnote"),
        TAG("HTML tag");

        private final String description;

        Part(String description) {
            this.description = description;
        }

        /** In English, for the list of what was skipped. */
        public String description() {
            return description;
        }
    }

    private static final Layout NONE = new Layout(0, new Part[0]);

    private final int start;
    private final @Nullable Part[] parts;

    private Layout(int start, @Nullable Part[] parts) {
        this.start = start;
        this.parts = parts;
    }

    /** The layout of the sentence from {@code start} to {@code end}, in UTF-16 units of {@code text}. */
    public static Layout of(String text, int start, int end) {
        return hasMarks(text, start, end) ? new Layout(start, new LayoutScanner(text, start, end).scan()) : NONE;
    }

    private static boolean hasMarks(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            switch (text.charAt(i)) {
                case '#', '*', '_', '`', '~', '[', ']', '<', '|', '\\', '=', '•', '‣', '◦', '▪', '&' -> {
                    return true;
                }
                case '⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹' -> {
                    return true;
                }
                case '.' -> {
                    if (i > start && i + 1 < end && Character.isDigit(text.charAt(i + 1))
                            && Character.isLowerCase(text.charAt(i - 1))) {
                        return true;
                    }
                }
                case '-', '+', '>' -> {
                    if (i == start || i + 1 == end || text.charAt(i - 1) <= ' ') {
                        return true;
                    }
                }
                default -> {
                }
            }
        }
        return false;
    }

    boolean isEmpty() {
        return parts.length == 0;
    }

    /** What the character at {@code unit} is for, if it only lays text out. */
    public Optional<Part> at(int unit) {
        int index = unit - start;
        return index < 0 || index >= parts.length ? Optional.empty() : Optional.ofNullable(parts[index]);
    }
}
