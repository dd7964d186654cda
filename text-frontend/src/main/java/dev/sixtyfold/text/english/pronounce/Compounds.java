package dev.sixtyfold.text.english.pronounce;

import dev.sixtyfold.text.english.lexicon.Emphasis;
import dev.sixtyfold.text.english.lexicon.KnownWords;
import dev.sixtyfold.text.english.lexicon.Surroundings;
import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Decision;
import dev.sixtyfold.text.english.reading.Phonemes;
import dev.sixtyfold.text.english.reading.Reading;
import dev.sixtyfold.text.english.tag.PartOfSpeech;
import dev.sixtyfold.text.english.unknown.GuessedWords;
import dev.sixtyfold.text.english.unknown.UnknownWords;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands together without a space: a plain word, a contraction, a hyphenated or camel-case compound, letters
 * with digits. From the end on, the longest part that is known is taken; letters that belong to no known part go to the
 * network, with the rest of their token.
 */
final class Compounds {

    private static final int LONGEST_VOWELLESS = 5;
    /** Pieces of the longest word that a lexicon has, "what-you-see-is-what-you-get", and its ending. */
    private static final int MOST_PIECES = 15;

    private final KnownWords known;
    private final GuessedWords guessed;
    private final NumberWords numbers;

    Compounds(KnownWords known, UnknownWords unknown, NumberWords numbers) {
        this.known = known;
        this.guessed = new GuessedWords(known, unknown, numbers.dialect());
        this.numbers = numbers;
    }

    /**
     * The reading of one word.
     *
     * @param tokens
     *            that it consists of, hyphens included, all read as they are written
     * @param besideNumber
     *            whether a number is part of the same word: "19-year-old"
     * @return with empty phonemes if there is nothing to pronounce
     */
    Reading read(List<TaggedTerm> tokens, boolean besideNumber, Surroundings surroundings) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            TaggedTerm token = tokens.get(i);
            pieces.addAll(Piece.split(token.term().token().text(), token.tag(), token.homograph(), i));
        }
        return readPieces(pieces, besideNumber, surroundings);
    }

    private Reading readPieces(List<Piece> pieces, boolean besideNumber, Surroundings surroundings) {
        Deque<Part> parts = new ArrayDeque<>();
        Surroundings after = surroundings;
        int right = pieces.size();
        while (right > 0) {
            Part part = longestKnown(pieces, right, after);
            if (part == null) {
                part = guess(pieces, right, parts, after);
            }
            if (!part.reading.phonemes().isEmpty()) {
                parts.addFirst(part);
                after = after.before(part.reading.phonemes(), false);
            }
            right = part.start;
        }
        return join(possessive(List.copyOf(parts)), besideNumber, text(pieces));
    }

    /** Part of a word, from piece {@code start} to piece {@code end}. */
    private record Part(int start, int end, String text, Reading reading) {}

    private @Nullable Part longestKnown(List<Piece> pieces, int right, Surroundings after) {
        for (int left = Math.max(0, right - MOST_PIECES); left < right; left++) {
            List<Piece> range = pieces.subList(left, right);
            String text = text(range);
            PartOfSpeech tag = heaviestTag(range);
            Optional<Reading> reading = homograph(range).or(() -> guessed.name(text))
                    .or(() -> known.read(text, tag, Emphasis.of(text), after));
            if (reading.isEmpty() && isWholeToken(pieces, left, right)) {
                reading = guessed.derived(text, tag);
            }
            if (reading.isPresent() && !reading.get().phonemes().isEmpty()) {
                return new Part(left, right, text, reading.get());
            }
        }
        return null;
    }

    /** Whether the pieces are all the letters of one token, none of which stands outside. */
    private static boolean isWholeToken(List<Piece> pieces, int left, int right) {
        Piece first = pieces.get(left);
        boolean alone = (left == 0 || !first.isSameLetters(pieces.get(left - 1)))
                && (right == pieces.size() || !first.isSameLetters(pieces.get(right)));
        return alone && pieces.subList(left, right).stream().allMatch(first::isSameLetters);
    }

    /** The reading of a word that is written like another, alone or with a possessive ending. */
    private Optional<Reading> homograph(List<Piece> range) {
        Reading reading = range.getFirst().homograph();
        if (reading == null || range.size() > 2) {
            return Optional.empty();
        }
        if (range.size() == 1) {
            return Optional.of(reading);
        }
        return switch (range.getLast().text()) {
            case "'s", "'S" -> Optional.of(reading.map(known::withS));
            case "'" -> Optional.of(reading);
            default -> Optional.empty();
        };
    }

    /**
     * Reads the piece before {@code right} although no lexicon has it: letters together with the others of their token,
     * since a part of an unknown name is rarely the known word that it looks like.
     *
     * @param parts
     *            what is read already; parts of the same letters are taken back
     */
    private Part guess(List<Piece> pieces, int right, Deque<Part> parts, Surroundings after) {
        Piece last = pieces.get(right - 1);
        return switch (last.kind()) {
            case OTHER -> new Part(right - 1, right, last.text(), new Reading("", Decision.COMPOUND));
            case DIGITS -> new Part(right - 1, right, last.text(),
                    new Reading(readWords(numbers.code(last.text()), List.of(PartOfSpeech.CARDINAL), after),
                            Decision.NUMBER));
            case LETTERS -> {
                int left = right - 1;
                while (left > 0 && last.isSameLetters(pieces.get(left - 1))) {
                    left--;
                }
                int end = right;
                while (end < pieces.size() && last.isSameLetters(pieces.get(end))) {
                    end++;
                }
                while (!parts.isEmpty() && parts.getFirst().start < end) {
                    parts.removeFirst();
                }
                String text = text(pieces.subList(left, end));
                Optional<Reading> spelled = isUnpronounceable(text) ? known.letters(text) : Optional.empty();
                yield new Part(left, end, text, spelled.orElseGet(() -> guessed.guess(text, last.tag())));
            }
        };
    }

    /** www, html: too few letters for a name, and none of them a vowel. */
    private static boolean isUnpronounceable(String word) {
        return word.length() <= LONGEST_VOWELLESS && word.chars().allMatch(c -> c >= 'a' && c <= 'z')
                && word.chars().noneMatch(c -> "aeiouy".indexOf(c) >= 0);
    }

    /** The 's of a word that had to be guessed sounds as after any other. */
    private List<Part> possessive(List<Part> parts) {
        if (parts.size() < 2 || !parts.getLast().text.equalsIgnoreCase("'s")) {
            return parts;
        }
        Part owner = parts.get(parts.size() - 2);
        List<Part> joined = new ArrayList<>(parts.subList(0, parts.size() - 2));
        joined.add(new Part(owner.start, parts.getLast().end, owner.text + parts.getLast().text,
                owner.reading.map(known::withS)));
        return joined;
    }

    /**
     * Words one after another, the last one before {@code after}.
     *
     * @param tags
     *            one for each word, or one for all
     */
    String readWords(List<String> words, List<PartOfSpeech> tags, Surroundings after) {
        String phonemes = "";
        Surroundings surroundings = after;
        String gap = " ";
        for (int i = words.size() - 1; i >= 0; i--) {
            String word = words.get(i);
            if (SpokenMarks.isPause(word) || SpokenMarks.isTie(word)) {
                gap = SpokenMarks.gap(word);
                continue;
            }
            PartOfSpeech tag = tags.get(Math.min(i, tags.size() - 1));
            String read = readWord(word, tag, surroundings);
            if (read.isEmpty()) {
                continue;
            }
            surroundings = surroundings.before(read, false);
            phonemes = phonemes.isEmpty() ? read : read + gap + phonemes;
            gap = " ";
        }
        return phonemes;
    }

    private String readWord(String word, PartOfSpeech tag, Surroundings after) {
        return switch (word) {
            case "a" -> readPieces(Piece.split(word, PartOfSpeech.DETERMINER, null, 0), false, after).phonemes();
            // The letter, as LetterNames writes it.
            case "A" -> readPieces(Piece.split(word, PartOfSpeech.SYMBOL, null, 0), false, after).phonemes();
            case "point" -> Emphasis.unstressed(readPieces(Piece.split(word, tag, null, 0), false, after).phonemes());
            default -> readPieces(Piece.split(word, tag, null, 0), false, after).phonemes();
        };
    }

    private static Reading join(List<Part> parts, boolean besideNumber, String text) {
        if (parts.isEmpty()) {
            return new Reading("", Decision.COMPOUND);
        }
        if (parts.size() == 1) {
            return parts.getFirst().reading;
        }
        Decision decision = parts.stream().allMatch(part -> part.reading.decidedBy().isNumber())
                ? Decision.NUMBER
                : Decision.COMPOUND;
        boolean spaced = besideNumber || isSpaced(parts, text);
        List<String> readings = spaced
                ? parts.stream().map(part -> part.reading.phonemes()).toList()
                : stressed(parts);
        StringBuilder phonemes = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            boolean clitic = parts.get(i).text.indexOf('\'') >= 0 && parts.get(i).text.length() < 4;
            phonemes.append(spaced && i > 0 && !clitic ? " " : "").append(readings.get(i));
        }
        return new Reading(phonemes.toString(), decision);
    }

    /** Alternatives, figures, initials and guessed parts keep apart; other compounds are one word. */
    private static boolean isSpaced(List<Part> parts, String text) {
        boolean digits = text.chars().anyMatch(Character::isDigit);
        boolean hyphen = text.chars().anyMatch(c -> c == '-' || c == '‐' || c == '‑');
        boolean apart = parts.stream().map(part -> part.reading.decidedBy()).anyMatch(
                decision -> decision == Decision.UNKNOWN_WORD_NETWORK || (decision == Decision.SPELLED && !hyphen));
        return text.indexOf('/') >= 0 || digits || apart;
    }

    /** A compound has one main stress for each two of its parts: the lightest others are weakened. */
    private static List<String> stressed(List<Part> parts) {
        List<String> phonemes = parts.stream().map(part -> part.reading.phonemes()).collect(Collectors.toList());
        if (parts.size() == 2 && parts.getFirst().text.length() == 1) {
            phonemes.set(1, Emphasis.weaken(phonemes.get(1)));
            return phonemes;
        }
        long mainStresses = phonemes.stream().filter(Phonemes::hasPrimaryStress).count();
        if (mainStresses <= (parts.size() + 1) / 2) {
            return phonemes;
        }
        Comparator<Integer> byStress = Comparator.comparing(i -> Phonemes.hasPrimaryStress(phonemes.get(i)));
        List<Integer> lightest = IntStream.range(0, parts.size()).boxed()
                .sorted(byStress.thenComparingInt(i -> Phonemes.weight(phonemes.get(i)))).limit(parts.size() / 2)
                .toList();
        lightest.forEach(i -> phonemes.set(i, Emphasis.weaken(phonemes.get(i))));
        return phonemes;
    }

    /** The tag of the part that carries most of the word: the longest, capitals counting twice. */
    static PartOfSpeech heaviestTag(List<Piece> pieces) {
        Piece heaviest = pieces.getFirst();
        for (Piece piece : pieces) {
            if (weight(piece.text()) > weight(heaviest.text())) {
                heaviest = piece;
            }
        }
        return heaviest.tag();
    }

    private static long weight(String text) {
        return text.length() + text.chars().filter(Character::isUpperCase).count();
    }

    private static String text(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }
}
