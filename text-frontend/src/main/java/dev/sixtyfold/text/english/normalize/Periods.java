package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberReader;
import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times longer than a day: 1980s, mid-1980s, the '80s, '05, 340 A.D., 44 BC, 2Q22, Q3 2021, FY2022, 1990s-2000s. */
final class Periods implements Rule {

    private static final String END = "(?![\\p{L}\\p{N}])";
    private static final Pattern ERA = Pattern.compile(
            "(\\d{1,3}(?:,\\d{3})*|\\d+)(s)?(?: ?[-–—] ?(\\d{1,4}))? ?(A\\.?D|B\\.?C\\.?E|B\\.?C|C\\.?E)(?:\\.|" + END
                    + ")");
    private static final Pattern ERA_FIRST = Pattern.compile("(?:A\\.?D\\.?|AD) (\\d{1,4})" + END);
    private static final Pattern DECADES = Pattern.compile(
            "(?:((?i:mid|early|late|pre|post))[- ]?)?'?(\\d{1,3})0 ?s(?: ?[-–—] ?'?(\\d{1,3}0)s)?" + END);
    private static final Pattern CLIPPED_YEAR = Pattern.compile("'(\\d{2})" + END);
    private static final Pattern QUARTER = Pattern.compile(
            "(?:([1-4])Q[ -]?|Q([1-4])(?:[ -]|(?='))|([12])H[ -]?|H([12])(?:[ -]|(?=')))(?:of )?('?\\d{2}|[12]\\d{3})"
                    + END);
    private static final Pattern FISCAL_YEAR = Pattern
            .compile("FY ?'?(\\d{2}|[12]\\d{3})(?:[/–-](\\d{2}))?" + END);

    /** 2019/20: a season of two years. */
    private static final Pattern SEASON = Pattern.compile("([12]\\d(\\d\\d))/(\\d\\d)(?![\\p{L}\\p{N}/])");
    /** The 2001-2 season: from one year to the next. */
    private static final Pattern SHORT_SEASON = Pattern
            .compile("([12]\\d{2}(\\d))[-–](\\d)(?= (?:season|campaign)s?(?!\\p{L}))");

    private final NumberWords words;

    Periods(NumberWords words) {
        this.words = words;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        if (!tokens.hasFigures() || tokens.text(at).isEmpty()) {
            return Optional.empty();
        }
        return switch (tokens.text(at).charAt(0)) {
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> tokens.form(ERA, at).flatMap(this::era)
                    .or(() -> tokens.form(QUARTER, at).flatMap(form -> quarter(form, tokens, at)))
                    .or(() -> tokens.form(SEASON, at).flatMap(this::season))
                    .or(() -> tokens.form(SHORT_SEASON, at).flatMap(this::shortSeason)).or(() -> decades(tokens, at));
            case '\'' -> decades(tokens, at).or(() -> clippedYear(tokens, at));
            case 'm', 'e', 'l', 'p', 'M', 'E', 'L', 'P' -> decades(tokens, at);
            case 'A' -> tokens.form(ERA_FIRST, at).flatMap(form -> {
                List<String> spoken = new ArrayList<>(List.of("AD"));
                spoken.addAll(words.year(form.group(1)));
                return Match.of(Decision.YEAR, form.tokens(), spoken);
            });
            case 'Q', 'H' -> tokens.form(QUARTER, at).flatMap(form -> quarter(form, tokens, at));
            case 'F' -> tokens.form(FISCAL_YEAR, at).flatMap(form -> {
                List<String> spoken = new ArrayList<>(List.of("fiscal", "year"));
                spoken.addAll(words.year(form.group(1)));
                spoken.addAll(form.has(2) ? lastFigures(form.group(2)) : List.of());
                return Match.of(Decision.YEAR, form.tokens(), spoken);
            });
            default -> Optional.empty();
        };
    }

    private Optional<Match> era(Tokens.Form form) {
        List<String> spoken = new ArrayList<>(year(form.group(1)));
        if (form.has(2)) {
            spoken = new ArrayList<>(NumberReader.plural(spoken));
        }
        if (form.has(3)) {
            spoken.add("to");
            spoken.addAll(year(form.group(3)));
        }
        spoken.add(form.group(4).replace(".", ""));
        return Match.of(Decision.YEAR, form.tokens(), spoken);
    }

    private Optional<Match> season(Tokens.Form form) {
        if ((Integer.parseInt(form.group(2)) + 1) % 100 != Integer.parseInt(form.group(3))) {
            return Optional.empty();
        }
        List<String> spoken = new ArrayList<>(words.year(form.group(1)));
        spoken.addAll(lastFigures(form.group(3)));
        return Match.of(Decision.YEAR, form.tokens(), spoken);
    }

    private Optional<Match> shortSeason(Tokens.Form form) {
        if (Integer.parseInt(form.group(2)) + 1 != Integer.parseInt(form.group(3))) {
            return Optional.empty();
        }
        List<String> spoken = new ArrayList<>(words.year(form.group(1)));
        spoken.add("to");
        spoken.addAll(words.cardinal(form.group(3)));
        return Match.of(Decision.YEAR, form.tokens(), spoken);
    }

    /** A year by its last two figures. */
    private List<String> lastFigures(String figures) {
        return figures.startsWith("0")
                ? List.of("oh", words.digits(figures).getLast())
                : words.cardinal(figures);
    }

    private List<String> year(String figures) {
        String digits = figures.replace(",", "");
        return digits.equals(figures) && digits.length() < 5 ? words.year(digits) : words.cardinal(digits);
    }

    private Optional<Match> decades(Tokens tokens, int at) {
        return tokens.form(DECADES, at).flatMap(form -> {
            boolean bare = !form.has(1) && !form.has(3) && form.match().group().matches("\\d+s");
            // "300s" and "20 s" are no decades; "20s" is read the same as a plain number in the plural.
            boolean spaced = form.match().group().endsWith(" s");
            boolean decade = form.group(2).length() == 3 || !spaced;
            // Thousands of people are no decade.
            boolean amount = form.group(2).equals("100") && tokens.lower(at + form.tokens()).equals("of");
            if (!decade || amount || (bare && form.group(2).length() < 3)) {
                return Optional.empty();
            }
            List<String> spoken = new ArrayList<>();
            if (form.has(1)) {
                spoken.add(form.group(1).toLowerCase(Locale.ROOT));
            }
            boolean ofCentury = form.group(2).equals("0") && form.match().group().contains("'");
            spoken.addAll(ofCentury
                    ? List.of("two", "thousands")
                    : NumberReader.plural(words.year(form.group(2) + "0")));
            if (form.has(3)) {
                spoken.add("to");
                spoken.addAll(NumberReader.plural(words.year(form.group(3))));
            }
            return Match.of(Decision.YEAR, form.tokens(), spoken);
        });
    }

    /** '05: oh five. Not the closing quote before a number. */
    private Optional<Match> clippedYear(Tokens tokens, int at) {
        return tokens.isGlued(at - 1) ? Optional.empty() : tokens.form(CLIPPED_YEAR, at).flatMap(form -> {
            return Match.of(Decision.YEAR, form.tokens(), lastFigures(form.group(1)));
        });
    }

    private Optional<Match> quarter(Tokens.Form form, Tokens tokens, int at) {
        String quarter = form.group(1) + form.group(2);
        String half = form.group(3) + form.group(4);
        List<String> spoken = new ArrayList<>(tokens.lower(at - 1).equals("the") ? List.of() : List.of("the"));
        spoken.addAll(words.ordinal(quarter + half));
        spoken.addAll(List.of(quarter.isEmpty() ? "half" : "quarter", "of"));
        spoken.addAll(words.year(form.group(5).replace("'", "")));
        return Match.of(Decision.DATE, form.tokens(), spoken);
    }
}
