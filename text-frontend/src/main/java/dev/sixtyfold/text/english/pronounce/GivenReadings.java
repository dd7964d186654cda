package dev.sixtyfold.text.english.pronounce;

import dev.sixtyfold.text.english.lexicon.KnownWords;
import dev.sixtyfold.text.english.lexicon.Surroundings;
import dev.sixtyfold.text.english.normalize.Given;
import dev.sixtyfold.text.english.normalize.SayAs;
import dev.sixtyfold.text.english.tag.PartOfSpeech;
import dev.sixtyfold.text.english.token.Token;
import dev.sixtyfold.text.english.token.Tokenizer;
import dev.sixtyfold.text.markup.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tokenizes a sentence along the borders of what is asked of it, and finds the readings that are given. */
final class GivenReadings {

    private final Tokenizer tokenizer;
    private final SayAs sayAs;
    private final KnownWords known;
    private final Compounds compounds;

    GivenReadings(Tokenizer tokenizer, SayAs sayAs, KnownWords known, Compounds compounds) {
        this.tokenizer = tokenizer;
        this.sayAs = sayAs;
        this.known = known;
        this.compounds = compounds;
    }

    /**
     * The tokens of a sentence, those of an alias in the place of what it stands for.
     *
     * @param given
     *            where the readings go
     */
    List<Token> tokens(String text, int start, int end, Directions directions, List<Given> given) {
        List<Token> tokens = new ArrayList<>();
        int at = start;
        for (Instruction reading : directions.readings()) {
            int from = Math.clamp(reading.start(), at, end);
            int to = Math.clamp(reading.end(), from, end);
            if (from == to) {
                continue;
            }
            addPieces(text, at, from, end, directions, tokens);
            List<Token> own = tokenizer.tokenize(text, from, to);
            boolean stop = directions.stops().contains(to);
            switch (reading) {
                case Instruction.Alias alias -> {
                    List<Token> spoken = tokenizer.tokenize(alias.spoken(), 0, alias.spoken().length());
                    own = spoken.stream().map(token -> new Token(token.text(), from, to, token.spaceAfter())).toList();
                    if (own.size() > 1) {
                        // All have the place of the whole: a word of one of them and its neighbour would lie over the rest.
                        detach(tokens, from);
                        stop |= to < end && isJoining(text.charAt(to));
                    }
                }
                case Instruction.Pronunciation pronunciation -> given.add(new Given(from, to,
                        List.of(directions.inWords(pronunciation, text.substring(from, to).strip())),
                        pronunciation.phonemes(),
                        pronunciation.origin().label()));
                case Instruction.SayAs kind -> sayAs(kind, text.substring(from, to), own, directions)
                        .map(found -> new Given(from, to, found, spelled(kind, found), "say-as"))
                        .ifPresent(given::add);
                default -> throw new IllegalStateException("no reading: " + reading.getClass());
            }
            add(own, text, to, end, stop, tokens);
            at = to;
        }
        addPieces(text, at, end, end, directions, tokens);
        return tokens;
    }

    private Optional<List<String>> sayAs(Instruction.SayAs kind, String written, List<Token> tokens,
            Directions directions) {
        if (!SayAs.isKind(kind.interpretAs())) {
            directions.note(kind, "say-as of an unknown kind: read as usual");
            return Optional.empty();
        }
        Optional<List<String>> words = sayAs.read(kind, written, tokens);
        // What is left to the rules for running text is no failure.
        boolean usual = switch (kind.interpretAs()) {
            case "address", "unit", "measure", "currency", "money" -> true;
            default -> false;
        };
        if (words.isEmpty() && !usual) {
            directions.note(kind, "not of the kind that say-as gives it: read as usual");
        }
        return words;
    }

    /** Letters by their names, each with its stress; what is not spelled is pronounced as usual. */
    private String spelled(Instruction.SayAs kind, List<String> words) {
        if (!SayAs.isSpelled(kind.interpretAs())) {
            return "";
        }
        List<String> names = new ArrayList<>(words.size());
        for (String word : words) {
            String name = word.codePointCount(0, word.length()) == 1
                    ? known.letters(word).map(reading -> reading.phonemes()).orElse("")
                    : compounds.readWords(List.of(word), List.of(PartOfSpeech.NOUN), Surroundings.END);
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return String.join(" ", names);
    }

    /** What lies between the readings, cut where words must end. */
    private void addPieces(String text, int from, int to, int end, Directions directions, List<Token> tokens) {
        int at = from;
        for (int border : from < to ? directions.stops().subSet(from, false, to, false) : List.<Integer>of()) {
            add(tokenizer.tokenize(text, at, border), text, border, end, true, tokens);
            at = border;
        }
        add(tokenizer.tokenize(text, at, to), text, to, end, directions.stops().contains(to), tokens);
    }

    /** Takes the tokens before {@code border}; the last one is followed by a space only if the text has one there. */
    private static void add(List<Token> piece, String text, int border, int end, boolean stop, List<Token> tokens) {
        if (piece.isEmpty()) {
            return;
        }
        Token last = piece.getLast();
        boolean glued = !stop && border < end && last.end() == border && !isSpace(text.charAt(border));
        if (!glued) {
            tokens.addAll(piece);
            return;
        }
        tokens.addAll(piece.subList(0, piece.size() - 1));
        tokens.add(new Token(last.text(), last.start(), last.end(), false));
    }

    /** Parts the last token from what begins at {@code border}, if a word could be made of both. */
    private static void detach(List<Token> tokens, int border) {
        if (!tokens.isEmpty() && !tokens.getLast().spaceAfter() && tokens.getLast().end() == border
                && isJoining(tokens.getLast().text().charAt(tokens.getLast().text().length() - 1))) {
            Token last = tokens.removeLast();
            tokens.add(new Token(last.text(), last.start(), last.end(), true));
        }
    }

    private static boolean isJoining(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || "-‐‑/'’_".indexOf(c) >= 0;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
