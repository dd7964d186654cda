package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.reading.Decision;
import java.util.List;
import java.util.Optional;

/** Dr. Smith, Main St., approx., Vol. 3, vs. */
final class Abbreviations implements Rule {

    private final Glossary glossary;

    Abbreviations(Glossary glossary) {
        this.glossary = glossary;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        String word = tokens.text(at);
        if (word.isEmpty() || !Character.isLetter(word.charAt(0))) {
            return Optional.empty();
        }
        boolean ownStop = word.endsWith(".");
        boolean splitStop = !ownStop && tokens.isGlued(at) && tokens.isAt(at + 1, ".");
        String bare = ownStop ? word.substring(0, word.length() - 1) : word;
        int after = splitStop ? at + 2 : at + 1;
        boolean stop = ownStop || splitStop;
        Optional<String> title = glossary.titles().first(bare)
                .filter(found -> tokens.isCapitalised(after) && (stop || !isOrdinaryWord(bare)));
        if (title.isPresent()) {
            return read(title.get(), after - at);
        }
        if (isOrdinaryWord(bare) && !Character.isDigit(first(tokens.text(after)))) {
            return Optional.empty();
        }
        Optional<String> withStop = stop ? glossary.abbreviations().first(bare + ".") : Optional.empty();
        if (withStop.isPresent()) {
            // The full stop of the last word is the sentence's too.
            return read(withStop.get(), splitStop && after == tokens.size() ? 1 : after - at);
        }
        return glossary.abbreviations().first(word).flatMap(found -> read(found, 1));
    }

    private static Optional<Match> read(String words, int tokens) {
        return Optional.of(new Match(tokens, List.of(words.split(" ")), Decision.ABBREVIATION));
    }

    private static char first(String text) {
        return text.isEmpty() ? ' ' : text.charAt(0);
    }

    /** Words that end sentences more often than they are short for something, unless a number follows. */
    private static boolean isOrdinaryWord(String word) {
        return switch (word) {
            case "no", "No", "nos", "ed", "eds", "fig", "Fig", "est", "Mar", "Sat", "Sun", "Mon", "Wed", "Jan", "Hon",
                    "Fr", "Ft", "pp", "ch", "Ch" ->
                true;
            default -> false;
        };
    }
}
