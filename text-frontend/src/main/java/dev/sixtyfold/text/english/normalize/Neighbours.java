package dev.sixtyfold.text.english.normalize;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The classes of words that decide how a number beside them is read, as the resource {@code neighbours.txt} has them. */
final class Neighbours {

    /** The classes of the resource. */
    enum Kind {
        SIZED, EXTENT, HEAT, OPENING, CALIBRE, BATTING, VERSIONED, LABELLED, LABELLING, DOCKETED, WEIGHING, KELVIN,
        JEWEL, PRICED, YIELDING, TIMED, NUMEROUS, LETTERED, PAYING, DENOMINATED, POURED,
        POINTED, DIALLED, TENNIS, SERVED
    }

    private final Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);

    Neighbours() {
        for (List<String> row : ResourceTable.rows("neighbours.txt", 1)) {
            String line = row.getFirst();
            int colon = line.indexOf(':');
            words.computeIfAbsent(Kind.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT)),
                    kind -> new HashSet<>()).addAll(Arrays.asList(line.substring(colon + 1).strip().split(" ")));
        }
    }

    /**
     * Whether a word is of a class.
     *
     * @param word
     *            in lower case
     */
    boolean is(Kind kind, String word) {
        return words.getOrDefault(kind, Set.of()).contains(word);
    }

    /** Whether a word of the class is anywhere in the sentence. */
    boolean mentions(Tokens tokens, Kind kind) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isWord(i) && is(kind, tokens.lower(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the measure between two tokens says what size the thing is that follows: "a 5 km run", "3.5mm jack". */
    boolean isSizeOfThing(Tokens tokens, int at, int next) {
        if (!tokens.isSpacedFrom(next) || !tokens.isWord(next)) {
            return false;
        }
        String thing = tokens.lower(next);
        return is(Kind.SIZED, thing)
                || (isOne(tokens.lower(at - 1)) && !is(Kind.EXTENT, thing) && !isFunctionWord(thing))
                || (isOne(tokens.lower(at - 1)) && isAdjective(tokens, next));
    }

    /** How many tokens the c of "2 c. flour" and "2 c milk" has; 0 if it is none. */
    int cup(Tokens tokens, int at) {
        if (!tokens.isSpacedFrom(at)) {
            return 0;
        }
        boolean split = tokens.isAt(at, "c") && tokens.isGlued(at) && tokens.isAt(at + 1, ".");
        int next = at + (split ? 2 : 1);
        boolean stop = split || tokens.isAt(at, "c.");
        boolean thing = stop
                ? tokens.isWord(next) && !tokens.isCapitalised(next)
                : tokens.isAt(at, "c") && tokens.isSpacedFrom(next) && is(Kind.POURED, tokens.lower(next));
        return thing ? next - at : 0;
    }

    /** "a 6 ft tall man". */
    private boolean isAdjective(Tokens tokens, int at) {
        return is(Kind.EXTENT, tokens.lower(at)) && tokens.isSpacedFrom(at + 1) && tokens.isWord(at + 1)
                && !isFunctionWord(tokens.lower(at + 1)) && !is(Kind.EXTENT, tokens.lower(at + 1))
                && !isFunctionWord(tokens.lower(at));
    }

    private static boolean isOne(String word) {
        return switch (word) {
            case "a", "an", "another", "each", "every", "single" -> true;
            default -> false;
        };
    }

    /** A word that goes on with the sentence rather than naming a thing. */
    static boolean isFunctionWord(String word) {
        return switch (word) {
            case "a", "an", "the", "per", "each", "for", "to", "in", "on", "at", "of", "and", "or", "but", "is", "was",
                    "are", "were", "from", "by", "more", "less", "with", "when", "if", "so", "as", "than", "then",
                    "before", "after", "into", "onto", "off", "up", "down", "north", "south", "east", "west", "later",
                    "ago", "while", "that", "which", "it", "he", "she", "they", "we", "you", "i" ->
                true;
            default -> false;
        };
    }
}
