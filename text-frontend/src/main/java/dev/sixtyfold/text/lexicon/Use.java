package dev.sixtyfold.text.lexicon;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The uses of a word for which an entry holds.
 *
 * @param tags
 *            of the Penn Treebank; empty for any use
 */
public record Use(Set<String> tags) {

    public static final Use ANY = new Use(Set.of());

    private static final Set<String> NOUN = Set.of("NN", "NNS", "NNP", "NNPS");
    private static final Set<String> VERB = Set.of("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD");
    private static final Set<String> ADJECTIVE = Set.of("JJ", "JJR", "JJS");
    private static final Set<String> ADVERB = Set.of("RB", "RBR", "RBS");

    private static final Map<String, Set<String>> CLASSES = Map.ofEntries(Map.entry("noun", NOUN), Map.entry("verb",
            VERB), Map.entry("adjective", ADJECTIVE), Map.entry("adj", ADJECTIVE), Map.entry("adverb", ADVERB),
            Map
                    .entry("adv", ADVERB),
            Map.entry("proper-noun", Set.of("NNP", "NNPS")), Map.entry("past",
                    Set.of("VBD", "VBN")),
            Map.entry("present", Set.of("VB", "VBP", "VBZ")), Map.entry("preposition", Set.of(
                    "IN", "TO")),
            Map.entry("any", Set.of()));

    private static final Set<String> TAGS = Set.of("CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD",
            "NN", "NNS", "NNP", "NNPS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB",
            "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB");

    public Use {
        tags = Set.copyOf(tags);
    }

    /** A part of speech such as {@code noun} in any case, or a tag of the Penn Treebank such as {@code VBD}. */
    static Optional<Use> named(String name) {
        String upper = name.strip().toUpperCase(Locale.ROOT);
        if (TAGS.contains(upper)) {
            return Optional.of(new Use(Set.of(upper)));
        }
        return Optional.ofNullable(CLASSES.get(name.strip().toLowerCase(Locale.ROOT))).map(Use::new);
    }

    /** For messages. */
    static String known() {
        return String.join(", ", new TreeSet<>(CLASSES.keySet())) + " or a tag of the Penn Treebank such as VBD";
    }

    boolean holds(String tag) {
        return tags.contains(tag);
    }
}
