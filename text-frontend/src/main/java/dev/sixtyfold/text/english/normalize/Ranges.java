package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberReader;
import dev.sixtyfold.text.english.number.Numeral;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** 10-12, 1990–1995, 1990-95, 1st-3rd, 3:2, Mon-Fri; and scores: won 3-2. */
final class Ranges implements Rule {

    /** "18-24-year-olds": a hyphen and anything else makes a name of it. */
    private static final String COUNTED = "(?:year|month|week|day|hour|minute|mile|foot|page|inch|man|point|percent|meter)";
    private static final Pattern NUMBERS = Pattern.compile("(" + Numeral.FIGURES.substring("[-−+]?".length())
            + ")(st|nd|rd|th|s)?( ?[–—] ?|[-‐‑~]|:)(" + Numeral.FIGURES.substring("[-−+]?".length())
            + ")(st|nd|rd|th|s)?(?!(?![xX](?!\\p{L}))[\\p{L}\\p{N}]|[-–/:.]\\d| ?[=+×÷*<>≤≥≠]|-(?!" + COUNTED
            + ")\\p{L})");
    private static final Pattern TIME = Pattern.compile("(?:[01]?\\d|2[0-4]):[0-5]\\d");
    private static final String DAY = "(Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)";
    private static final String MONTH = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|January|February|March|April"
            + "|June|July|August|September|October|November|December)";
    private static final Pattern NAMES = Pattern
            .compile("(?:" + DAY + "|" + MONTH + ")\\.? ?[-–] ?(?:" + DAY + "|" + MONTH
                    + ")(?![\\p{L}\\p{N}])(?:\\.(?= [\\p{Ll}\\d]))?");
    private static final Set<String> GAMES = Set.of("won", "win", "wins", "winning", "lost", "lose", "loses", "losing",
            "beat", "beats", "beating", "defeated", "score", "scored", "scores", "led", "lead", "leads", "leading",
            "trail", "trailed", "trailing", "victory", "defeat", "draw", "drew", "tie", "tied", "loss", "ahead",
            "final",
            "passed", "approved", "voted", "vote", "votes", "ruled", "ruling", "verdict", "decision", "record",
            "majority", "ratio", "odds",
            "ended", "finished",
            "result");
    private static final Set<String> TENNIS_POINTS = Set.of("0", "15", "30", "40");
    /** How far from a result the word may stand that says it is one. */
    private static final int NEAR = 5;

    /** A–Z; with a hyphen only the whole alphabet is one for sure. */
    private static final Pattern LETTERS = Pattern.compile("(?:([A-Z]) ?– ?([A-Z])|(A)-(Z))(?![\\p{L}\\p{N}])");

    private final Neighbours neighbours;
    private final NumberReader numbers;

    Ranges(Neighbours neighbours, NumberReader numbers) {
        this.neighbours = neighbours;
        this.numbers = numbers;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        if (tokens.isWord(at)) {
            return tokens.isCapitalised(at) && (tokens.isDash(at + 1) || tokens.isDash(at + 2))
                    ? tokens.form(NAMES, at).flatMap(this::names).or(() -> letters(tokens, at))
                    : Optional.empty();
        }
        if (!tokens.hasFigures() || tokens.isInName(at)) {
            return Optional.empty();
        }
        return tokens.startsWithDigit(at)
                ? tokens.form(NUMBERS, at).flatMap(form -> ofNumbers(form, tokens, at))
                : Optional.empty();
    }

    private Optional<Match> ofNumbers(Tokens.Form form, Tokens tokens, int at) {
        Optional<Numeral> from = Numeral.parse(form.group(1) + form.group(2));
        Optional<Numeral> to = Numeral.parse(form.group(4) + form.group(5));
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        boolean result = isResult(tokens, at, form.tokens());
        if (form.group(3).equals(":")) {
            return TIME.matcher(form.match().group()).matches() && !result
                    ? Optional.empty()
                    : range(from.get(), to.get(), tokens, at, form.tokens());
        }
        if (isHours(from.get(), to.get(), tokens) || form.match().group().equals("9-5")) {
            return range(from.get(), to.get(), tokens, at, form.tokens());
        }
        if (isNamed(form.match().group())) {
            return together(from.get(), to.get(), form.tokens());
        }
        if (isTennis(from.get(), to.get(), tokens)) {
            return tennis(from.get(), to.get(), form.tokens());
        }
        boolean enDash = form.group(3).equals("–") && to.get().isBelow(from.get());
        if ((result || enDash || isSmallResult(from.get(), to.get(), tokens, at)) && from.get().isInteger()
                && from.get().whole().length() < 4) {
            return read(Decision.SCORE, from.get(), "to", to.get(), form.tokens());
        }
        if (tokens.isCapitalised(at - 1) && neighbours.is(Neighbours.Kind.DOCKETED, tokens.lower(at - 1))) {
            List<String> spoken = new ArrayList<>(numbers.words().code(from.get().whole()));
            spoken.addAll(numbers.words().code(to.get().whole()));
            return Match.of(Decision.CODE, form.tokens(), spoken);
        }
        boolean shortYear = from.get().looksLikeYear() && to.get().whole().length() == 2
                && from.get().whole().substring(2).compareTo(to.get().whole()) < 0;
        // A falling pair is no range: "978-0", "747-400".
        boolean rising = from.get().isBelow(to.get()) || (!from.get().fraction().isEmpty()
                && !to.get().isBelow(from.get()));
        boolean codes = from.get().whole().length() == 4 && to.get().whole().length() == 4 && from.get().isInteger()
                && to.get().isInteger() && !(from.get().looksLikeYear() && to.get().looksLikeYear())
                && !(from.get().whole().endsWith("0") || to.get().whole().endsWith("0"));
        if (codes && form.group(3).equals("-")) {
            List<String> spoken = new ArrayList<>(numbers.words().digits(from.get().whole()));
            spoken.add("—");
            spoken.addAll(numbers.words().digits(to.get().whole()));
            return Match.of(Decision.CODE, form.tokens(), spoken);
        }
        boolean spacedHyphen = form.group(3).length() == 3 && form.group(3).contains("-");
        if ((rising || shortYear) && !spacedHyphen && !from.get().whole().startsWith("00")) {
            return tokens.isCapitalised(at - 1) && isModel(from.get(), to.get())
                    ? Optional.empty()
                    : range(from.get(), to.get(), tokens, at, form.tokens());
        }
        return form.group(3).length() == 1 && !tokens.isCapitalised(at - 1) && !form.has(2) && !form.has(5)
                ? pair(from.get(), to.get(), form.tokens())
                : Optional.empty();
    }

    private Optional<Match> together(Numeral first, Numeral second, int tokens) {
        List<String> spoken = new ArrayList<>(numbers.read(first));
        spoken.addAll(numbers.read(second));
        return Match.of(Decision.RANGE, tokens, spoken);
    }

    /** Said as two numbers. */
    private static boolean isNamed(String pair) {
        return switch (pair) {
            case "50-50", "10-4", "24-7", "9-11", "20-20", "80-20", "60-40" -> true;
            default -> false;
        };
    }

    /** The points of a game: 40-15, 0-30. */
    private boolean isTennis(Numeral from, Numeral to, Tokens tokens) {
        boolean points = TENNIS_POINTS.contains(from.whole()) && TENNIS_POINTS.contains(to.whole())
                && from.isInteger() && to.isInteger() && !(from.is(0) && to.is(0));
        return points && (neighbours.mentions(tokens, Neighbours.Kind.TENNIS)
                || (to.isBelow(from) && neighbours.mentions(tokens, Neighbours.Kind.SERVED)));
    }

    /** Forty fifteen, love thirty, fifteen all. */
    private Optional<Match> tennis(Numeral from, Numeral to, int tokens) {
        List<String> spoken = new ArrayList<>(from.is(0) ? List.of("love") : numbers.read(from));
        spoken.addAll(to.is(0) ? List.of("love") : from.whole().equals(to.whole()) ? List.of("all") : numbers.read(to));
        return Match.of(Decision.SCORE, tokens, spoken);
    }

    /** Open 10-4, on weekdays 9-5. */
    private boolean isHours(Numeral from, Numeral to, Tokens tokens) {
        return from.isInteger() && to.isInteger() && !from.is(0) && !to.is(0) && from.isBelow(Numeral.count("13"))
                && to.isBelow(Numeral.count("13")) && neighbours.mentions(tokens, Neighbours.Kind.OPENING);
    }

    /** A falling pair of small numbers that is no part of a name is a result: "a 7-6 tiebreak", "2-0". */
    private static boolean isSmallResult(Numeral from, Numeral to, Tokens tokens, int at) {
        return from.isInteger() && to.isInteger() && from.whole().length() <= 2 && to.whole().length() <= 2
                && !from.isBelow(to) && !tokens.isCapitalised(at - 1) && !isTitle(tokens.lower(at - 1))
                && !(from.whole() + to.whole()).contains("00");
    }

    private static boolean isTitle(String word) {
        return switch (word) {
            case "section", "chapter", "figure", "table", "item", "part", "no", "number", "order", "code", "case",
                    "article", "rule", "page", "paragraph", "ref", "form", "lot", "unit" ->
                true;
            default -> false;
        };
    }

    /** Boeing 737-800. */
    private static boolean isModel(Numeral from, Numeral to) {
        return from.whole().length() == 3 && to.whole().length() == 3 && to.whole().endsWith("00");
    }

    /** Two numbers that a dash keeps apart. */
    private Optional<Match> pair(Numeral first, Numeral second, int tokens) {
        List<String> spoken = new ArrayList<>(numbers.read(first));
        spoken.add("—");
        spoken.addAll(numbers.read(second));
        return Match.of(Decision.CODE, tokens, spoken);
    }

    private Optional<Match> read(Decision kind, Numeral from, String between, Numeral to, int tokens) {
        List<String> spoken = new ArrayList<>(numbers.read(from));
        spoken.add(between);
        spoken.addAll(from.isInteger() && to.looksLikeYear() && !from.looksLikeYear()
                ? numbers.readAmount(to)
                : numbers.read(to));
        return Match.of(kind, tokens, spoken);
    }

    /** From one to the other; between one and the other. */
    private Optional<Match> range(Numeral from, Numeral to, Tokens tokens, int at, int count) {
        return read(Decision.RANGE, from, tokens.lower(at - 1).equals("between") ? "and" : "to", to, count);
    }

    private static boolean isResult(Tokens tokens, int at, int count) {
        if (tokens.wordsBefore(at, NEAR).stream().anyMatch(GAMES::contains)) {
            return true;
        }
        return GAMES.contains(tokens.lower(at + count)) || GAMES.contains(tokens.lower(at + count + 1));
    }

    private Optional<Match> letters(Tokens tokens, int at) {
        boolean week = tokens.isAt(at, "M") && tokens.isDash(at + 1)
                && (tokens.isAt(at + 2, "F") || tokens.isAt(at + 2, "F."))
                && (!tokens.isGlued(at + 2) || !tokens.isWord(at + 3))
                && neighbours.mentions(tokens, Neighbours.Kind.OPENING);
        if (week) {
            return Match.of(Decision.RANGE, 3, List.of("Monday", "to", "Friday"));
        }
        return tokens.isInName(at) ? Optional.empty() : tokens.form(LETTERS, at).flatMap(form -> {
            String from = form.group(1) + form.group(3);
            String to = form.group(2) + form.group(4);
            return from.compareTo(to) < 0
                    ? Match.of(Decision.RANGE, form.tokens(), List.of(from, "to", to))
                    : Optional.empty();
        });
    }

    private Optional<Match> names(Tokens.Form form) {
        boolean days = form.has(1) && form.has(3);
        boolean months = form.has(2) && form.has(4);
        if (!days && !months) {
            return Optional.empty();
        }
        List<String> spoken = days
                ? List.of(Weekdays.name(form.group(1)), "to", Weekdays.name(form.group(3)))
                : List.of(Months.name(form.group(2)), "to", Months.name(form.group(4)));
        return Match.of(Decision.RANGE, form.tokens(), spoken);
    }
}
