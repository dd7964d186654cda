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
    private static final Pattern STROKES = Pattern.compile("\\d+(?:/\\d+)+(?![\\p{L}\\p{N}])");
    private static final Pattern PLAN = Pattern.compile("(\\d{3})\\(([a-z])\\)(?![\\p{L}\\p{N}])");

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
        boolean mixed = text.length() > 1 && isMixed(text) && FORM.matcher(text).matches();
        if (mixed && !isOtherNumber(tokens, at)) {
            return Match.of(Decision.CODE, 1, read(text));
        }
        if (!tokens.startsWithDigit(at)) {
            return Optional.empty();
        }
        return tokens.form(PLAN, at).flatMap(form -> {
            List<String> spoken = new ArrayList<>(words.code(form.group(1)));
            spoken.add(form.group(2));
            return Match.of(Decision.CODE, form.tokens(), spoken);
        }).or(() -> tokens.form(STROKES, at).flatMap(this::strokes));
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
        boolean model = MODEL.matcher(text).matches();
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
