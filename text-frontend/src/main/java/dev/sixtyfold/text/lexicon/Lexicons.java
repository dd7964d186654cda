package dev.sixtyfold.text.lexicon;

import dev.sixtyfold.text.markup.Instruction.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * The lexicons that hold for a text, the nearest first: those of the request, of its caller, of the server. The longest
 * phrase wins; of two that are as long, that of the nearer lexicon. Immutable.
 */
public final class Lexicons {

    public static final Lexicons NONE = new Lexicons(List.of());

    /** Parts of speech in which an s at the end is an ending. */
    private static final Set<String> WITH_ENDING = Set.of("NNS", "NNPS", "NNP", "VBZ");
    private static final Set<String> PROPER = Set.of("NNP", "NNPS");

    private final List<Layer> layers;

    private record Layer(Lexicon lexicon, Origin origin) {}

    private Lexicons(List<Layer> layers) {
        this.layers = List.copyOf(layers);
    }

    /** These before all that are there already, under their own names. */
    public Lexicons and(List<Lexicon> nearer) {
        return and(nearer.stream().map(lexicon -> new Layer(lexicon, Origin.lexicon(lexicon.name()))).toList(), this);
    }

    /** What a request brings along, before all others. */
    public Lexicons andOfRequest(Lexicon lexicon) {
        return and(List.of(new Layer(lexicon, Origin.REQUEST_LEXICON)), this);
    }

    private static Lexicons and(List<Layer> nearer, Lexicons further) {
        List<Layer> all = new ArrayList<>(nearer);
        all.addAll(further.layers);
        return new Lexicons(all);
    }

    public boolean isEmpty() {
        return layers.isEmpty();
    }

    /**
     * What the lexicons have of a text, from left to right, without overlaps. Takes time linear in the text's length.
     *
     * @param tags
     *            the part of speech (Penn Treebank) of the word at a UTF-16 unit of the text; asked only where it decides
     * @param excluded
     *            entries that are not used: those whose alias {@code text} is
     */
    public List<Match> match(String text, IntFunction<String> tags, Set<LexiconEntry> excluded) {
        if (layers.isEmpty()) {
            return List.of();
        }
        List<Match> matches = new ArrayList<>();
        Words words = Words.of(text);
        int at = 0;
        while (at < words.count()) {
            int start = at;
            Predicate<LexiconEntry> holds = entry -> !excluded.contains(entry) && (entry.use().tags().isEmpty()
                    || entry.use().holds(tags.apply(words.start(start))));
            Optional<Match> match = longest(words, at, holds).or(() -> inflected(words, start, tags, holds));
            if (match.isPresent()) {
                matches.add(match.get());
                while (at < words.count() && words.start(at) < match.get().end()) {
                    at++;
                }
            } else {
                at++;
            }
        }
        return matches;
    }

    private Optional<Match> longest(Words words, int at, Predicate<LexiconEntry> holds) {
        int longest = 1;
        for (Layer layer : layers) {
            longest = Math.max(longest, layer.lexicon.longest(words.exact(at, at + 1), words.lower(at, at + 1)));
        }
        for (int length = Math.min(longest, words.count() - at); length > 0; length--) {
            String exact = words.exact(at, at + length);
            String lower = words.lower(at, at + length);
            int end = at + length;
            for (Layer layer : layers) {
                Optional<LexiconEntry> entry = choose(layer.lexicon.find(exact, lower), holds);
                if (entry.isPresent()) {
                    return Optional.of(match(words, at, end, entry.get(), layer.origin));
                }
            }
        }
        return Optional.empty();
    }

    /** The possessive belongs to the word. */
    private static Match match(Words words, int from, int to, LexiconEntry entry, Origin origin) {
        boolean possessive = words.piece(to).equals("'") && words.piece(to + 1).equalsIgnoreCase("s");
        return possessive
                ? new Match(words.start(from), words.end(to + 1), entry, "'s", origin)
                : new Match(words.start(from), words.end(to - 1), entry, "", origin);
    }

    /** A word that is an entry and an s: "Kowalczyks". */
    private Optional<Match> inflected(Words words, int at, IntFunction<String> tags, Predicate<LexiconEntry> holds) {
        String exact = words.exact(at, at + 1);
        if (exact.length() < 4 || !exact.endsWith("s") || exact.endsWith("ss")) {
            return Optional.empty();
        }
        String lower = words.lower(at, at + 1);
        for (String ending : exact.endsWith("es") ? List.of("s", "es") : List.of("s")) {
            String stem = exact.substring(0, exact.length() - ending.length());
            String lowerStem = lower.substring(0, Math.max(0, lower.length() - ending.length()));
            for (Layer layer : layers) {
                List<LexiconEntry> found = layer.lexicon.find(stem, lowerStem);
                if (found.isEmpty() || !isInflection(tags.apply(words.start(at)), found.getFirst(), stem)) {
                    continue;
                }
                // The plural of a noun is one; an entry for verbs holds for the third person.
                Optional<LexiconEntry> entry = choose(found, holds);
                if (entry.isPresent()) {
                    return Optional.of(new Match(words.start(at), words.end(at), entry.get(), ending, layer.origin));
                }
            }
        }
        return Optional.empty();
    }

    /** "News" is not "new" and an s, and "Fox News" not either. */
    private static boolean isInflection(String tag, LexiconEntry entry, String stem) {
        return WITH_ENDING.contains(tag) && (!PROPER.contains(tag) || entry.written().equals(stem));
    }

    /** The entry for this use before the one for any. */
    private static Optional<LexiconEntry> choose(List<LexiconEntry> found, Predicate<LexiconEntry> holds) {
        Optional<LexiconEntry> general = Optional.empty();
        for (LexiconEntry entry : found) {
            if (holds.test(entry)) {
                if (!entry.use().tags().isEmpty()) {
                    return Optional.of(entry);
                }
                general = general.or(() -> Optional.of(entry));
            }
        }
        return general;
    }
}
