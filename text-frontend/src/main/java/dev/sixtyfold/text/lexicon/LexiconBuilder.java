package dev.sixtyfold.text.lexicon;

import dev.sixtyfold.text.alphabet.PhoneticAlphabet;
import dev.sixtyfold.text.alphabet.UnreadablePhonemesException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what a form of lexicon says, and refuses what cannot be meant; the same for all forms. */
final class LexiconBuilder {

    private final List<LexiconEntry> entries = new ArrayList<>();
    private final List<LexiconExample> examples = new ArrayList<>();

    PhoneticAlphabet alphabet(Place place, String name) {
        return PhoneticAlphabet.named(name).orElseThrow(() -> LexiconException.at(place,
                "there is no alphabet \"" + shortened(name) + "\"; use ipa or x-sampa"));
    }

    Use use(Place place, String name) {
        return Use.named(name).orElseThrow(() -> LexiconException.at(place,
                "there is no use \"" + shortened(name) + "\"; there are " + Use.known()));
    }

    Target phonemes(Place place, PhoneticAlphabet alphabet, String written) {
        return new Target.Phonemes(sounds(place, alphabet, written));
    }

    private String sounds(Place place, PhoneticAlphabet alphabet, String written) {
        try {
            return alphabet.read(written);
        } catch (UnreadablePhonemesException e) {
            throw new LexiconException(place + ": \"" + shortened(written) + "\" is not " + alphabet.label() + ": "
                    + e.getMessage(), e);
        }
    }

    Target alias(Place place, String spoken) {
        if (spoken.isBlank()) {
            throw LexiconException.at(place, "the alias is empty; write the words that are to be read");
        }
        checkLength(place, "an alias", spoken, Limits.CHARACTERS_OF_AN_ALIAS);
        return new Target.Alias(spoken.strip());
    }

    void add(String written, Use use, Target target, Place place) {
        String word = written.strip();
        if (word.isEmpty()) {
            throw LexiconException.at(place, "the word is empty");
        }
        checkLength(place, "a word or phrase", word, Limits.CHARACTERS_OF_A_PHRASE);
        if (entries.size() == Limits.ENTRIES) {
            throw LexiconException.at(place, "more than " + Limits.ENTRIES + " entries; split the lexicon");
        }
        entries.add(new LexiconEntry(word, use, target, place));
    }

    void example(String text, Optional<String> spoken, Optional<String> phonemes, Map<String, String> words,
            PhoneticAlphabet alphabet, Place place) {
        if (text.isBlank()) {
            throw LexiconException.at(place, "the example has no text");
        }
        checkLength(place, "an example", text, Limits.CHARACTERS_OF_AN_EXAMPLE);
        if (examples.size() == Limits.EXAMPLES) {
            throw LexiconException.at(place, "more than " + Limits.EXAMPLES + " examples");
        }
        Map<String, String> sounds = new HashMap<>();
        words.forEach((word, written) -> sounds.put(word, sounds(place, alphabet, written)));
        examples.add(new LexiconExample(text.strip(), spoken, phonemes.map(written -> sounds(place, alphabet, written)),
                sounds, place));
    }

    /** An example of one entry: its word is in the sentence and sounds as the entry says. */
    void exampleOf(String written, Target target, String text, Place place) {
        if (!Words.of(text).contains(Words.of(written.strip()))) {
            throw LexiconException.at(place, "the example does not have \"" + shortened(written) + "\" in it");
        }
        Map<String, String> sounds = target instanceof Target.Phonemes sound
                ? Map.of(written.strip(), sound.phonemes())
                : Map.of();
        checkLength(place, "an example", text, Limits.CHARACTERS_OF_AN_EXAMPLE);
        examples.add(new LexiconExample(text.strip(), Optional.empty(), Optional.empty(), sounds, place));
    }

    Lexicon build(String name) {
        if (entries.isEmpty()) {
            throw new LexiconException(name + ": has no entries");
        }
        return new Lexicon(name, entries, examples);
    }

    private static void checkLength(Place place, String what, String text, int most) {
        if (text.length() > most) {
            throw LexiconException.at(place, what + " of " + text.length() + " characters; at most " + most
                    + " are taken");
        }
    }

    static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}
