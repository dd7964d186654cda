package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How often and how much more: 3x daily, 2-3x/day, 3x the price, 500 mg x 7 days, 3 x $19.99, q6h. */
final class Multiples implements Rule {

    private static final String PERIOD = "day|d|wk|week|mo|month|yr|year|hour|hr";
    private static final Pattern TIMES = Pattern.compile("(\\d{1,3})(?:[-–](\\d{1,3}))?(?:\\.(\\d{1,2}))? ?[x×](?:/("
            + PERIOD + ")|(?= (?:daily|weekly|monthly|yearly|annually|nightly|a (?:" + PERIOD + ")|per (?:" + PERIOD
            + ")|each|as|the)))"
            + "(?![\\p{L}\\p{N}])");
    private static final Pattern REPEATED = Pattern
            .compile("[x×](?= ?\\d{1,3} (?:days?|weeks?|months?|hours?|hrs?|doses?)(?![\\p{L}]))");
    private static final Pattern EVERY = Pattern.compile("q(\\d{1,2})(h|hrs?)(?![\\p{L}\\p{N}])");

    private final Units units;
    private final NumberWords words;

    Multiples(Units units, NumberWords words) {
        this.units = units;
        this.words = words;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        if (tokens.startsWithDigit(at)) {
            return tokens.isInName(at) ? Optional.empty() : tokens.form(TIMES, at).flatMap(this::times);
        }
        if (!tokens.hasFigures() || tokens.text(at).isEmpty()) {
            return Optional.empty();
        }
        return switch (tokens.text(at).charAt(0)) {
            case 'x', '×' -> tokens.text(at).length() == 1 && tokens.isSpacedFrom(at)
                    && (isPriced(tokens, at) || (tokens.startsWithDigit(at + 1) && tokens.isWord(at + 2)
                            && tokens.form(REPEATED, at).isPresent()))
                                    ? Match.of(Decision.MEASURE, 1, List.of("times"))
                                    : Optional.empty();
            case 'q' -> tokens.form(EVERY, at).flatMap(form -> {
                List<String> spoken = new ArrayList<>(List.of("every"));
                spoken.addAll(words.cardinal(form.group(1)));
                spoken.add("hours");
                return Match.of(Decision.MEASURE, form.tokens(), spoken);
            });
            default -> Optional.empty();
        };
    }

    /** 3 x $19.99 */
    private static boolean isPriced(Tokens tokens, int at) {
        return tokens.startsNumber(at - 1) && tokens.startsWithDigit(at + 2) && switch (tokens.text(at + 1)) {
            case "$", "€", "£", "¥", "₹" -> true;
            default -> false;
        };
    }

    private Optional<Match> times(Tokens.Form form) {
        List<String> spoken = new ArrayList<>(form.has(3)
                ? words.decimal(form.group(1), form.group(3))
                : words.cardinal(form.group(1)));
        if (form.has(2)) {
            spoken.add("to");
            spoken.addAll(words.cardinal(form.group(2)));
        }
        spoken.add("times");
        units.below(form.group(4)).ifPresent(period -> spoken.addAll(List.of("per", period)));
        return Match.of(Decision.MEASURE, form.tokens(), spoken);
    }
}
