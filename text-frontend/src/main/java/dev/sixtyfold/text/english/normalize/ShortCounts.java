package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberReader;
import dev.sixtyfold.text.english.number.Numeral;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How many there are, with a letter for the zeros: 300K users, 1.5m people, 2.3M followers, 85K a year. */
final class ShortCounts implements Rule {

    private static final Pattern FORM = Pattern
            .compile("(" + Numeral.FIGURES + ") ?([kKmMB])(\\+?)(?![\\p{L}\\p{N}])");
    private static final int NEAR = 5;

    private final Neighbours neighbours;
    private final NumberReader numbers;

    ShortCounts(Neighbours neighbours, NumberReader numbers) {
        this.neighbours = neighbours;
        this.numbers = numbers;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        return tokens.startsWithDigit(at) && !tokens.isInName(at)
                ? tokens.form(FORM, at).flatMap(form -> count(form, tokens, at))
                : Optional.empty();
    }

    private Optional<Match> count(Tokens.Form form, Tokens tokens, int at) {
        int next = at + form.tokens();
        boolean counted = tokens.isSpacedFrom(next) && isCounted(form.group(2), tokens.text(next));
        return counted || isPaid(form.group(2), tokens, at, next)
                ? Numeral.parse(form.group(1)).flatMap(amount -> {
                    List<String> spoken = new ArrayList<>(numbers.readAmount(amount));
                    spoken.add(Scales.word(form.group(2)));
                    spoken.addAll(form.has(3) ? List.of("plus") : List.of());
                    return Match.of(Decision.NUMBER, form.tokens(), spoken);
                })
                : Optional.empty();
    }

    /** 10k jobs, but no 10K runs or 4K displays; 5m is a length before anything but people and what they have. */
    private boolean isCounted(String scale, String word) {
        return scale.equals("m")
                ? neighbours.is(Neighbours.Kind.NUMEROUS, word)
                : neighbours.is(Neighbours.Kind.NUMEROUS, word)
                        || (PlainNumbers.isPlural(word) && !neighbours.is(Neighbours.Kind.LETTERED, word));
    }

    /** Earns 85K a year. */
    private boolean isPaid(String scale, Tokens tokens, int at, int next) {
        boolean time = switch (tokens.lower(next + 1)) {
            case "year", "month", "week", "day", "annum" -> tokens.isAt(next, "a") || tokens.isAt(next, "per");
            default -> false;
        };
        return !scale.equals("m") && (time || tokens.wordsBefore(at, NEAR).stream()
                .anyMatch(word -> neighbours.is(Neighbours.Kind.PAYING, word)));
    }
}
