package dev.sixtyfold.text.english;

import dev.sixtyfold.text.english.pronounce.Sound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Divides a sentence that is too long for the acoustic model, at the best place there is. */
final class Breath {

    /** Comfortable; voices take 510 at most. */
    static final int MAXIMUM_SYMBOLS = 400;

    private Breath() {}

    /** The sounds in parts of at most {@link #MAXIMUM_SYMBOLS} symbols each; a single empty part for none. */
    static List<List<Sound>> split(List<Sound> sentence) {
        List<Sound> sounds = sentence.stream().flatMap(sound -> divide(sound).stream()).toList();
        List<List<Sound>> parts = new ArrayList<>();
        int start = 0;
        while (start < sounds.size() || parts.isEmpty()) {
            int end = start;
            int length = 0;
            while (end < sounds.size() && length + sounds.get(end).phonemes().length() <= MAXIMUM_SYMBOLS) {
                length += sounds.get(end).phonemes().length() + (sounds.get(end).spaceAfter() ? 1 : 0);
                end++;
            }
            if (end < sounds.size()) {
                end = bestEnd(sounds, start, end);
            }
            parts.add(sounds.subList(start, end));
            start = end;
        }
        return parts;
    }

    /** After a strong mark if there is one, else after a comma, else after a word; not so early that little is left over. */
    private static int bestEnd(List<Sound> sounds, int start, int end) {
        for (String marks : List.of(".!?…;:—", ",)")) {
            for (int at = end; at > start + (end - start) / 4; at--) {
                Sound last = sounds.get(at - 1);
                if (last instanceof Sound.Mark && last.spaceAfter()
                        && marks.contains(last.phonemes().substring(0, 1))) {
                    return at;
                }
            }
        }
        for (int at = end; at > start; at--) {
            if (sounds.get(at - 1).spaceAfter()) {
                return at;
            }
        }
        return end;
    }

    /** A word of more symbols than fit is spoken in several parts, each with its share of the letters as its source. */
    private static List<Sound> divide(Sound sound) {
        if (!(sound instanceof Sound.Word word) || word.phonemes().length() <= MAXIMUM_SYMBOLS) {
            return List.of(sound);
        }
        List<Sound> parts = new ArrayList<>();
        String phonemes = word.phonemes();
        String[] spoken = word.spoken().split(" ");
        int start = 0;
        while (start < phonemes.length()) {
            int end = Math.min(phonemes.length(), start + MAXIMUM_SYMBOLS);
            int space = phonemes.lastIndexOf(' ', end - 1);
            if (end < phonemes.length() && space > start) {
                end = space;
            }
            String part = phonemes.substring(start, end).strip();
            if (!part.isEmpty()) {
                int letters = word.start() + share(word.end() - word.start(), start, phonemes.length());
                int lettersEnd = word.start() + share(word.end() - word.start(), end, phonemes.length());
                String words = String.join(" ", Arrays.asList(spoken).subList(
                        share(spoken.length, start, phonemes.length()), share(spoken.length, end, phonemes.length())));
                parts.add(new Sound.Word(letters, Math.max(letters + 1, lettersEnd), words, part, word.decidedBy(),
                        word.explanation(), end < phonemes.length() || word.spaceAfter()));
            }
            start = end;
        }
        return parts;
    }

    private static int share(int of, int part, int whole) {
        return (int) ((long) of * part / whole);
    }
}
