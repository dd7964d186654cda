package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** 1/2, 3/8, 1/4th, 24/7, ½, 2½, 1 1/2, 3/4 mi. */
final class Fractions implements Rule {

    private static final Pattern SLASHED = Pattern.compile(
            "[-−]?(?:(\\d{1,4})[ -])?(\\d{1,4})[/⁄](\\d{1,4})(?i:(?:st|nd|rd|th)?s?)(?![\\p{L}\\p{N}/°])");
    private static final Pattern SIGN = Pattern.compile("(?:(\\d+) ?)?([½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])");
    private static final String SIGNS = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞";
    private static final String NUMERATORS = "113121234151357";
    private static final String DENOMINATORS = "244335555668888";

    private static final Pattern RATING = Pattern
            .compile("(\\d{1,2})(?:\\.(\\d{1,2})|(½))/(4|5|6|10|20|100)(?![\\p{L}\\p{N}/.]\\d?)");
    /** Of what gets so many points out of so many. */
    private static final Set<String> MARKING = Set.of("score", "scored", "scores", "scoring", "rate", "rated", "rates",
            "rating", "mark", "grade", "graded", "quiz", "exam", "pain");
    private static final int NEAR = 4;

    private final Units units;
    private final Neighbours neighbours;
    /** What may follow the dash of a range that a fraction begins. */
    private final Rule measures;
    private final NumberWords words;

    Fractions(Units units, Neighbours neighbours, Rule measures, NumberWords words) {
        this.units = units;
        this.neighbours = neighbours;
        this.measures = measures;
        this.words = words;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        if (!tokens.startsNumber(at) && !isFractionSign(tokens.text(at))) {
            return Optional.empty();
        }
        return fraction(tokens, at).map(from -> range(from, tokens, at));
    }

    /** 4.3/5, 9½/10 */
    private Optional<Match> rating(Tokens.Form form) {
        List<String> spoken = new ArrayList<>(form.has(3)
                ? words.cardinal(form.group(1))
                : words.decimal(form.group(1), form.group(2)));
        spoken.addAll(form.has(3) ? List.of("and", "a", "half") : List.of());
        spoken.addAll(List.of("out", "of"));
        spoken.addAll(words.cardinal(form.group(4)));
        return Match.of(Decision.FRACTION, form.tokens(), spoken);
    }

    private static boolean isFractionSign(String text) {
        return !text.isEmpty() && SIGNS.indexOf(text.charAt(0)) >= 0;
    }

    /** ½-¾ cup, 2½-3 hours. */
    private Match range(Match from, Tokens tokens, int at) {
        int dash = at + from.tokens();
        if (!tokens.isDash(dash) || from.kind() != Decision.FRACTION || !tokens.isGlued(dash)
                || !(tokens.startsWithDigit(dash + 1) || isFractionSign(tokens.text(dash + 1)))) {
            return from;
        }
        Optional<Match> to = fraction(tokens, dash + 1).or(() -> measures.match(tokens, dash + 1))
                .or(() -> tokens.numeral(dash + 1).filter(numeral -> numeral.isInteger())
                        .map(numeral -> new Match(1, words.cardinal(numeral.whole()), Decision.NUMBER)));
        if (to.isEmpty()) {
            return from;
        }
        List<String> spoken = new ArrayList<>(from.words());
        spoken.add("to");
        spoken.addAll(to.get().words());
        return new Match(from.tokens() + 1 + to.get().tokens(), spoken,
                to.get().kind() == Decision.MEASURE ? Decision.MEASURE : Decision.FRACTION);
    }

    private Optional<Match> fraction(Tokens tokens, int at) {
        Optional<Match> rating = tokens.form(RATING, at).flatMap(this::rating);
        if (rating.isPresent()) {
            return rating;
        }
        return tokens.form(SIGN, at).map(form -> sign(form, tokens, at))
                .or(() -> tokens.isInName(at)
                        ? Optional.empty()
                        : tokens.form(SLASHED, at).map(form -> slashed(form, tokens, at)));
    }

    private Match sign(Tokens.Form form, Tokens tokens, int at) {
        int index = SIGNS.indexOf(form.group(2));
        return withUnit(form.group(1), words.fraction(NUMERATORS.substring(index, index + 1),
                DENOMINATORS.substring(index, index + 1)), form.tokens(), tokens, at);
    }

    private Match slashed(Tokens.Form form, Tokens tokens, int at) {
        String numerator = form.group(2);
        String denominator = form.group(3);
        boolean division = tokens.isAt(at + form.tokens(), "=") && !form.has(1)
                && numerator.length() >= denominator.length() && numerator.compareTo(denominator) > 0;
        if (division) {
            return new Match(form.tokens(), both(numerator, List.of("divided", "by"), denominator),
                    Decision.MATHEMATICS);
        }
        if (!form.has(1) && isBestMark(denominator) && (numerator.equals(denominator) || isMark(tokens, at))) {
            return new Match(form.tokens(), both(numerator, List.of("out", "of"), denominator), Decision.FRACTION);
        }
        String before = tokens.lower(at - 1);
        boolean versions = neighbours.is(Neighbours.Kind.VERSIONED, before)
                || neighbours.is(Neighbours.Kind.LABELLED, before);
        boolean named = !form.has(1) && (versions || isNamed(numerator, denominator)
                || isMeter(numerator, denominator, tokens.lower(at + form.tokens())));
        if (!form.has(1) && isPressure(numerator, denominator)) {
            List<String> spoken = new ArrayList<>(words.code(numerator));
            spoken.add("over");
            spoken.addAll(words.code(denominator));
            boolean unit = tokens.isAt(at + form.tokens(), "mmHg");
            spoken.addAll(unit ? List.of("millimeters", "of", "mercury") : List.of());
            return new Match(form.tokens() + (unit ? 1 : 0), spoken, Decision.MEASURE);
        }
        if (!form.has(1) && tokens.wordsBefore(at, 3).contains("odds")) {
            return new Match(form.tokens(), both(numerator, List.of("to"), denominator), Decision.FRACTION);
        }
        if (named || numerator.startsWith("0") || denominator.startsWith("0")) {
            List<String> spoken = new ArrayList<>(words.label(numerator));
            spoken.addAll(words.label(denominator));
            return new Match(form.tokens(), spoken, Decision.FRACTION);
        }
        return withUnit(form.group(1), words.fraction(numerator, denominator), form.tokens(), tokens, at);
    }

    private List<String> both(String numerator, List<String> between, String denominator) {
        List<String> spoken = new ArrayList<>(words.cardinal(numerator));
        spoken.addAll(between);
        spoken.addAll(words.cardinal(denominator));
        return spoken;
    }

    /** 24/7, 9/11 and 4/4 are said as two numbers. */
    private static boolean isNamed(String numerator, String denominator) {
        return switch (numerator + "/" + denominator) {
            case "24/7", "9/11", "20/20", "50/50", "7/7", "80/20", "60/40", "70/30", "90/10", "12/7", "4/20", "4/4" ->
                true;
            default -> false;
        };
    }

    /** 3/4 time, 6/8: of music. */
    private static boolean isMeter(String numerator, String denominator, String next) {
        boolean beats = switch (denominator) {
            case "2", "4", "8", "16" -> numerator.length() < 3 && !numerator.equals("1");
            default -> false;
        };
        boolean counted = switch (next) {
            case "time", "signature", "beat", "rhythm", "waltz", "groove" -> true;
            default -> false;
        };
        return beats && counted;
    }

    /** Scored 7/10, pain 6/10. */
    private static boolean isMark(Tokens tokens, int at) {
        return tokens.wordsBefore(at, NEAR).stream().anyMatch(MARKING::contains);
    }

    /** 10/10 would recommend. */
    private static boolean isBestMark(String mark) {
        return switch (mark) {
            case "5", "10", "100" -> true;
            default -> false;
        };
    }

    /** 120/80, a blood pressure. */
    private static boolean isPressure(String numerator, String denominator) {
        return numerator.length() == 3 && numerator.compareTo("250") < 0 && denominator.length() == 2
                && denominator.compareTo("40") >= 0;
    }

    /** "two and a half miles", "three quarters of a mile". */
    private Match withUnit(String whole, List<String> fraction, int count, Tokens tokens, int at) {
        List<String> spoken = new ArrayList<>();
        if (tokens.text(at).startsWith("-") || tokens.text(at).startsWith("−")) {
            spoken.add("minus");
        }
        if (!whole.isEmpty()) {
            spoken.addAll(words.cardinal(whole));
            spoken.add("and");
            boolean half = fraction.equals(List.of("one", "half"));
            spoken.addAll(half ? List.of("a", "half") : fraction);
        } else {
            spoken.addAll(fraction);
        }
        int next = at + count;
        boolean hyphen = tokens.isGlued(next - 1) && tokens.isDash(next) && tokens.isGlued(next);
        int unitAt = hyphen ? next + 1 : next;
        boolean spaced = tokens.isSpacedFrom(next);
        int cup = neighbours.cup(tokens, unitAt);
        if (cup > 0) {
            spoken.add(whole.isEmpty() ? "cup" : "cups");
            return new Match(unitAt + cup - at, spoken, Decision.MEASURE);
        }
        Optional<Units.Unit> unit = units.find(tokens.text(unitAt))
                .filter(found -> found.when().allows(spaced, tokens, unitAt + 1));
        if (unit.isEmpty()) {
            return new Match(count, spoken, Decision.FRACTION);
        }
        boolean thing = neighbours.isSizeOfThing(tokens, at, unitAt + 1);
        if (whole.isEmpty() && !hyphen && !thing && !fraction.getFirst().equals("one")) {
            spoken.add("of");
            spoken.add(unit.get().one().matches("(?:[aeiou]|hour).*") ? "an" : "a");
        }
        spoken.addAll(unit.get().words(
                whole.isEmpty() || hyphen || thing));
        boolean stop = tokens.isAt(unitAt + 1, ".") && tokens.isGlued(unitAt) && unitAt + 2 < tokens.size();
        return new Match(unitAt + (stop ? 2 : 1) - at, spoken, Decision.MEASURE);
    }
}
