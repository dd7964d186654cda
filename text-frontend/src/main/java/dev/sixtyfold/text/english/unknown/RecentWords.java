package dev.sixtyfold.text.english.unknown;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * What was worked out for the words that were asked for lately: a name comes back in most texts that have it. Each word has
 * one place, by its hash, and takes it from the word before: bounded, without locks, and never wrong, since what is worked
 * out depends on the word alone.
 */
final class RecentWords {

    /** A power of two. */
    private static final int PLACES = 4096;
    /** Longer ones do not come back, and would hold memory. */
    private static final int LONGEST = 48;

    private final Function<String, Optional<String>> reader;
    private final AtomicReferenceArray<Known> places = new AtomicReferenceArray<>(PLACES);

    /**
     * Keeps what {@code reader} works out.
     *
     * @param reader
     *            gives the same for the same word, always
     */
    RecentWords(Function<String, Optional<String>> reader) {
        this.reader = reader;
    }

    private record Known(String word, Optional<String> phonemes) {}

    Optional<String> read(String word) {
        if (word.length() > LONGEST) {
            return reader.apply(word);
        }
        int hash = word.hashCode();
        int place = (hash ^ hash >>> 16) & (PLACES - 1);
        Known known = places.get(place);
        if (known == null || !known.word.equals(word)) {
            known = new Known(word, reader.apply(word));
            places.set(place, known);
        }
        return known.phonemes;
    }
}
