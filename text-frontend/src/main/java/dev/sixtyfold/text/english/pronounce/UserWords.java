package dev.sixtyfold.text.english.pronounce;

import dev.sixtyfold.text.english.lexicon.KnownWords;
import dev.sixtyfold.text.english.reading.Dialect;
import dev.sixtyfold.text.lexicon.LexiconEntry;
import dev.sixtyfold.text.lexicon.Lexicons;
import dev.sixtyfold.text.lexicon.Match;
import dev.sixtyfold.text.lexicon.Target;
import dev.sixtyfold.text.markup.Instruction;
import dev.sixtyfold.text.markup.Instruction.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** What the lexicons of users ask of a sentence. */
record UserWords(Lexicons lexicons, Dialect dialect) {

    static final UserWords NONE = new UserWords(Lexicons.NONE, Dialect.AMERICAN);

    /** An alias may hold words that have an alias, and so on; not without end. */
    private static final int LONGEST_ALIAS = 4000;

    boolean isEmpty() {
        return lexicons.isEmpty();
    }

    /**
     * Adds what the lexicons have of a sentence to what is asked of it already, which stands.
     *
     * @param offset
     *            of the sentence in the text that the directions are about
     * @param tags
     *            the part of speech at a UTF-16 unit of {@code text}
     * @param reader
     *            reads the text of an alias
     */
    void addTo(Directions directions, String text, int offset, IntFunction<String> tags,
            BiFunction<String, Directions, List<Sound>> reader) {
        List<Instruction> found = new ArrayList<>();
        for (Match match : lexicons.match(text, tags, Set.of())) {
            switch (match.entry().target()) {
                case Target.Phonemes sounds -> found.add(new Instruction.Pronunciation(offset + match.start(),
                        offset + match.end(), withEnding(sounds, match), match.origin()));
                case Target.Alias alias -> found.add(alias(directions, match, offset, alias, reader));
            }
        }
        directions.addWhereFree(found);
    }

    private String withEnding(Target.Phonemes sounds, Match match) {
        String phonemes = dialect.accent().adapt(sounds.phonemes());
        return match.ending().isEmpty() ? phonemes : KnownWords.withS(phonemes, dialect);
    }

    private Instruction alias(Directions directions, Match match, int offset, Target.Alias alias,
            BiFunction<String, Directions, List<Sound>> reader) {
        Set<LexiconEntry> used = new HashSet<>(Set.of(match.entry()));
        String spoken = expanded(alias.spoken(), used) + match.ending();
        Directions inside = Directions.none();
        for (Match inner : lexicons.match(spoken, UserWords::noTag, used)) {
            if (inner.entry().target() instanceof Target.Phonemes sounds) {
                inside.add(new Instruction.Pronunciation(inner.start(), inner.end(), withEnding(sounds, inner),
                        inner.origin()));
            }
        }
        Origin origin = match.origin();
        if (inside.isEmpty()) {
            return new Instruction.Alias(offset + match.start(), offset + match.end(), spoken, origin);
        }
        List<Sound> read = reader.apply(spoken, inside);
        String phonemes = read.stream().filter(Sound.Word.class::isInstance).map(Sound::phonemes)
                .collect(Collectors.joining(" "));
        Instruction.Pronunciation whole = new Instruction.Pronunciation(offset + match.start(),
                offset + match.end(), phonemes, origin);
        directions.putInWords(whole, spoken);
        return whole;
    }

    /** Entries for one use only do not hold inside an alias. */
    private static String noTag(int at) {
        return "";
    }

    /** The alias with the aliases in it, each entry once at most. */
    private String expanded(String spoken, Set<LexiconEntry> used) {
        StringBuilder expanded = new StringBuilder();
        int at = 0;
        for (Match inner : lexicons.match(spoken, UserWords::noTag, used)) {
            boolean first = inner.entry().target() instanceof Target.Alias && used.add(inner.entry());
            if (first && inner.entry().target() instanceof Target.Alias alias && expanded.length() < LONGEST_ALIAS) {
                expanded.append(spoken, at, inner.start()).append(expanded(alias.spoken(), used))
                        .append(inner.ending());
                at = inner.end();
            }
        }
        return expanded.append(spoken, at, spoken.length()).toString();
    }
}
