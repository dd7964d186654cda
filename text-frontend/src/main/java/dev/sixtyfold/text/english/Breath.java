package dev.sixtyfold.text.english;

import dev.sixtyfold.text.english.pronounce.Sound;
import dev.sixtyfold.text.english.segment.Clauses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Divides a sentence that is too long for the acoustic model into parts of about the same length, each division at the best
 * place that is not far from where it should be.
 */
final class Breath {

    /** Comfortable; voices take 510 at most. */
    static final int MAXIMUM_SYMBOLS = 400;
    /** What a part should have at most if there are good places. */
    private static final int USUAL_SYMBOLS = 320;
    /** A place that is off by a whole part is as bad as so much more cost. */
    private static final double COST_OF_DISTANCE = 24;
    private static final int ENCLOSED = 4;
    /** What stands for the same letters, the words of an alias, belongs into one part if it fits at all. */
    private static final double SAME_SOURCE = 1e6;

    private final String text;
    private final List<Sound> sounds;
    /** Symbols before each sound, and of all. */
    private final int[] before;
    /** Whether a quotation or a bracket is open before each sound. */
    private final boolean[] enclosed;

    private Breath(String text, List<Sound> sounds) {
        this.text = text;
        this.sounds = sounds;
        this.before = new int[sounds.size() + 1];
        this.enclosed = new boolean[sounds.size() + 1];
        boolean quoted = false;
        for (int i = 0; i < sounds.size(); i++) {
            Sound sound = sounds.get(i);
            before[i + 1] = before[i] + sound.phonemes().length() + (sound.spaceAfter() ? 1 : 0);
            if (sound instanceof Sound.Mark) {
                quoted = "(“".indexOf(sound.phonemes().charAt(0)) >= 0
                        || (quoted && ")”".indexOf(sound.phonemes().charAt(0)) < 0);
            }
            enclosed[i + 1] = quoted;
        }
    }

    /**
     * The sounds in parts of at most {@link #MAXIMUM_SYMBOLS} symbols each; a single empty part for none.
     *
     * @param text
     *            that the sounds have their places in
     */
    static List<List<Sound>> split(String text, List<Sound> sentence) {
        return new Breath(text, sentence.stream().flatMap(sound -> divide(text, sound).stream()).toList())
                .withOwnSources();
    }

    /** Where the words of one alias fill several parts, each part has its share of the letters as their source. */
    private List<List<Sound>> withOwnSources() {
        List<List<Sound>> parts = parts();
        int first = 0;
        while (first + 1 < parts.size()) {
            Sound alias = parts.get(first).getLast();
            int last = first;
            while (last + 1 < parts.size() && parts.get(last + 1).getFirst().start() < alias.end()) {
                last++;
            }
            int characters = text.codePointCount(alias.start(), alias.end());
            for (int i = first; i <= last && last > first; i++) {
                int from = text.offsetByCodePoints(alias.start(), share(characters, i - first, last - first + 1));
                int to = text.offsetByCodePoints(alias.start(), share(characters, i - first + 1, last - first + 1));
                parts.set(i, parts.get(i).stream()
                        .map(sound -> sound.start() >= alias.start() && sound.end() <= alias.end()
                                ? sound.withPlace(from, to)
                                : sound)
                        .toList());
            }
            first = Math.max(last, first + 1);
        }
        return parts;
    }

    private List<List<Sound>> parts() {
        List<List<Sound>> parts = new ArrayList<>();
        int start = 0;
        while (sounds.size() - start > 1 && before[sounds.size()] - before[start] > MAXIMUM_SYMBOLS) {
            int end = bestEnd(start);
            parts.add(sounds.subList(start, end));
            start = end;
        }
        parts.add(sounds.subList(start, sounds.size()));
        return parts;
    }

    private int bestEnd(int start) {
        int left = before[sounds.size()] - before[start];
        int count = Math.ceilDiv(left, USUAL_SYMBOLS);
        double target = (double) left / count;
        int best = start + 1;
        double bestCost = Double.POSITIVE_INFINITY;
        for (int end = start + 1; end < sounds.size() && before[end] - before[start] <= MAXIMUM_SYMBOLS; end++) {
            double distance = (before[end] - before[start] - target) / target;
            double cost = placeCost(end) + COST_OF_DISTANCE * distance * distance;
            if (cost <= bestCost) {
                bestCost = cost;
                best = end;
            }
        }
        return best;
    }

    /** The cost of a division before the sound at {@code at}. */
    private double placeCost(int at) {
        Sound last = sounds.get(at - 1);
        if (sounds.get(at).start() < last.end()) {
            return SAME_SOURCE;
        }
        if (!last.spaceAfter()) {
            return 4 * Clauses.WITHIN_NAME_OR_NUMBER;
        }
        Sound next = sounds.get(at);
        String mark = last.phonemes();
        String written = last instanceof Sound.Mark
                ? mark.substring(mark.length() - 1)
                : text.substring(last.start(), last.end());
        return Clauses.cost(written, text.substring(next.start(), next.end())) + (enclosed[at] ? ENCLOSED : 0);
    }

    /** A word of more symbols than fit is spoken in several parts, each with its share of the letters as its source. */
    private static List<Sound> divide(String text, Sound sound) {
        if (!(sound instanceof Sound.Word word) || word.phonemes().length() <= MAXIMUM_SYMBOLS) {
            return List.of(sound);
        }
        List<Sound> parts = new ArrayList<>();
        String phonemes = word.phonemes();
        String[] spoken = word.spoken().split(" ");
        int characters = text.codePointCount(word.start(), word.end());
        int start = 0;
        while (start < phonemes.length()) {
            int end = Math.min(phonemes.length(), start + MAXIMUM_SYMBOLS);
            int space = phonemes.lastIndexOf(' ', end - 1);
            // A part that is too short would have no letter of its own.
            if (end < phonemes.length() && space > start + MAXIMUM_SYMBOLS / 2) {
                end = space;
            }
            String part = phonemes.substring(start, end).strip();
            if (!part.isEmpty()) {
                int letters = text.offsetByCodePoints(word.start(), share(characters, start, phonemes.length()));
                int lettersEnd = text.offsetByCodePoints(word.start(), share(characters, end, phonemes.length()));
                String words = String.join(" ", Arrays.asList(spoken).subList(
                        share(spoken.length, start, phonemes.length()), share(spoken.length, end, phonemes.length())));
                parts.add(new Sound.Word(letters, lettersEnd, words, part, word.decidedBy(),
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
