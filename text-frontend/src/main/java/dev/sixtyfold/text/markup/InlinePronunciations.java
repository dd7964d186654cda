package dev.sixtyfold.text.markup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Pronunciations within plain text: {@code [Kowalczyk](/kəˈvɑltʃɪk/)} is the word in brackets, pronounced as the IPA
 * between slashes says. What cannot be read as IPA is left as it stands, and so is {@code [guide](/docs/)}: nothing but
 * small Latin letters is the path of a link.
 */
public final class InlinePronunciations {

    private static final String MIDDLE = "](/";
    private static final String END = "/)";
    private static final int LONGEST_WORD = 200;
    private static final int LONGEST_PRONUNCIATION = 500;

    private final PhonemeNotation notation;

    public InlinePronunciations(PhonemeNotation notation) {
        this.notation = notation;
    }

    /** A word with its pronunciation; places are UTF-16 units of the text. */
    private record Found(int start, int wordEnd, int end, String phonemes) {}

    /** The text without brackets and IPA, or nothing if it has no pronunciations. Takes time linear in its length. */
    public Optional<MarkedText> read(String text) {
        List<Found> all = new ArrayList<>();
        int done = 0;
        for (int middle = text.indexOf(MIDDLE); middle >= 0; middle = text.indexOf(MIDDLE, middle + 1)) {
            Optional<Found> found = find(text, middle, done);
            if (found.isPresent()) {
                all.add(found.get());
                done = found.get().end();
            }
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(marked(text, all));
    }

    private Optional<Found> find(String text, int middle, int from) {
        int start = middle - 1;
        int first = Math.max(from, middle - LONGEST_WORD);
        while (start >= first && "[]\n".indexOf(text.charAt(start)) < 0) {
            start--;
        }
        int ipaStart = middle + MIDDLE.length();
        int ipaEnd = ipaStart;
        int last = Math.min(text.length(), ipaStart + LONGEST_PRONUNCIATION);
        while (ipaEnd < last && !text.startsWith(END, ipaEnd) && text.charAt(ipaEnd) != '\n') {
            ipaEnd++;
        }
        boolean whole = start >= first && text.charAt(start) == '[' && text.startsWith(END, ipaEnd);
        if (!whole || text.substring(start + 1, middle).isBlank() || isPath(text.substring(ipaStart, ipaEnd))) {
            return Optional.empty();
        }
        try {
            String phonemes = notation.convert("ipa", text.substring(ipaStart, ipaEnd));
            return Optional.of(new Found(start, middle, ipaEnd + END.length(), phonemes));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isPath(String between) {
        return between.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private static MarkedText marked(String text, List<Found> all) {
        MarkedText plain = MarkedText.plain(text);
        StringBuilder kept = new StringBuilder(text.length());
        int[] starts = new int[text.length() + 1];
        int[] ends = new int[text.length()];
        List<Instruction> instructions = new ArrayList<>();
        int at = 0;
        for (Found found : all) {
            append(plain, at, found.start(), kept, starts, ends);
            int wordStart = kept.length();
            append(plain, found.start() + 1, found.wordEnd(), kept, starts, ends);
            // The word stands for all of it, so that nothing of the source is lost.
            starts[wordStart] = plain.starts()[found.start()];
            ends[kept.length() - 1] = plain.ends()[found.end() - 1];
            instructions.add(new Instruction.Pronunciation(wordStart, kept.length(), found.phonemes(),
                    Instruction.Origin.MARKUP));
            at = found.end();
        }
        append(plain, at, text.length(), kept, starts, ends);
        starts[kept.length()] = plain.starts()[text.length()];
        return new MarkedText(kept.toString(), Arrays.copyOf(starts, kept.length() + 1), Arrays.copyOf(ends, kept
                .length()), instructions, List.of(), List.of());
    }

    private static void append(MarkedText plain, int from, int to, StringBuilder kept, int[] starts, int[] ends) {
        System.arraycopy(plain.starts(), from, starts, kept.length(), to - from);
        System.arraycopy(plain.ends(), from, ends, kept.length(), to - from);
        kept.append(plain.text(), from, to);
    }
}
