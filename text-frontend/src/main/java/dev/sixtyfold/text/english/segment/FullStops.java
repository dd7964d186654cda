package dev.sixtyfold.text.english.segment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The classes of short forms and other words that decide whether a full stop ends a sentence, as the resource
 * {@code full-stops.txt} has them.
 */
final class FullStops {

    /** The classes of the resource. */
    enum Kind {
        TITLE, LINK, NUMBERED, INSIDE, CLOCK, LIST, START, NAME, CLOCK_NEXT, SPEECH, MARKED_NAME
    }

    private static final String RESOURCE = "full-stops.txt";

    private final Map<Kind, Set<String>> words;

    private FullStops(Map<Kind, Set<String>> words) {
        this.words = words;
    }

    static FullStops load() {
        Map<Kind, Set<String>> words = new HashMap<>();
        try (InputStream stream = FullStops.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int colon = line.indexOf(':');
                if (colon > 0 && line.charAt(0) != '#') {
                    Kind kind = Kind.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT).replace('-', '_'));
                    words.computeIfAbsent(kind, any -> new HashSet<>())
                            .addAll(Arrays.asList(line.substring(colon + 1).strip().split(" +")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FullStops(Map.copyOf(words));
    }

    /**
     * Whether a word is of a class.
     *
     * @param word
     *            in lower case, without its last full stop
     */
    boolean is(Kind kind, String word) {
        return words.getOrDefault(kind, Set.of()).contains(word);
    }

    /** Whether a word is short for something, so that its full stop need not be the sentence's. */
    boolean isShortForm(String word) {
        return is(Kind.TITLE, word) || is(Kind.LINK, word) || is(Kind.NUMBERED, word) || is(Kind.INSIDE, word)
                || is(Kind.CLOCK, word) || is(Kind.LIST, word);
    }
}
