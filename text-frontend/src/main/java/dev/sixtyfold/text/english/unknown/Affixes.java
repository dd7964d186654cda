package dev.sixtyfold.text.english.unknown;

import dev.sixtyfold.text.english.lexicon.Emphasis;
import dev.sixtyfold.text.english.reading.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes a new word apart: a known word with something before it ("unfollow"), with something after it ("blockchainlike"),
 * or two known words in one ("moonbase").
 */
final class Affixes {

    /** Shorter rests are known words by chance. */
    private static final int SHORTEST_REST = 4;
    private static final int SHORTEST_HALF = 4;

    private final List<Affix> prefixes;
    private final List<Affix> suffixes;

    private record Affix(String letters, String phonemes) {}

    Affixes(Dialect dialect) {
        this.prefixes = affixes("prefix", dialect);
        this.suffixes = affixes("suffix", dialect);
    }

    private static List<Affix> affixes(String kind, Dialect dialect) {
        return UnknownTable.rows("affixes.tsv", 4).stream().filter(row -> row.getFirst().equals(kind))
                .map(row -> new Affix(row.get(1), UnknownTable.phonemes(row, dialect))).toList();
    }

    /**
     * The phonemes of a word of small letters.
     *
     * @param known
     *            the phonemes of a word that needs no guess
     */
    Optional<String> read(String word, Function<String, Optional<String>> known) {
        if (!word.equals(word.toLowerCase(Locale.ROOT)) || !word.chars().allMatch(Character::isLetter)) {
            return Optional.empty();
        }
        return withSuffix(word, known).or(() -> withPrefix(word, known)).or(() -> compound(word, known));
    }

    private Optional<String> withPrefix(String word, Function<String, Optional<String>> known) {
        for (Affix prefix : prefixes) {
            int rest = word.length() - prefix.letters.length();
            if (rest >= SHORTEST_REST && word.startsWith(prefix.letters)) {
                String stem = word.substring(prefix.letters.length());
                Optional<String> read = known.apply(stem).or(() -> withSuffix(stem, known));
                if (read.isPresent()) {
                    return read.map(prefix.phonemes::concat);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> withSuffix(String word, Function<String, Optional<String>> known) {
        for (Affix suffix : suffixes) {
            int rest = word.length() - suffix.letters.length();
            if (rest >= SHORTEST_REST && word.endsWith(suffix.letters)) {
                String stem = word.substring(0, rest);
                Optional<String> read = known.apply(stem)
                        .or(() -> suffix.letters.equals("able") ? known.apply(stem + "e") : Optional.empty());
                if (read.isPresent()) {
                    return read.map(phonemes -> joined(phonemes, suffix.phonemes));
                }
            }
        }
        return Optional.empty();
    }

    /** A suffix with the main stress takes it from the word. */
    private static String joined(String stem, String suffix) {
        return (suffix.indexOf('ˈ') >= 0 ? Emphasis.weaken(stem) : stem) + suffix;
    }

    private static Optional<String> compound(String word, Function<String, Optional<String>> known) {
        for (int at = SHORTEST_HALF; at <= word.length() - SHORTEST_HALF; at++) {
            List<String> halves = new ArrayList<>();
            known.apply(word.substring(0, at)).ifPresent(halves::add);
            known.apply(word.substring(at)).map(Emphasis::weaken).ifPresent(halves::add);
            if (halves.size() == 2) {
                return Optional.of(String.join("", halves));
            }
        }
        return Optional.empty();
    }
}
