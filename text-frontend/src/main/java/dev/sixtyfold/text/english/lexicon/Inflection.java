package dev.sixtyfold.text.english.lexicon;

import dev.sixtyfold.text.english.reading.Dialect;
import java.util.Optional;
import java.util.function.Predicate;

/** The regular endings of English: what they sound like after a stem, and which stem a written form has. */
enum Inflection {

    /** Plural, third person, possessive. */
    S {
        @Override
        Optional<String> stem(String word, Predicate<String> isKnown) {
            if (word.length() < 3 || !word.endsWith("s")) {
                return Optional.empty();
            }
            Optional<String> bare = word.endsWith("ss") ? Optional.empty() : without(word, 1, "", isKnown);
            if (bare.isPresent()) {
                return bare;
            }
            boolean es = word.length() > 4 && word.endsWith("es") && !word.endsWith("ies");
            if (word.endsWith("'s") || es) {
                Optional<String> stem = without(word, 2, "", isKnown);
                if (stem.isPresent()) {
                    return stem;
                }
            }
            return word.length() > 4 && word.endsWith("ies") ? without(word, 3, "y", isKnown) : Optional.empty();
        }

        // Voiceless after a voiceless sound, a syllable of its own after a sibilant.
        @Override
        String addTo(String stem, Dialect dialect) {
            char last = stem.charAt(stem.length() - 1);
            if ("ptkfθ".indexOf(last) >= 0) {
                return stem + "s";
            }
            return stem + ("szʃʒʧʤ".indexOf(last) >= 0 ? weakVowel(dialect) + "z" : "z");
        }
    },

    /** Past tense. */
    ED {
        @Override
        Optional<String> stem(String word, Predicate<String> isKnown) {
            if (word.length() < 4 || !word.endsWith("d")) {
                return Optional.empty();
            }
            Optional<String> bare = word.endsWith("dd") ? Optional.empty() : without(word, 1, "", isKnown);
            if (bare.isPresent()) {
                return bare;
            }
            return word.length() > 4 && word.endsWith("ed") && !word.endsWith("eed")
                    ? without(word, 2, "", isKnown)
                    : Optional.empty();
        }

        @Override
        String addTo(String stem, Dialect dialect) {
            char last = stem.charAt(stem.length() - 1);
            if ("pkfθʃsʧ".indexOf(last) >= 0) {
                return stem + "t";
            }
            if (last == 'd') {
                return stem + weakVowel(dialect) + "d";
            }
            return last == 't' ? flapped(stem, dialect) + weakVowel(dialect) + "d" : stem + "d";
        }
    },

    /** Present participle and verbal noun. */
    ING {
        @Override
        Optional<String> stem(String word, Predicate<String> isKnown) {
            if (word.length() < 5 || !word.endsWith("ing")) {
                return Optional.empty();
            }
            Optional<String> bare = word.length() > 5 ? without(word, 3, "", isKnown) : Optional.empty();
            return bare.or(() -> without(word, 3, "e", isKnown))
                    .or(() -> doubled(word) ? without(word, 4, "", isKnown) : Optional.empty());
        }

        @Override
        String addTo(String stem, Dialect dialect) {
            return (stem.endsWith("t") ? flapped(stem, dialect) : stem) + "ɪŋ";
        }

        // hug, hugging; panic, panicking.
        private boolean doubled(String word) {
            if (word.length() < 6) {
                return false;
            }
            char last = word.charAt(word.length() - 4);
            char before = word.charAt(word.length() - 5);
            return (last == before && "bcdgklmnprstvxz".indexOf(last) >= 0) || (before == 'c' && last == 'k');
        }
    };

    /** The stem of {@code word}, if it has this ending and the rest is known. */
    abstract Optional<String> stem(String word, Predicate<String> isKnown);

    /** The pronunciation of the form with this ending, from that of the stem, which is not empty. */
    abstract String addTo(String stem, Dialect dialect);

    private static Optional<String> without(String word, int letters, String instead, Predicate<String> isKnown) {
        String stem = word.substring(0, word.length() - letters) + instead;
        return isKnown.test(stem) ? Optional.of(stem) : Optional.empty();
    }

    /** Of an ending that is a syllable of its own. */
    private static String weakVowel(Dialect dialect) {
        return switch (dialect) {
            case AMERICAN -> "ᵻ";
            case BRITISH -> "ɪ";
        };
    }

    /** American English flaps a t between a vowel (or r) and the ending's vowel. */
    private static String flapped(String stem, Dialect dialect) {
        if (dialect != Dialect.AMERICAN) {
            return stem;
        }
        int last = stem.length() - 1;
        boolean afterVowel = last > 0 && "AIOWYiuæɑəɛɪɹʊʌ".indexOf(stem.charAt(last - 1)) >= 0;
        return afterVowel ? stem.substring(0, last) + "ɾ" : stem;
    }
}
