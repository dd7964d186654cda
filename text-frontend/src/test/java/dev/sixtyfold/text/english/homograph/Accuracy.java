package dev.sixtyfold.text.english.homograph;

import java.util.Map;
import java.util.TreeMap;

/** How often homographs were read right, each homograph counting the same. */
public final class Accuracy {

    private final Map<String, Count> counts = new TreeMap<>();

    private record Count(int right, int all) {}

    public void count(String word, boolean right) {
        counts.merge(word, new Count(right ? 1 : 0, 1),
                (one, other) -> new Count(one.right + other.right, one.all + other.all));
    }

    /** The mean over homographs of the share that was right. */
    public double macro() {
        return counts.values().stream().mapToDouble(count -> (double) count.right / count.all).average().orElse(0);
    }

    /** How many examples there were. */
    public int size() {
        return counts.values().stream().mapToInt(Count::all).sum();
    }

    /** The share of all examples that was right. */
    public double micro() {
        return (double) counts.values().stream().mapToInt(Count::right).sum() / size();
    }

    @Override
    public String toString() {
        return "%.4f of %d homographs (%.4f of %d examples)".formatted(macro(), counts.size(), micro(), size());
    }
}
