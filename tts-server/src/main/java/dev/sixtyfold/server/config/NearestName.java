package dev.sixtyfold.server.config;

import java.util.Collection;
import java.util.Comparator;

/** For messages about a name that does not exist: the one that was probably meant. */
final class NearestName {

    private NearestName() {}

    /** {@code did you mean "port"?}, or all the names where none is near. */
    static String hint(String name, Collection<String> known) {
        return known.stream().min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .filter(nearest -> distance(name, nearest) <= Math.max(2, nearest.length() / 3))
                .map(nearest -> "did you mean \"" + nearest + "\"?")
                .orElseGet(() -> "known keys: " + String.join(", ", known));
    }

    /** Insertions, deletions and replacements from one to the other (Levenshtein). */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
