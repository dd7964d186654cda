package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Versions of programs: v2.1.0, 18.x, 2.0.1-rc.3, 3.13.0a2, C++17. Two numbers alone may be a decimal and are left to other rules. */
final class Versions implements Rule {

    private static final Pattern NUMBERED = Pattern.compile("([vV])\\.?(\\d+(?:\\.\\d+)+)(?![\\p{L}\\p{N}])");
    private static final Pattern ANY = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?)\\.x(?![\\p{L}\\p{N}])");
    /** What comes before a release: its kind, and its number if it has one. A letter is one only after three numbers. */
    private static final Pattern UNRELEASED = Pattern.compile("([vV]?)(\\d{1,4}(?:\\.\\d{1,4}){1,3})"
            + "(?:-?(rc|RC|alpha|beta)|-(pre|preview|dev|nightly|snapshot|SNAPSHOT|canary|next|M)"
            + "|(?<=\\.\\d{1,4}\\.\\d{1,4})(a|b)(?=\\d))[.-]?(\\d{1,8})?(?![\\p{L}\\p{N}]|[.-][\\p{L}\\p{N}])");

    /** Of a language, by its year. */
    private static final Pattern STANDARD = Pattern.compile("(C)\\+\\+(\\d{2})(?![\\p{L}\\p{N}])");

    private final NumberWords words;

    Versions(NumberWords words) {
        this.words = words;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        if (tokens.hasFigures() && tokens.text(at).startsWith("C")) {
            return tokens.form(STANDARD, at).flatMap(this::standard);
        }
        boolean named = tokens.text(at).startsWith("v") || tokens.text(at).startsWith("V");
        if (!tokens.hasFigures() || !(named || tokens.startsWithDigit(at)) || tokens.isInName(at)) {
            return Optional.empty();
        }
        Optional<Match> version = tokens.form(UNRELEASED, at).flatMap(this::unreleased);
        return version.or(() -> tokens.form(named ? NUMBERED : ANY, at).flatMap(named ? this::numbered : this::any));
    }

    private Optional<Match> standard(Tokens.Form form) {
        List<String> spoken = new ArrayList<>(List.of(form.group(1), "plus", "plus"));
        spoken.addAll(words.label(form.group(2)));
        return Match.of(Decision.CODE, form.tokens(), spoken);
    }

    private Optional<Match> unreleased(Tokens.Form form) {
        List<String> spoken = new ArrayList<>(form.has(1) ? List.of(form.group(1)) : List.of());
        spoken.addAll(numbers(form.group(2)));
        spoken.add(switch (form.group(3) + form.group(4) + form.group(5)) {
            case "rc", "RC" -> "RC";
            case "a" -> "alpha";
            case "b" -> "beta";
            case "M" -> "milestone";
            default -> (form.group(3) + form.group(4)).toLowerCase(Locale.ROOT);
        });
        if (form.has(6)) {
            spoken.addAll(form.group(6).length() < 4 ? words.cardinal(form.group(6)) : words.digits(form.group(6)));
        }
        return Match.of(Decision.CODE, form.tokens(), spoken);
    }

    private Optional<Match> numbered(Tokens.Form form) {
        List<String> spoken = new ArrayList<>(List.of(form.group(1)));
        spoken.addAll(numbers(form.group(2)));
        return Match.of(Decision.CODE, form.tokens(), spoken);
    }

    /** 18.x: any of them. */
    private Optional<Match> any(Tokens.Form form) {
        List<String> spoken = new ArrayList<>(numbers(form.group(1)));
        spoken.addAll(List.of("point", "x"));
        return Match.of(Decision.CODE, form.tokens(), spoken);
    }

    private List<String> numbers(String dotted) {
        List<String> spoken = new ArrayList<>();
        for (String part : dotted.split("\\.", -1)) {
            spoken.addAll(spoken.isEmpty() ? List.of() : List.of("point"));
            spoken.addAll(words.cardinal(part));
        }
        return spoken;
    }
}
