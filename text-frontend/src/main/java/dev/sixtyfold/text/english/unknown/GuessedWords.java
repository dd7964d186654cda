package dev.sixtyfold.text.english.unknown;

import static dev.sixtyfold.text.english.reading.Phonemes.PRIMARY_STRESS;
import static dev.sixtyfold.text.english.reading.Phonemes.SECONDARY_STRESS;

import dev.sixtyfold.text.english.lexicon.Emphasis;
import dev.sixtyfold.text.english.lexicon.KnownWords;
import dev.sixtyfold.text.english.lexicon.Surroundings;
import dev.sixtyfold.text.english.reading.Decision;
import dev.sixtyfold.text.english.reading.Dialect;
import dev.sixtyfold.text.english.reading.Phonemes;
import dev.sixtyfold.text.english.reading.Reading;
import dev.sixtyfold.text.english.tag.PartOfSpeech;
import java.text.Normalizer;
import java.util.Optional;

/**
 * Reads words that no lexicon has as they stand: by a table of names, without their accents, by the parts of a name or of a
 * compound, and at last by the network.
 */
public final class GuessedWords {

    /** What stands for a letter that is no other letter with an accent. */
    private static final String SPECIAL_LETTERS = "øoØOłlŁLđdĐDıi";

    /** Shorter words that are only forms or other cases of listed ones are parts by chance: "stas", "bali". */
    private static final int SHORTEST_UNLISTED = 6;

    private final KnownWords known;
    private final UnknownWords network;
    private final NameTable names;
    private final FamilyNames familyNames;
    private final Affixes affixes;

    public GuessedWords(KnownWords known, UnknownWords network, Dialect dialect) {
        this.known = known;
        this.network = network;
        this.names = new NameTable(dialect);
        this.familyNames = new FamilyNames(dialect);
        this.affixes = new Affixes(dialect);
    }

    /** The reading of a name that the table has. */
    public Optional<Reading> name(String word) {
        return names.find(word).map(phonemes -> new Reading(phonemes, Decision.NAME));
    }

    /** The reading of a whole word that is known when its accents are left out, or when a name is taken apart. */
    public Optional<Reading> derived(String word, PartOfSpeech tag) {
        return withoutAccents(word, tag).or(() -> familyNames.read(word, this::nameAlone)
                .filter(phonemes -> !phonemes.isEmpty()).map(phonemes -> new Reading(phonemes, Decision.COMPOUND)));
    }

    /** The reading of any other word; with empty phonemes if none of its letters has a sound. */
    public Reading guess(String word, PartOfSpeech tag) {
        return affixes.read(word, part -> knownWord(part, tag))
                .map(phonemes -> new Reading(phonemes, Decision.COMPOUND))
                .orElseGet(() -> new Reading(fromNetwork(word), Decision.UNKNOWN_WORD_NETWORK));
    }

    private Optional<Reading> withoutAccents(String word, PartOfSpeech tag) {
        if (word.chars().allMatch(c -> c < 0x80)) {
            return Optional.empty();
        }
        String plain = plain(word);
        if (plain.equals(word)) {
            return Optional.empty();
        }
        boolean soundedEnd = "éÉ".indexOf(word.charAt(word.length() - 1)) >= 0 || word.endsWith("és");
        return known.read(plain, tag, Emphasis.PLAIN, Surroundings.END)
                .filter(reading -> !soundedEnd || endsSounded(reading.phonemes()));
    }

    /** Whether the last letter is heard: "cafe" stands for "café", but "resume" not for "résumé". */
    private static boolean endsSounded(String phonemes) {
        return phonemes.endsWith("A") || phonemes.endsWith("Az");
    }

    private static String plain(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        Normalizer.normalize(word, Normalizer.Form.NFD).codePoints().forEach(c -> {
            int special = SPECIAL_LETTERS.indexOf(c);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                plain.appendCodePoint(special >= 0 && special % 2 == 0 ? SPECIAL_LETTERS.charAt(special + 1) : c);
            }
        });
        return plain.toString();
    }

    /** A name that stands after another part: by the table, the lexicons or the network. */
    private String nameAlone(String name) {
        return names.find(name)
                .or(() -> known.read(name, PartOfSpeech.NOUN, Emphasis.PLAIN, Surroundings.END).map(Reading::phonemes))
                .orElseGet(() -> fromNetwork(name));
    }

    /** Words that may be part of another: those that a lexicon has, with a stress of their own. */
    private Optional<String> knownWord(String word, PartOfSpeech tag) {
        if (word.length() < SHORTEST_UNLISTED && !known.lists(word)) {
            return Optional.empty();
        }
        return known.read(word, tag, Emphasis.PLAIN, Surroundings.END).filter(reading -> switch (reading.decidedBy()) {
            case LEXICON, LEXICON_STEM -> Phonemes.hasPrimaryStress(reading.phonemes());
            default -> false;
        }).map(Reading::phonemes);
    }

    /** One word with one main stress, the last of those that the network gives. */
    private String fromNetwork(String word) {
        String read = network.read(word).orElse("").replace(" ", "").replace("ɹɹ", "ɹ").replaceAll("[ˈˌ]+(?=[ˈˌ])", "");
        int last = read.lastIndexOf(PRIMARY_STRESS);
        return last < 0
                ? read
                : read.substring(0, last).replace(PRIMARY_STRESS, SECONDARY_STRESS) + read.substring(last);
    }
}
