package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Letters and figures in one word: B2A23C, A380, es3, ab9453, 16c, 111st; figures with strokes; 401(k). */
final class Serials implements Rule {

    private static final Pattern FORM = Pattern.compile("[\\p{IsLatin}\\d]+");
    private static final Pattern RUN = Pattern.compile("\\d+|\\p{Lu}?\\p{Ll}+|\\p{Lu}+(?!\\p{Ll})|\\p{L}+");
    private static final Pattern MODEL = Pattern.compile("\\p{Lu}{1,2}\\d{3,4}|\\p{Lu}\\d{3,4}\\p{L}{0,2}");
    /** A320neo, SHA256, GTX1080: a name and its number. */
    private static final Pattern NAME_AND_NUMBER = Pattern.compile("\\p{Lu}{1,4}\\d{3,4}(?:\\p{Ll}{2,})?");
    private static final Pattern LETTERS_AND_DECIMAL = Pattern
            .compile("(\\p{Lu}{1,5})(\\d{1,3})\\.(\\d{1,3})(?![\\p{L}\\p{N}.])");
    /** The family of radio standards. */
    private static final Pattern STANDARD = Pattern.compile("802\\.(\\d{1,2})([a-z]{0,2})(?![\\p{L}\\p{N}])");
    private static final Pattern EPISODE = Pattern.compile("S(\\d{1,2}) ?E(\\d{1,3})(?![\\p{L}\\p{N}])");
    /** Those of a team: 49ers, 76ers. */
    private static final Pattern TEAM = Pattern.compile("([2-9][1-9])ers(?![\\p{L}\\p{N}])");
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX]([0-9A-Fa-f]{1,16})(?![\\p{L}\\p{N}])");
    /** 1080p60: lines and pictures a second. */
    private static final Pattern VIDEO = Pattern.compile("(\\d{3,4})([pi])(\\d{2,3})(?![\\p{L}\\p{N}])");
    private static final Pattern STROKES = Pattern.compile("\\d+(?:/\\d+)+(?![\\p{L}\\p{N}])");
    private static final Pattern PLAN = Pattern
            .compile("(\\d{1,3})((?:\\((?:[a-zA-Z]|\\d{1,2})\\))+)(?![\\p{L}\\p{N}])");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\((\\w+)\\)");

    private final NumberWords words;

    Serials(NumberWords words) {
        this.words = words;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        if (!tokens.hasFigures()) {
            return Optional.empty();
        }
        String text = tokens.text(at);
        Optional<Match> size = text.length() > 3 && Character.isUpperCase(text.charAt(0))
                ? tokens.form(LETTERS_AND_DECIMAL, at).flatMap(this::lettersAndDecimal)
                : Optional.empty();
        if (size.isPresent()) {
            return size;
        }
        Optional<Match> named = named(tokens, at);
        if (named.isPresent()) {
            return named;
        }
        boolean mixed = text.length() > 1 && isMixed(text) && FORM.matcher(text).matches();
        if (mixed && !isOtherNumber(tokens, at)) {
            return Match.of(Decision.CODE, 1, read(text));
        }
        if (!tokens.startsWithDigit(at)) {
            return Optional.empty();
        }
        return tokens.form(PLAN, at).flatMap(this::plan)
                .or(() -> tokens.form(STANDARD, at).flatMap(this::standard))
                .or(() -> tokens.form(STROKES, at).flatMap(this::strokes));
    }

    /** S2E5 of a series and 0xFF in programs. */
    private Optional<Match> named(Tokens tokens, int at) {
        return switch (tokens.text(at).charAt(0)) {
            case 'S' -> tokens.form(EPISODE, at).flatMap(form -> {
                List<String> spoken = new ArrayList<>(List.of("season"));
                spoken.addAll(words.cardinal(trimZeros(form.group(1))));
                spoken.add("episode");
                spoken.addAll(words.cardinal(trimZeros(form.group(2))));
                return Match.of(Decision.CODE, form.tokens(), spoken);
            });
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> tokens.form(HEXADECIMAL, at).flatMap(form -> {
                List<String> spoken = new ArrayList<>(List.of("zero", "x"));
                form.group(1).chars().forEach(c -> spoken.addAll(Character.isDigit(c)
                        ? words.digits(Character.toString(c))
                        : List.of(Character.toString(c))));
                return Match.of(Decision.CODE, form.tokens(), spoken);
            }).or(() -> tokens.form(TEAM, at).flatMap(form -> {
                List<String> spoken = new ArrayList<>(words.cardinal(form.group(1)));
                String unit = spoken.removeLast();
                spoken.add(unit + (unit.endsWith("e") ? "rs" : "ers"));
                return Match.of(Decision.CODE, form.tokens(), spoken);
            })).or(() -> tokens.form(VIDEO, at).flatMap(form -> {
                List<String> spoken = new ArrayList<>(words.code(form.group(1)));
                spoken.add(form.group(2));
                spoken.addAll(words.cardinal(form.group(3)));
                return Match.of(Decision.CODE, form.tokens(), spoken);
            }));
            default -> Optional.empty();
        };
    }

    private static String trimZeros(String figures) {
        return figures.length() > 1 && figures.startsWith("0") ? figures.substring(1) : figures;
    }

    /** PM2.5 */
    private Optional<Match> lettersAndDecimal(Tokens.Form form) {
        List<String> spoken = new ArrayList<>(List.of(form.group(1)));
        spoken.addAll(words.decimal(form.group(2), form.group(3)));
        return Match.of(Decision.CODE, form.tokens(), spoken);
    }

    /** 401(k), 501(c)(3). */
    private Optional<Match> plan(Tokens.Form form) {
        List<String> spoken = new ArrayList<>(words.code(form.group(1)));
        IN_BRACKETS.matcher(form.group(2)).results().map(found -> found.group(1)).forEach(part -> spoken
                .addAll(Character.isDigit(part.charAt(0)) ? words.cardinal(part) : List.of(part)));
        return Match.of(Decision.CODE, form.tokens(), spoken);
    }

    /** 802.11ac: eight oh two point eleven. */
    private Optional<Match> standard(Tokens.Form form) {
        List<String> spoken = new ArrayList<>(words.code("802"));
        spoken.add("point");
        spoken.addAll(words.cardinal(form.group(1)));
        spoken.addAll(form.has(2) ? List.of(form.group(2)) : List.of());
        return Match.of(Decision.CODE, form.tokens(), spoken);
    }

    private static boolean isMixed(String text) {
        boolean letter = false;
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            letter |= Character.isLetter(text.charAt(i));
            digit |= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return letter && digit;
    }

    /** 21st, 1990s. */
    private static boolean isOtherNumber(Tokens tokens, int at) {
        return tokens.numeral(at).isPresent();
    }

    private List<String> read(String text) {
        List<String> spoken = new ArrayList<>();
        boolean model = MODEL.matcher(text).matches() || NAME_AND_NUMBER.matcher(text).matches();
        Matcher runs = RUN.matcher(text);
        while (runs.find()) {
            String run = runs.group();
            spoken.addAll(!Character.isDigit(run.charAt(0)) ? List.of(run) : model ? words.code(run) : figures(run));
        }
        return spoken;
    }

    /** Up to two figures as a number, more of them one by one unless they are round. */
    private List<String> figures(String run) {
        boolean round = run.endsWith("00") && run.length() < 5;
        return run.length() < 3 || round ? words.pairs(run) : words.digits(run);
    }

    private Optional<Match> strokes(Tokens.Form form) {
        List<String> spoken = new ArrayList<>();
        for (String part : form.match().group().split("/", -1)) {
            if (!spoken.isEmpty()) {
                spoken.add("/");
            }
            spoken.addAll(part.length() < 4 ? words.label(part) : words.digits(part));
        }
        return Match.of(Decision.CODE, form.tokens(), spoken);
    }
}
