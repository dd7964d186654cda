package dev.sixtyfold.text.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A user's lexicon in memory. An entry serves the very letters that it has; one that has no capitals serves other cases
 * too. Immutable.
 */
public final class Lexicon {

    private final String name;
    private final List<LexiconExample> examples;
    /** By what is written, as {@link Words#fold} leaves it. */
    private final Map<String, List<LexiconEntry>> entries = new HashMap<>();
    /** By the first word of phrases, of how many pieces the longest is. */
    private final Map<String, Integer> phrases = new HashMap<>();

    Lexicon(String name, List<LexiconEntry> entries, List<LexiconExample> examples) {
        this.name = name;
        this.examples = List.copyOf(examples);
        for (LexiconEntry entry : entries) {
            Words words = Words.of(entry.written());
            if (words.count() > Limits.PIECES_OF_A_PHRASE) {
                throw LexiconException.at(entry.place(), "\"" + entry.written() + "\" has " + words.count()
                        + " words and marks; a phrase may have " + Limits.PIECES_OF_A_PHRASE);
            }
            String key = words.exact(0, words.count());
            List<LexiconEntry> same = this.entries.getOrDefault(key, new ArrayList<>(1));
            same.add(entry);
            this.entries.put(key, same);
            if (words.count() > 1) {
                phrases.merge(words.exact(0, 1), words.count(), Math::max);
            }
        }
        refuseContradictions();
    }

    private void refuseContradictions() {
        for (List<LexiconEntry> readings : entries.values()) {
            for (int i = 1; i < readings.size(); i++) {
                LexiconEntry entry = readings.get(i);
                for (LexiconEntry before : readings.subList(0, i)) {
                    if (before.use().equals(entry.use())) {
                        throw LexiconException.at(entry.place(),
                                "\"" + entry.written() + "\" has an entry already at line "
                                        + before.place().line() + "; give each a use of its own, or keep one");
                    }
                }
            }
        }
    }

    /** What messages and the source of a word call it. */
    public String name() {
        return name;
    }

    public List<LexiconExample> examples() {
        return examples;
    }

    /** How many words and phrases it has. */
    public int size() {
        return entries.size();
    }

    /** What is said of these letters; nothing is an empty list. */
    List<LexiconEntry> find(String exact, String lower) {
        List<LexiconEntry> found = entries.getOrDefault(exact, List.of());
        return found.isEmpty() ? entries.getOrDefault(lower, List.of()) : found;
    }

    /** Of how many pieces the longest entry is that begins so; at least 1. */
    int longest(String exact, String lower) {
        return Math.max(phrases.getOrDefault(exact, 1), phrases.getOrDefault(lower, 1));
    }
}
