package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberReader;
import dev.sixtyfold.text.english.number.Numeral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 10-12, 1990–1995, 3:2. */
final class Ranges implements Rule {

    private final NumberReader numbers;

    Ranges(NumberReader numbers) {
        this.numbers = numbers;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        boolean ratio = tokens.text(at).indexOf(':') > 0;
        if (ratio) {
            String[] sides = tokens.text(at).split(":", 2);
            return read(Numeral.parse(sides[0]), Numeral.parse(sides[1]), 1);
        }
        boolean dash = tokens.isGlued(at) && tokens.isDash(at + 1) && tokens.isGlued(at + 1);
        boolean more = tokens.isGlued(at + 2) && tokens.isDash(at + 3);
        return dash && !more ? read(tokens.numeral(at), tokens.numeral(at + 2), 3) : Optional.empty();
    }

    private Optional<Match> read(Optional<Numeral> from, Optional<Numeral> to, int tokens) {
        if (from.isEmpty() || to.isEmpty() || !from.get().ending().isEmpty()) {
            return Optional.empty();
        }
        List<String> spoken = new ArrayList<>(numbers.read(from.get()));
        spoken.add("to");
        spoken.addAll(numbers.read(to.get()));
        return Match.number(tokens, spoken);
    }
}
