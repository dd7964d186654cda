package dev.sixtyfold.text.english.pronounce;

import dev.sixtyfold.text.english.lexicon.Emphasis;
import dev.sixtyfold.text.english.lexicon.KnownWords;
import dev.sixtyfold.text.english.lexicon.Surroundings;
import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Decision;
import dev.sixtyfold.text.english.reading.Phonemes;
import dev.sixtyfold.text.english.reading.Reading;
import dev.sixtyfold.text.english.tag.PartOfSpeech;
import dev.sixtyfold.text.english.unknown.UnknownWords;
import java.util.ArrayList;
import java.util.Comparator;
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

    private final KnownWords known;
    private final UnknownWords unknown;
    private final NumberWords numbers;

    Compounds(KnownWords known, UnknownWords unknown, NumberWords numbers) {
        this.known = known;
        this.unknown = unknown;
        this.numbers = numbers;
    }

    /**
     * The reading of one word.
     *
     * @param tokens
     *            that it consists of, hyphens included
     * @param tags
     *            one for each token
     * @return with empty phonemes if there is nothing to pronounce
     */
    Reading read(List<String> tokens, List<PartOfSpeech> tags, Surroundings surroundings) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            pieces.addAll(Piece.split(tokens.get(i), tags.get(i), i));
        }
        List<Part> parts = new ArrayList<>();
        Surroundings after = surroundings;
        int right = pieces.size();
        while (right > 0) {
            Part part = longestKnown(pieces, right, after);
            if (part == null) {
                part = guess(pieces, right, after);
            }
            if (!part.reading.phonemes().isEmpty()) {
                parts.addFirst(part);
                after = after.before(part.reading.phonemes(), false);
            }
            right = part.start;
        }
        return join(parts, String.join("", tokens));
    }

    /** Part of a word, from piece {@code start} to piece {@code end}. */
    private record Part(int start, int end, String text, Reading reading) {}

    private @Nullable Part longestKnown(List<Piece> pieces, int right, Surroundings after) {
        for (int left = 0; left < right; left++) {
            List<Piece> range = pieces.subList(left, right);
            String text = text(range);
            Optional<Reading> reading = known.read(text, heaviestTag(range), Emphasis.of(text), after);
            if (reading.isPresent() && !reading.get().phonemes().isEmpty()) {
                return new Part(left, right, text, reading.get());
            }
        }
        return null;
    }

    /** Reads the last piece, and with it the letters of the same token before it, although no lexicon has them. */
    private Part guess(List<Piece> pieces, int right, Surroundings after) {
        Piece last = pieces.get(right - 1);
        return switch (last.kind()) {
            case OTHER -> new Part(right - 1, right, last.text(), new Reading("", Decision.COMPOUND));
            case DIGITS -> new Part(right - 1, right, last.text(),
                    new Reading(readWords(numbers.code(last.text()), List.of(PartOfSpeech.CARDINAL), after),
                            Decision.NUMBER));
            case LETTERS -> {
                int left = right - 1;
                while (left > 0 && pieces.get(left - 1).token() == last.token()
                        && pieces.get(left - 1).kind() == Piece.Kind.LETTERS) {
                    left--;
                }
                String text = text(pieces.subList(left, right));
                yield new Part(left, right, text,
                        new Reading(unknown.read(text).orElse(""), Decision.UNKNOWN_WORD_NETWORK));
            }
        };
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
        for (int i = words.size() - 1; i >= 0; i--) {
            PartOfSpeech tag = tags.get(Math.min(i, tags.size() - 1));
            String read = read(List.of(words.get(i)), List.of(tag), surroundings).phonemes();
            surroundings = surroundings.before(read, false);
            phonemes = phonemes.isEmpty() ? read : read + " " + phonemes;
        }
        return phonemes;
    }

    private static Reading join(List<Part> parts, String text) {
        if (parts.isEmpty()) {
            return new Reading("", Decision.COMPOUND);
        }
        if (parts.size() == 1) {
            return parts.getFirst().reading;
        }
        Decision decision = parts.stream().allMatch(part -> part.reading.decidedBy() == Decision.NUMBER)
                ? Decision.NUMBER
                : Decision.COMPOUND;
        String phonemes = isSpaced(parts, text)
                ? parts.stream().map(part -> part.reading.phonemes()).collect(Collectors.joining(" "))
                : String.join("", stressed(parts));
        return new Reading(phonemes, decision);
    }

    /** Alternatives, letters with digits and guessed parts keep apart; other compounds are one word. */
    private static boolean isSpaced(List<Part> parts, String text) {
        boolean digits = text.chars().anyMatch(Character::isDigit);
        boolean letters = text.chars().anyMatch(Character::isLetter);
        boolean guessed = parts.stream().anyMatch(part -> part.reading.decidedBy() == Decision.UNKNOWN_WORD_NETWORK);
        return text.indexOf('/') >= 0 || digits && letters || guessed;
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
                .sorted(byStress.thenComparing(i -> Phonemes.weight(phonemes.get(i)))).limit(parts.size() / 2).toList();
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
