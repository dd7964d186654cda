package dev.sixtyfold.text.english.pronounce;

import dev.sixtyfold.speech.Explanation;
import dev.sixtyfold.text.english.homograph.Homographs;
import dev.sixtyfold.text.english.lexicon.Emphasis;
import dev.sixtyfold.text.english.lexicon.KnownWords;
import dev.sixtyfold.text.english.lexicon.Surroundings;
import dev.sixtyfold.text.english.normalize.Given;
import dev.sixtyfold.text.english.normalize.Normalizer;
import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Decision;
import dev.sixtyfold.text.english.reading.Phonemes;
import dev.sixtyfold.text.english.reading.Reading;
import dev.sixtyfold.text.english.tag.PartOfSpeech;
import dev.sixtyfold.text.english.tag.Tagger;
import dev.sixtyfold.text.english.token.Token;
import dev.sixtyfold.text.english.token.Tokenizer;
import dev.sixtyfold.text.english.unknown.UnknownWords;
import dev.sixtyfold.text.lexicon.Lexicons;
import dev.sixtyfold.text.markup.Instruction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Reads one sentence: tokens, terms, tags, and then the words from the last to the first, since the sound of some depends
 * on what follows.
 */
public final class SentenceReader {

    private final Tokenizer tokenizer;
    private final Normalizer normalizer;
    private final TermTagger tagger;
    private final KnownWords known;
    private final Compounds compounds;
    private final GivenReadings givenReadings;
    private final UserWords userWords;

    public SentenceReader(Tokenizer tokenizer, Normalizer normalizer, Tagger tagger, Homographs homographs,
            KnownWords known, UnknownWords unknown, NumberWords numbers) {
        this.tokenizer = tokenizer;
        this.normalizer = normalizer;
        this.tagger = new TermTagger(tagger, homographs);
        this.known = known;
        this.compounds = new Compounds(known, unknown, numbers);
        this.givenReadings = new GivenReadings(tokenizer, normalizer.sayAs(), known, compounds);
        this.userWords = UserWords.NONE;
    }

    private SentenceReader(SentenceReader other, UserWords userWords) {
        this.tokenizer = other.tokenizer;
        this.normalizer = other.normalizer;
        this.tagger = other.tagger;
        this.known = other.known;
        this.compounds = other.compounds;
        this.givenReadings = other.givenReadings;
        this.userWords = userWords;
    }

    /** A reader that follows these lexicons where nothing else is asked for. */
    public SentenceReader with(Lexicons lexicons) {
        return new SentenceReader(this, new UserWords(lexicons, known.dialect()));
    }

    /** What is spoken of the sentence from {@code start} to {@code end}, in order; silent parts are left out. */
    public List<Sound> read(String text, int start, int end) {
        return read(text, start, end, Directions.none());
    }

    /** The same as it is asked for; what cannot be done is noted with the directions. */
    public List<Sound> read(String text, int start, int end, Directions directions) {
        if (!userWords.isEmpty()) {
            userWords.addTo(directions, text.substring(start, end), start,
                    new SentenceTags(text, start, end, directions),
                    (alias, inside) -> new SentenceReader(this, UserWords.NONE).read(alias, 0, alias.length(),
                            inside));
        }
        List<Given> given = new ArrayList<>();
        List<Token> tokens = directions.isEmpty()
                ? tokenizer.tokenize(text, start, end)
                : givenReadings.tokens(text, start, end, directions, given);
        List<WordGroup> groups = WordGroup.of(withRoles(tagger.tag(normalizer.normalize(tokens, given)), directions));
        List<Sound> sounds = new ArrayList<>(groups.size());
        Surroundings after = Surroundings.END;
        for (WordGroup group : groups.reversed()) {
            Sound sound = group.isMark() ? mark(group, text) : word(group, after);
            boolean isTo = group.terms().size() == 1 && !group.isMark()
                    && known.isTo(group.terms().getFirst().term().token().text(), group.terms().getFirst().tag());
            after = after.before(sound.phonemes(), isTo);
            sounds.addFirst(sound);
        }
        closeWithFullStop(sounds, text, end);
        emphasize(sounds, directions);
        nameLexicons(sounds, directions);
        return setSpaces(sounds);
    }

    /** The words of an alias come from the lexicon that has it. */
    private static void nameLexicons(List<Sound> sounds, Directions directions) {
        int next = 0;
        List<Instruction> readings = directions.readings();
        for (int i = 0; i < sounds.size() && next < readings.size(); i++) {
            while (next < readings.size() && readings.get(next).end() <= sounds.get(i).start()) {
                next++;
            }
            if (next < readings.size() && readings.get(next) instanceof Instruction.Alias alias
                    && !alias.origin().equals(Instruction.Origin.MARKUP) && sounds.get(i) instanceof Sound.Word word
                    && word.start() >= alias.start() && word.end() <= alias.end()) {
                sounds.set(i, word.withSource(alias.origin().label()));
            }
        }
    }

    /** The parts of speech of a sentence as it is written, found out when the first is asked for. */
    private final class SentenceTags implements IntFunction<String> {

        private final String text;
        private final int start;
        private final int end;
        private final Directions directions;
        private final NavigableMap<Integer, String> tags = new TreeMap<>();

        SentenceTags(String text, int start, int end, Directions directions) {
            this.text = text;
            this.start = start;
            this.end = end;
            this.directions = directions;
        }

        @Override
        public String apply(int at) {
            for (Instruction.Role role : directions.roles()) {
                if (role.start() <= start + at && start + at < role.end()) {
                    return role.role();
                }
            }
            if (tags.isEmpty()) {
                for (TaggedTerm term : tagger
                        .tag(normalizer.normalize(tokenizer.tokenize(text, start, end), List.of()))) {
                    tags.put(term.term().token().start() - start, term.tag().label());
                }
            }
            Map.Entry<Integer, String> tag = tags.floorEntry(at);
            return tag == null ? "" : tag.getValue();
        }
    }

    /** A word's use, where it is given, is what the tagger would have said. */
    private static List<TaggedTerm> withRoles(List<TaggedTerm> terms, Directions directions) {
        if (directions.roles().isEmpty()) {
            return terms;
        }
        List<TaggedTerm> changed = new ArrayList<>(terms);
        for (Instruction.Role role : directions.roles()) {
            Optional<PartOfSpeech> tag = PartOfSpeech.of(role.role());
            if (tag.isEmpty()) {
                directions.note(role, "unknown role: the word's part of speech is taken from its sentence");
                continue;
            }
            changed.replaceAll(term -> {
                Token token = term.term().token();
                boolean inside = token.start() >= role.start() && token.end() <= role.end();
                return inside
                        ? new TaggedTerm(term.term(), Collections.nCopies(term.tags().size(), tag.get()), null)
                        : term;
            });
        }
        return changed;
    }

    /** Stress as it is asked for: a word that is emphasized has one, a word that is reduced has none to speak of. */
    private static void emphasize(List<Sound> sounds, Directions directions) {
        for (Instruction.Emphasis emphasis : directions.emphases()) {
            sounds.replaceAll(sound -> {
                boolean inside = sound.start() >= emphasis.start() && sound.end() <= emphasis.end();
                return inside && sound instanceof Sound.Word word
                        ? word.withPhonemes(stressed(word.phonemes(), emphasis.level()))
                        : sound;
            });
        }
    }

    private static String stressed(String phonemes, Instruction.Emphasis.Level level) {
        return switch (level) {
            // The article by its name: "a chance, not the chance".
            case STRONG, MODERATE -> phonemes.equals("ɐ") ? "ˈA" : Emphasis.SHOUTED.applyTo(phonemes);
            case NONE -> phonemes;
            case REDUCED -> Emphasis.weaken(phonemes);
        };
    }

    private static Sound mark(WordGroup group, String text) {
        TaggedTerm mark = group.terms().getFirst();
        Token token = mark.term().token();
        boolean beforeWord = token.start() == 0 || Character.isWhitespace(text.charAt(token.start() - 1));
        return new Sound.Mark(token.start(), token.end(), token.text(),
                ProsodyMarks.symbols(token.text(), mark.tag(), beforeWord), token.spaceAfter());
    }

    /** A group's written tokens are read as one word; what a rule has put into words is read word by word. */
    private Sound word(WordGroup group, Surroundings surroundings) {
        List<Reading> readings = new ArrayList<>();
        Surroundings after = surroundings;
        List<List<TaggedTerm>> runs = group.runs();
        boolean possessive = false;
        for (int i = runs.size() - 1; i >= 0; i--) {
            List<TaggedTerm> run = runs.get(i);
            if (i > 0 && run.size() == 1 && run.getFirst().term().token().text().equals("'s")) {
                possessive = true;
                continue;
            }
            Reading reading = read(run, runs.size() > 1, after);
            if (possessive && !reading.phonemes().isEmpty()) {
                reading = reading.map(known::withS);
                possessive = false;
            }
            after = after.before(reading.phonemes(), false);
            readings.addFirst(reading);
        }
        Given asked = group.terms().getFirst().term().given();
        readings.removeIf(reading -> reading.phonemes().isEmpty());
        String phonemes = String.join(" ", readings.stream().map(Reading::phonemes).toList());
        Decision decision = readings.isEmpty() ? Decision.COMPOUND : readings.getFirst().decidedBy();
        for (Reading reading : readings) {
            decision = reading.decidedBy().label().equals(decision.label()) ? decision : Decision.COMPOUND;
        }
        Token last = group.terms().getLast().term().token();
        String source = asked != null && group.terms().size() == 1 ? asked.source() : decision.label();
        return new Sound.Word(group.start(), last.end(), group.spoken(), Phonemes.toVoiceAlphabet(phonemes),
                source, explanation(group, readings, decision), last.spaceAfter());
    }

    private static Explanation explanation(WordGroup group, List<Reading> readings, Decision decision) {
        List<Explanation.Alternative> alternatives = readings.size() == 1
                ? readings.getFirst().map(Phonemes::toVoiceAlphabet).alternatives()
                : List.of();
        return new Explanation(decision.rule(), group.terms().getFirst().tag().label(), alternatives);
    }

    private Reading read(List<TaggedTerm> run, boolean besideOthers, Surroundings after) {
        TaggedTerm first = run.getFirst();
        if (first.term().rule() == null) {
            return compounds.read(run, besideOthers, after);
        }
        Given given = first.term().given();
        return given != null && !given.phonemes().isEmpty()
                ? new Reading(given.phonemes(), Decision.MARKUP)
                : new Reading(compounds.readWords(LetterNames.written(first.term()), first.tags(), after),
                        first.term().rule());
    }

    /** The full stop of an abbreviation at the end is the sentence's too. */
    private static void closeWithFullStop(List<Sound> sounds, String text, int end) {
        if (!sounds.isEmpty() && sounds.getLast() instanceof Sound.Word word && word.end() == end
                && text.charAt(end - 1) == '.') {
            String spoken = word.spoken();
            sounds.removeLast();
            sounds.add(new Sound.Word(word.start(), word.end(),
                    spoken.endsWith(".") ? spoken.substring(0, spoken.length() - 1) : spoken, word.phonemes(),
                    word.decidedBy(), word.explanation(), false));
            sounds.add(new Sound.Mark(end - 1, end, ".", ".", true));
        }
    }

    /** Leaves out what is silent, and sets spaces as a typesetter would: after a pause, not before it. */
    private static List<Sound> setSpaces(List<Sound> sounds) {
        List<Sound> kept = new ArrayList<>(sounds.size());
        boolean space = false;
        for (Sound sound : sounds.reversed()) {
            space |= sound.spaceAfter();
            if (sound.phonemes().isEmpty()) {
                continue;
            }
            Sound next = kept.isEmpty() ? sound : kept.getFirst();
            boolean spaceAfter = switch (sound) {
                case Sound.Word word -> next instanceof Sound.Mark mark ? ProsodyMarks.spaceBefore(mark, space) : space;
                case Sound.Mark mark -> next instanceof Sound.Word ? space || ProsodyMarks.isPause(mark) : space;
            };
            kept.addFirst(sound.withSpaceAfter(spaceAfter || kept.isEmpty()));
            space = false;
        }
        return kept;
    }
}
