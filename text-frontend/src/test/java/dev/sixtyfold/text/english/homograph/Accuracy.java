package dev.sixtyfold.text.english.homograph;

import java.util.Map;
import java.util.TreeMap;

/** How often homographs were read right. */
public final class Accuracy {

    /** For each word the counts of its senses. */
    private final Map<String, Map<String, Count>> counts = new TreeMap<>();

    private record Count(int right, int all) {

        Count plus(Count other) {
            return new Count(right + other.right, all + other.all);
        }

        double share() {
            return (double) right / all;
        }
    }

    /** Counts one example of a word in a sense. */
    public void count(String word, String sense, boolean right) {
        counts.computeIfAbsent(word, added -> new TreeMap<>()).merge(sense, new Count(right ? 1 : 0, 1), Count::plus);
    }

    /** The mean over homographs of the share that was right, each homograph counting the same. */
    public double macro() {
        return counts.values().stream().mapToDouble(senses -> sum(senses).share()).average().orElse(0);
    }

    /** The mean over homographs of the mean over their senses, so that a rare sense counts as much as the usual one. */
    public double balanced() {
        return counts.values().stream()
                .mapToDouble(senses -> senses.values().stream().mapToDouble(Count::share).average().orElse(0)).average()
                .orElse(0);
    }

    /** How many examples there were. */
    public int size() {
        return total().all;
    }

    /** The share of all examples that was right. */
    public double micro() {
        return total().share();
    }

    private Count total() {
        return counts.values().stream().map(Accuracy::sum).reduce(new Count(0, 0), Count::plus);
    }

    private static Count sum(Map<String, Count> senses) {
        return senses.values().stream().reduce(new Count(0, 0), Count::plus);
    }

    @Override
    public String toString() {
        return "%.4f of %d homographs (%.4f of %d examples, %.4f with each sense counting the same)".formatted(macro(),
                counts.size(), micro(), size(), balanced());
    }
}
