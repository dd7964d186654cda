package dev.sixtyfold.text.ssml;

import dev.sixtyfold.speech.SkippedSpan;
import dev.sixtyfold.speech.SourceNote;
import dev.sixtyfold.speech.SourceSpan;
import dev.sixtyfold.text.markup.Instruction;
import dev.sixtyfold.text.markup.MarkedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects what a document says. */
final class TextBuilder {

    /** Nobody reads more of them. */
    private static final int MOST_NOTES = 100;

    private final StringBuilder text = new StringBuilder();
    private final List<Instruction> instructions = new ArrayList<>();
    private final List<SkippedSpan> skipped = new ArrayList<>();
    private final List<SourceNote> notes = new ArrayList<>();
    private int[] starts = new int[64];
    private int[] ends = new int[64];

    /** UTF-16 units of text so far. */
    int length() {
        return text.length();
    }

    /** White space is only white space in XML: where a line ends means nothing. */
    void append(int codePoint, int start, int end) {
        boolean space = codePoint == '\n' || codePoint == '\t';
        int from = text.length();
        text.appendCodePoint(space ? ' ' : codePoint);
        if (text.length() >= ends.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
            ends = Arrays.copyOf(ends, 2 * ends.length);
        }
        for (int i = from; i < text.length(); i++) {
            starts[i] = start;
            ends[i] = end;
        }
    }

    void add(Instruction instruction) {
        instructions.add(instruction);
    }

    /** What follows the last skipped part directly, for the same reason, is one with it. */
    void skip(SourceSpan source, String reason) {
        if (!skipped.isEmpty() && skipped.getLast().source().end() == source.start()
                && skipped.getLast().reason().equals(reason)) {
            skipped.add(new SkippedSpan(skipped.removeLast().source().union(source), reason));
            return;
        }
        skipped.add(new SkippedSpan(source, reason));
    }

    void note(SourceSpan source, String note) {
        if (notes.size() < MOST_NOTES) {
            notes.add(new SourceNote(source, note));
        }
    }

    /**
     * @param sourceLength
     *            in code points
     */
    MarkedText build(int sourceLength) {
        starts[text.length()] = sourceLength;
        return new MarkedText(text.toString(), Arrays.copyOf(starts, text.length() + 1),
                Arrays.copyOf(ends, text.length()), instructions, skipped, notes);
    }

    boolean isEmpty() {
        return text.toString().isBlank() && instructions.stream().noneMatch(Instruction.Pause.class::isInstance);
    }
}
