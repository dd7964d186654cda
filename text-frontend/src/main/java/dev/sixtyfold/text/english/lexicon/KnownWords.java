package dev.sixtyfold.text.english.lexicon;

import dev.sixtyfold.text.english.lexicon.Surroundings.Sound;
import dev.sixtyfold.text.english.reading.Decision;
import dev.sixtyfold.text.english.reading.Dialect;
import dev.sixtyfold.text.english.reading.Phonemes;
import dev.sixtyfold.text.english.reading.Reading;
import dev.sixtyfold.text.english.tag.PartOfSpeech;
import java.util.Locale;
import java.util.Optional;

/** Everything that can be pronounced without guessing: words of the lexicon, their inflected forms, initialisms. */
public final class KnownWords {

    /** Proper nouns up to this length in unknown capitals are more likely initials than a word that is shouted. */
    private static final int LONGEST_INITIALISM = 7;

    private final Lexicon checked;
    private final Lexicon derived;
    private final Dialect dialect;

    /**
     * Reads with two lexicons.
     *
     * @param checked
     *            entries that a person has seen
     * @param derived
     *            asked where {@code checked} has nothing
     * @param dialect
     *            of both
     */
    public KnownWords(Lexicon checked, Lexicon derived, Dialect dialect) {
        this.checked = checked;
        this.derived = derived;
        this.dialect = dialect;
    }

    public Dialect dialect() {
        return dialect;
    }

    /**
     * The reading of one word.
     *
     * @param word
     *            with straight apostrophes
     * @param emphasis
     *            of the word that it is or stands in
     */
    public Optional<Reading> read(String word, PartOfSpeech tag, Emphasis emphasis, Surroundings surroundings) {
        if (isDottedInitialism(word)) {
            return letters(word);
        }
        if (isZed(word)) {
            return letters(word);
        }
        Optional<String> functionWord = FunctionWords.read(word, tag, surroundings, dialect);
        if (functionWord.isPresent()) {
            return functionWord.map(phonemes -> new Reading(phonemes, Decision.FUNCTION_WORD));
        }
        String folded = foldCase(word, tag);
        if (isKnown(folded)) {
            return lookUp(folded, tag, emphasis, surroundings);
        }
        Optional<String> possessor = possessor(folded);
        if (possessor.isPresent()) {
            return lookUp(possessor.get(), tag, emphasis, surroundings);
        }
        for (Inflection inflection : Inflection.values()) {
            Optional<String> stem = inflection.stem(folded, this::isKnown);
            if (stem.isPresent()) {
                Emphasis stemEmphasis = inflection == Inflection.ING && emphasis == Emphasis.PLAIN
                        ? Emphasis.CAPITALISED
                        : emphasis;
                return lookUp(stem.get(), tag, stemEmphasis, surroundings)
                        .map(reading -> new Reading(inflection.addTo(reading.phonemes(), dialect),
                                Decision.LEXICON_STEM));
            }
        }
        return Optional.empty();
    }

    /** Whether a person has listed the word as it stands: "bali" is none because there is Bali. */
    public boolean lists(String word) {
        return checked.lists(word);
    }

    /** The plural or possessive of what sounds like {@code phonemes}, which are not empty. */
    public String withS(String phonemes) {
        return withS(phonemes, dialect);
    }

    /** The same in another dialect. */
    public static String withS(String phonemes, Dialect dialect) {
        return Inflection.S.addTo(phonemes, dialect);
    }

    /** Whether {@code word} is the "to" that decides the reading of a "used" before it. */
    public boolean isTo(String word, PartOfSpeech tag) {
        return FunctionWords.isTo(word, tag);
    }

    private Optional<Reading> lookUp(String word, PartOfSpeech tag, Emphasis emphasis, Surroundings surroundings) {
        boolean capitals = isCapitals(word) && !checked.contains(word);
        boolean initials = capitals && tag == PartOfSpeech.PROPER_NOUN;
        String form = capitals ? word.toLowerCase(Locale.ROOT) : word;
        Optional<Entry> seen = checked.find(form);
        Optional<Entry> entry = seen.or(() -> initials ? Optional.empty() : derived.find(form));
        Optional<String> phonemes = entry
                .flatMap(found -> found.pronunciation(tag, surroundings.next() == Sound.PAUSE))
                .filter(found -> !initials || Phonemes.hasPrimaryStress(found));
        return phonemes.isPresent()
                ? phonemes.map(found -> new Reading(emphasis.applyTo(found),
                        seen.isPresent() ? Decision.LEXICON : Decision.LEXICON_DERIVED))
                : letters(word);
    }

    /** The names of the letters of {@code word}, the last one stressed; nothing if one has no name. */
    public Optional<Reading> letters(String word) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (!Character.isLetter(letter)) {
                continue;
            }
            Optional<String> name = letter(Character.toUpperCase(letter));
            if (name.isEmpty()) {
                return Optional.empty();
            }
            names.append(name.get());
        }
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String weak = Emphasis.weaken(names.toString());
        int last = weak.lastIndexOf(Phonemes.SECONDARY_STRESS);
        String stressed = last < 0
                ? weak
                : weak.substring(0, last) + Phonemes.PRIMARY_STRESS + weak.substring(last + 1);
        return Optional.of(new Reading(stressed, Decision.SPELLED));
    }

    private Optional<String> letter(char capital) {
        return isZed(String.valueOf(capital))
                ? Optional.of("zˈɛd")
                : checked.find(String.valueOf(capital))
                        .flatMap(entry -> entry.pronunciation(PartOfSpeech.PROPER_NOUN, false));
    }

    /** The lexicons of both dialects have its American name. */
    private boolean isZed(String word) {
        return dialect == Dialect.BRITISH && word.equalsIgnoreCase("z");
    }

    /** Whether there is a reading without taking the word apart. */
    private boolean isKnown(String word) {
        if (checked.contains(word) || derived.contains(word)) {
            return true;
        }
        if (!isPlainAlphabet(word)) {
            return false;
        }
        // Capitals that no lexicon has are spelled; a capital in front may be that of a sentence.
        String tail = word.substring(1);
        return word.length() == 1 || tail.equals(tail.toUpperCase(Locale.ROOT));
    }

    /** A capitalised or shouted word that only its lower case makes known is taken in lower case. */
    private String foldCase(String word, PartOfSpeech tag) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (word.length() < 2 || word.equals(lower) || checked.contains(word) || derived.contains(word)
                || (tag == PartOfSpeech.PROPER_NOUN && word.length() <= LONGEST_INITIALISM)) {
            return word;
        }
        // 'Tis has its capital after the apostrophe.
        int second = word.charAt(0) == '\'' ? 2 : 1;
        boolean evenCase = isCapitals(word) || word.substring(second).equals(lower.substring(second));
        boolean lettersOnly = word.chars().allMatch(c -> Character.isLetter(c) || c == '\'');
        return evenCase && lettersOnly && isReadableInLowerCase(lower) ? lower : word;
    }

    private boolean isReadableInLowerCase(String lower) {
        if (checked.contains(lower) || derived.contains(lower)) {
            return true;
        }
        for (Inflection inflection : Inflection.values()) {
            if (inflection.stem(lower, this::isKnown).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The form whose sound a plural possessive has: "the boys'" as "the boys". */
    private Optional<String> possessor(String word) {
        if (word.length() < 2 || !word.endsWith("'")) {
            return Optional.empty();
        }
        String singular = word.endsWith("s'") ? word.substring(0, word.length() - 2) + "'s" : word;
        String bare = word.substring(0, word.length() - 1);
        return isKnown(singular) ? Optional.of(singular) : isKnown(bare) ? Optional.of(bare) : Optional.empty();
    }

    /** U.S., e.g., Ph.D.: letters with full stops between them, no part longer than two. */
    private static boolean isDottedInitialism(String word) {
        int dot = word.indexOf('.');
        if (dot <= 0 || dot == word.length() - 1) {
            return false;
        }
        for (String part : word.split("\\.", -1)) {
            if (part.length() > 2 || !part.chars().allMatch(Character::isLetter)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCapitals(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT)) && !word.equals(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isPlainAlphabet(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
    }
}
