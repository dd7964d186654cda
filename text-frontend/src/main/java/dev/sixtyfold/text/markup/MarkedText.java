package dev.sixtyfold.text.markup;

import dev.sixtyfold.speech.SkippedSpan;
import dev.sixtyfold.speech.SourceNote;
import dev.sixtyfold.speech.SourceSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A text and its instructions.
 *
 * @param text
 *            what is to be read, without any tags
 * @param starts
 *            for each UTF-16 unit of {@code text}, and for its end, how many code points of the caller's source come
 *            before what stands for it there; never decreasing; owned by this record, not to be written to
 * @param ends
 *            for each UTF-16 unit of {@code text} how many code points of the source have passed after what stands for it:
 *            an entity such as {@code amp} is one unit and five code points; owned by this record
 * @param instructions
 *            by their start; an outer one before those inside it
 * @param skipped
 *            parts of the source that hold text which is not for reading, such as metadata
 * @param notes
 *            on markup that is not followed, such as unknown tags
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by contract
public record MarkedText(String text, int[] starts, int[] ends, List<Instruction> instructions,
        List<SkippedSpan> skipped, List<SourceNote> notes) {

    public MarkedText {
        if (starts.length != text.length() + 1 || ends.length != text.length()) {
            throw new IllegalArgumentException(starts.length + " starts and " + ends.length + " ends for "
                    + text.length() + " units and the end");
        }
        instructions = instructions.stream().sorted(
                Comparator.comparingInt(Instruction::start).thenComparing(Instruction::end, Comparator.reverseOrder()))
                .toList();
        for (Instruction instruction : instructions) {
            if (instruction.start() < 0 || instruction.end() < instruction.start()
                    || instruction.end() > text.length()) {
                throw new IllegalArgumentException("an instruction from " + instruction.start() + " to "
                        + instruction.end() + " for " + text.length() + " units");
            }
        }
        skipped = List.copyOf(skipped);
        notes = List.copyOf(notes);
    }

    /** Text without instructions. */
    public static MarkedText plain(String text) {
        int[] starts = new int[text.length() + 1];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean secondHalf = i > 0 && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
            // The second half of a pair counts as its first.
            starts[i] = secondHalf ? count - 1 : count;
            count += secondHalf ? 0 : 1;
        }
        starts[text.length()] = count;
        int[] ends = Arrays.stream(starts, 0, text.length()).map(start -> start + 1).toArray();
        return new MarkedText(text, starts, ends, List.of(), List.of(), List.of());
    }

    /** The same text with more instructions. */
    public MarkedText with(List<Instruction> more) {
        List<Instruction> all = new ArrayList<>(instructions);
        all.addAll(more);
        return new MarkedText(text, starts, ends, all, skipped, notes);
    }

    /** What units of the text are in the caller's source; the tags around them are not part of it. */
    public SourceSpan span(int from, int to) {
        int start = starts[from];
        return new SourceSpan(start, to > from ? Math.max(start, ends[to - 1]) : start);
    }
}
