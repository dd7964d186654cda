package dev.sixtyfold.text.markup;

import dev.sixtyfold.speech.SkippedSpan;
import java.util.Comparator;
import java.util.List;

/**
 * A text and its instructions.
 *
 * @param text
 *            what is to be read, without any tags
 * @param sourceOffsets
 *            for each UTF-16 unit of {@code text}, and for its end, how many code points of the caller's source come
 *            before it; never decreasing; owned by this record, not to be written to
 * @param instructions
 *            by their start; an outer one before those inside it
 * @param skipped
 *            parts of the source that are neither text nor markup that was followed: unknown tags, comments with a reason
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by contract
public record MarkedText(String text, int[] sourceOffsets, List<Instruction> instructions,
        List<SkippedSpan> skipped) {

    public MarkedText {
        if (sourceOffsets.length != text.length() + 1) {
            throw new IllegalArgumentException(
                    sourceOffsets.length + " offsets for " + text.length() + " units and the end");
        }
        instructions = instructions.stream().sorted(
                Comparator.comparingInt(Instruction::start).thenComparing(Instruction::end, Comparator.reverseOrder()))
                .toList();
        skipped = List.copyOf(skipped);
    }

    /** Text without instructions. */
    public static MarkedText plain(String text) {
        int[] offsets = new int[text.length() + 1];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean secondHalf = i > 0 && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
            // The second half of a pair counts as its first.
            offsets[i] = secondHalf ? count - 1 : count;
            count += secondHalf ? 0 : 1;
        }
        offsets[text.length()] = count;
        return new MarkedText(text, offsets, List.of(), List.of());
    }
}
