package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 1/2, 3/8, 24/7, ½, 2½, 1 1/2. */
final class Fractions implements Rule {

    private static final Pattern SLASHED = Pattern.compile("(\\d{1,4})[/⁄](\\d{1,4})");

    private final NumberWords words;

    Fractions(NumberWords words) {
        this.words = words;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        if (tokens.integer(at, 0, 9999).isPresent()) {
            Optional<List<String>> part = fraction(tokens.text(at + 1));
            if (part.isPresent()) {
                List<String> spoken = new ArrayList<>(words.cardinal(tokens.text(at)));
                spoken.add("and");
                spoken.addAll(part.get().getFirst().equals("one") ? one(part.get()) : part.get());
                return Match.number(2, spoken);
            }
            return Optional.empty();
        }
        Matcher slashed = SLASHED.matcher(tokens.text(at));
        return fraction(tokens.text(at)).or(() -> slashed.matches()
                ? Optional.of(concat(words.cardinal(slashed.group(1)), words.cardinal(slashed.group(2))))
                : Optional.empty()).flatMap(spoken -> Match.number(1, spoken));
    }

    /** "two and a half" rather than "two and one half". */
    private static List<String> one(List<String> fraction) {
        return concat(List.of("a"), fraction.subList(1, fraction.size()));
    }

    private Optional<List<String>> fraction(String token) {
        switch (token) {
            case "½" :
                return Optional.of(List.of("one", "half"));
            case "¼" :
                return Optional.of(List.of("one", "quarter"));
            case "¾" :
                return Optional.of(List.of("three", "quarters"));
            case "⅓" :
                return Optional.of(List.of("one", "third"));
            case "⅔" :
                return Optional.of(List.of("two", "thirds"));
            default :
        }
        Matcher slashed = SLASHED.matcher(token);
        if (!slashed.matches()) {
            return Optional.empty();
        }
        int numerator = Integer.parseInt(slashed.group(1));
        int denominator = Integer.parseInt(slashed.group(2));
        if (numerator == 0 || numerator >= denominator || denominator > 100) {
            return Optional.empty();
        }
        return Optional.of(concat(words.cardinal(Integer.toString(numerator)), part(denominator, numerator > 1)));
    }

    private List<String> part(int denominator, boolean plural) {
        if (denominator == 2) {
            return List.of(plural ? "halves" : "half");
        }
        if (denominator == 4) {
            return List.of(plural ? "quarters" : "quarter");
        }
        List<String> ordinal = new ArrayList<>(words.ordinal(Integer.toString(denominator)));
        if (plural) {
            ordinal.set(ordinal.size() - 1, ordinal.getLast() + "s");
        }
        return ordinal;
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
