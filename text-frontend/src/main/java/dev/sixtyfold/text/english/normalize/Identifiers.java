package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.number.Numeral;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Names that programs and networks have: snake_case, getUserName, #BlackLivesMatter, @john_doe, C#. Their words are read
 * one by one. A name with a single capital inside (iPhone, YouTube, McDonald) is one word.
 */
final class Identifiers implements Rule {

    /** #FF5733: six hexadecimal figures, of which one is a letter. */
    private static final Pattern COLOUR = Pattern.compile("(?=\\d*[A-Fa-f])(?=\\p{L}*\\d)[0-9A-Fa-f]{6}");
    private static final Pattern RUN = Pattern.compile("\\p{L}+|[0-9]+");
    private static final int FEWEST_HUMPS = 3;
    private static final int LONGEST_SNAKE = 64;

    private final NumberWords words;

    Identifiers(NumberWords words) {
        this.words = words;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        String text = tokens.text(at);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (text.charAt(0)) {
            case '#' -> text.length() == 1 ? hash(tokens, at) : Optional.empty();
            case '@' -> tokens.isGlued(at) && isHandle(tokens.text(at + 1))
                    ? named("at", tokens, at)
                    : Optional.empty();
            default -> isName(text) || (tokens.isGlued(at) && tokens.isAt(at + 1, "_") && isPart(text))
                    ? name(tokens, at)
                    : Optional.empty();
        };
    }

    private Optional<Match> hash(Tokens tokens, int at) {
        if (tokens.isGlued(at) && COLOUR.matcher(tokens.text(at + 1)).matches()) {
            return Match.of(Decision.CODE, 2, characters(tokens.text(at + 1)));
        }
        if (tokens.isGlued(at) && isPapers(tokens.lower(at - 1)) && tokens.isCapitalised(at + 1)) {
            return Optional.of(new Match(1, List.of("number"), Decision.SYMBOL));
        }
        if (tokens.isGlued(at) && isHandle(tokens.text(at + 1))) {
            return named("hashtag", tokens, at);
        }
        if (at > 0 && !tokens.isGlued(at) && !tokens.isGlued(at - 1) && tokens.isWord(at - 1)) {
            return Optional.of(new Match(1, List.of("number"), Decision.SYMBOL));
        }
        // By itself, or before what is no word.
        return tokens.numeral(at + 1).isPresent() && tokens.isGlued(at)
                ? Optional.empty()
                : Optional.of(new Match(1, List.of("hash"), Decision.SYMBOL));
    }

    /** What has a number with letters in it: Invoice #INV-2024-001. */
    private static boolean isPapers(String word) {
        return switch (word) {
            case "invoice", "order", "ticket", "case", "reference", "ref", "po", "claim", "policy", "tracking",
                    "serial",
                    "confirmation", "booking", "docket", "patent", "permit", "license", "part", "item", "sku",
                    "model" ->
                true;
            default -> false;
        };
    }

    /** A sign and the name that it is said of. */
    private Optional<Match> named(String sign, Tokens tokens, int at) {
        List<String> spoken = new ArrayList<>(List.of(sign));
        int end = addSnake(tokens, at + 1, spoken);
        return Optional.of(new Match(end - at, spoken, Decision.SYMBOL));
    }

    private Optional<Match> name(Tokens tokens, int at) {
        boolean sharp = tokens.isGlued(at) && tokens.isAt(at + 1, "#")
                && !(tokens.isGlued(at + 1) && isPart(tokens.text(at + 2)))
                && tokens.text(at).length() == 1;
        if (sharp) {
            return Optional.of(new Match(2, List.of(tokens.text(at), "sharp"), Decision.SYMBOL));
        }
        boolean snake = tokens.isGlued(at) && tokens.isAt(at + 1, "_");
        if (!snake && (!hasCapitalInside(tokens.text(at)) || humps(tokens.text(at)).size() < FEWEST_HUMPS)) {
            return Optional.empty();
        }
        List<String> spoken = new ArrayList<>();
        int end = addSnake(tokens, at, spoken);
        return Optional.of(new Match(end - at, spoken, Decision.COMPOUND));
    }

    /** Adds the words of a name from token {@code from} on; returns the token after its last. */
    private int addSnake(Tokens tokens, int from, List<String> spoken) {
        int at = from;
        addPart(tokens.text(at), spoken);
        while (tokens.isGlued(at) && tokens.isAt(at + 1, "_") && tokens.isGlued(at + 1)
                && isPart(tokens.text(at + 2)) && at < from + LONGEST_SNAKE) {
            at += 2;
            addPart(tokens.text(at), spoken);
        }
        return at + 1;
    }

    /** Letters and figures in any order: x86, 64. */
    private static boolean isPart(String text) {
        return !text.isEmpty() && RUN.matcher(text).replaceAll("").isEmpty();
    }

    private void addPart(String text, List<String> spoken) {
        RUN.matcher(text).results().map(MatchResult::group).forEach(
                run -> spoken.addAll(Character.isDigit(run.charAt(0)) ? figures(run) : humps(run)));
    }

    private static boolean isHandle(String text) {
        int figures = text.length();
        while (figures > 0 && Character.isDigit(text.charAt(figures - 1))) {
            figures--;
        }
        return isName(text.substring(0, figures));
    }

    private List<String> characters(String code) {
        List<String> spoken = new ArrayList<>(List.of("hash"));
        code.chars().forEach(c -> spoken.addAll(Character.isDigit(c)
                ? words.digits(Character.toString(c))
                : List.of(Character.toString(Character.toUpperCase(c)))));
        return spoken;
    }

    /** The figures of a year together, others one by one. */
    private List<String> figures(String figures) {
        return Numeral.count(figures).looksLikeYear()
                ? words.year(figures)
                : figures.length() < 3 ? words.label(figures) : words.digits(figures);
    }

    private static boolean isName(String text) {
        if (text.isEmpty() || !Character.isLetter(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (!Character.isLetter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasCapitalInside(String name) {
        for (int i = 1; i < name.length(); i++) {
            if (Character.isUpperCase(name.charAt(i)) && Character.isLowerCase(name.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** getUserName: get, User, Name; HTTPServer: HTTP, Server. */
    private static List<String> humps(String name) {
        List<String> humps = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < name.length(); i++) {
            boolean capital = Character.isUpperCase(name.charAt(i));
            boolean afterSmall = Character.isLowerCase(name.charAt(i - 1));
            boolean beforeSmall = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
            if (capital && (afterSmall || (beforeSmall && i > start))) {
                humps.add(name.substring(start, i));
                start = i;
            }
        }
        humps.add(name.substring(start));
        return humps;
    }
}
