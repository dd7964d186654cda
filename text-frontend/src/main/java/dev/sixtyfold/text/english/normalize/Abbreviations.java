package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.reading.Decision;
import java.util.List;
import java.util.Optional;

/** Dr. Smith, Main St., Sunset Dr., approx., Vol. 3, no. 5, vs., e.g. */
final class Abbreviations implements Rule {

    private final ShortForms forms;

    Abbreviations(Glossary glossary) {
        this.forms = new ShortForms(glossary);
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
        if (startsWithDigit(tokens.text(after)) && !tokens.isGlued(after - 1)) {
            Optional<String> counted = forms.beforeNumber(bare).filter(found -> stop || bare.length() > 1);
            if (counted.isPresent()) {
                return read(counted.get(), after - at);
            }
        }
        Optional<String> title = forms.title(bare)
                .filter(found -> tokens.isCapitalised(after) && (stop || !isOrdinaryWord(bare)));
        if (title.isPresent()) {
            return read(title.get(), after - at);
        }
        if (isOrdinaryWord(bare) && !startsWithDigit(tokens.text(after))) {
            return Optional.empty();
        }
        // The full stop of the last word is the sentence's too.
        int count = splitStop && after == tokens.size() ? 1 : after - at;
        if (stop && bare.equals("Dr") && isStreetName(tokens, at)) {
            return read("Drive", count);
        }
        Optional<String> withStop = stop ? forms.withStop(bare) : Optional.empty();
        if (withStop.isPresent()) {
            return read(withStop.get(), count);
        }
        return slashed(tokens, at).or(() -> forms.bare(word).flatMap(found -> read(found, 1)));
    }

    /** "w/o" and "b/c" are three tokens, "w/" is two, and "tl;dr" three. */
    private Optional<Match> slashed(Tokens tokens, int at) {
        boolean sign = tokens.isGlued(at) && (tokens.isAt(at + 1, "/") || tokens.isAt(at + 1, ";"));
        if (!sign) {
            return Optional.empty();
        }
        String start = tokens.text(at) + tokens.text(at + 1);
        Optional<Match> whole = tokens.isGlued(at + 1)
                ? forms.bare(start + tokens.text(at + 2)).flatMap(found -> read(found, 3))
                : Optional.empty();
        return whole.or(() -> forms.bare(start).flatMap(found -> read(found, 2)));
    }

    /** "Sunset Dr." after a name that is no sentence's first word by itself. */
    private static boolean isStreetName(Tokens tokens, int at) {
        return at > 1 && tokens.isCapitalised(at - 1) && Character.isLetter(tokens.text(at - 1).charAt(0));
    }

    private static Optional<Match> read(String words, int tokens) {
        return Optional.of(new Match(tokens, List.of(words.split(" ")), Decision.ABBREVIATION));
    }

    private static boolean startsWithDigit(String text) {
        return !text.isEmpty() && Character.isDigit(text.charAt(0));
    }

    /** Words that end sentences more often than they are short for something, unless a number follows. */
    private static boolean isOrdinaryWord(String word) {
        return switch (word) {
            case "no", "No", "NO", "nos", "ed", "eds", "fig", "Fig", "est", "Mar", "Sat", "Sun", "Mon", "Wed", "Jan",
                    "Hon", "Fr", "Ft", "ft", "pp", "ch", "Ch", "art", "Art", "op", "Op", "ref", "Ref", "sec", "Sec",
                    "pt", "min", "max", "temp", "trans", "para", "ext", "tel", "apt", "ave", "Br", "Sr", "Det", "Pt" ->
                true;
            default -> false;
        };
    }
}
