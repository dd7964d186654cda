package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The time before and after a launch: T-15 min, T+90 seconds, L-3 days, T-10 and counting. */
final class Countdowns implements Rule {

    private static final Pattern COUNT = Pattern.compile("([TL])([-−–+])(\\d{1,3})(?:(?::([0-5]\\d))? ?"
            + "(seconds?|secs?|s|minutes?|mins?|hours?|hrs?|h|days?|d)(?![\\p{L}\\p{N}])|(?= and counting))");

    private final Units units;
    private final NumberWords words;

    Countdowns(Units units, NumberWords words) {
        this.units = units;
        this.words = words;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        boolean letter = tokens.hasFigures() && (tokens.text(at).startsWith("T") || tokens.text(at).startsWith("L"));
        return letter ? tokens.form(COUNT, at).map(this::count) : Optional.empty();
    }

    private Match count(Tokens.Form form) {
        List<String> spoken = new ArrayList<>(
                List.of(form.group(1), form.group(2).equals("+") ? "plus" : "minus"));
        spoken.addAll(words.cardinal(form.group(3)));
        spoken.addAll(form.has(4) ? words.cardinal(form.group(4)) : List.of());
        if (form.has(5)) {
            boolean one = form.group(3).equals("1") && !form.has(4);
            spoken.addAll(units.find(form.group(5)).map(unit -> unit.words(one)).orElse(List.of(form.group(5))));
        }
        return new Match(form.tokens(), spoken, Decision.TIME);
    }
}
