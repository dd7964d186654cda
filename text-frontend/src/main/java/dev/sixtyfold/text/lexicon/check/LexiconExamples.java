package dev.sixtyfold.text.lexicon.check;

import dev.sixtyfold.speech.SpokenWord;
import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.text.alphabet.Accent;
import dev.sixtyfold.text.lexicon.Lexicon;
import dev.sixtyfold.text.lexicon.LexiconExample;
import dev.sixtyfold.text.lexicon.LexiconException;
import dev.sixtyfold.text.lexicon.Lexicons;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the examples of a lexicon and compares. */
public final class LexiconExamples {

    private static final int MOST_DIFFERENCES_IN_A_MESSAGE = 5;

    private LexiconExamples() {}

    /** A frontend that reads a text with lexicons. */
    @FunctionalInterface
    public interface Reader {
        List<Utterance> read(String text, Lexicons lexicons);
    }

    /**
     * Where the lexicon's examples are not read as it says, a line for each, with its place, what is expected and what is
     * read. None if all is as it should be.
     *
     * @param reader
     *            of the voice that the lexicon is for
     */
    public static List<String> differences(Lexicon lexicon, Reader reader) {
        Lexicons own = Lexicons.NONE.and(List.of(lexicon));
        List<String> differences = new ArrayList<>();
        for (LexiconExample example : lexicon.examples()) {
            compare(example, reader.read(example.text(), own), differences);
        }
        return differences;
    }

    /**
     * Does nothing if all examples are read as the lexicon says.
     *
     * @throws LexiconException
     *             with the differences otherwise
     */
    public static void require(Lexicon lexicon, Reader reader) {
        List<String> differences = differences(lexicon, reader);
        if (!differences.isEmpty()) {
            int more = differences.size() - MOST_DIFFERENCES_IN_A_MESSAGE;
            throw new LexiconException("lexicon " + lexicon.name() + " breaks its own examples: " + differences.stream()
                    .limit(MOST_DIFFERENCES_IN_A_MESSAGE).collect(Collectors.joining("; "))
                    + (more > 0 ? "; and " + more + " more" : ""));
        }
    }

    private static void compare(LexiconExample example, List<Utterance> read, List<String> differences) {
        String place = example.place() + ": ";
        example.spoken().ifPresent(expected -> {
            String spoken = joined(read, Utterance::normalized);
            if (!plainWords(spoken).equals(plainWords(expected))) {
                differences.add(place + "is read as \"" + spoken + "\", not \"" + expected + "\"");
            }
        });
        example.phonemes().ifPresent(expected -> {
            String phonemes = joined(read, utterance -> utterance.phonemes().symbols());
            if (!sound(phonemes, expected)) {
                differences.add(place + "sounds /" + phonemes + "/, not /" + expected + "/");
            }
        });
        example.words().forEach((word, expected) -> {
            Optional<SpokenWord> found = find(word, read);
            if (found.isEmpty()) {
                differences.add(place + "\"" + word + "\" is no word of the example");
            } else if (!sound(found.get().phonemes(), expected)
                    && !(found.get().text().length() > word.length() && begins(found.get().phonemes(), expected))) {
                differences.add(place + "\"" + word + "\" sounds /" + found.get().phonemes() + "/, not /" + expected
                        + "/ (" + found.get().decidedBy() + ")");
            }
        });
    }

    /** The word itself, or with an ending. */
    private static Optional<SpokenWord> find(String word, List<Utterance> read) {
        List<SpokenWord> words = read.stream().flatMap(utterance -> utterance.phonemes().words().stream()).toList();
        return words.stream().filter(spoken -> spoken.text().equalsIgnoreCase(word)).findFirst()
                .or(() -> words.stream().filter(spoken -> spoken.text().toLowerCase(Locale.ROOT)
                        .startsWith(word.toLowerCase(Locale.ROOT))).findFirst());
    }

    private static boolean sound(String phonemes, String expected) {
        return accents(expected).anyMatch(sounds -> sounds.equals(plainSounds(phonemes)));
    }

    private static boolean begins(String phonemes, String expected) {
        return accents(expected).anyMatch(sounds -> plainSounds(phonemes).startsWith(sounds));
    }

    /** The voice may be of either accent. */
    private static Stream<String> accents(String expected) {
        return Stream.of(Accent.values()).map(accent -> plainSounds(accent.adapt(expected)));
    }

    /** Without punctuation and spaces, flap and glottal stop as the voices have them. */
    private static String plainSounds(String phonemes) {
        return phonemes.replaceAll("[^\\p{L}ˈˌː]", "").replace('ɾ', 'T').replace('ʔ', 't');
    }

    private static String plainWords(String spoken) {
        return spoken.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}']+", " ").strip();
    }

    private static String joined(List<Utterance> read, Function<Utterance, String> part) {
        return read.stream().map(part).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }
}
