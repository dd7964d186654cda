package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberReader;
import dev.sixtyfold.text.english.number.Numeral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 5 km, 100 km/h, 50%, 20°C, 3 sq ft. */
final class Measures implements Rule {

    /** "km/h" is three tokens, "sq ft" two. */
    private static final int LONGEST_UNIT = 3;

    private final Glossary glossary;
    private final NumberReader numbers;

    Measures(Glossary glossary, NumberReader numbers) {
        this.glossary = glossary;
        this.numbers = numbers;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        return tokens.numeral(at).filter(amount -> amount.ending().isEmpty())
                .flatMap(amount -> percent(amount, tokens, at).or(() -> degrees(amount, tokens, at))
                        .or(() -> unit(amount, tokens, at)));
    }

    private Optional<Match> percent(Numeral amount, Tokens tokens, int at) {
        return tokens.isAt(at + 1, "%") ? read(amount, "percent", 2) : Optional.empty();
    }

    private Optional<Match> degrees(Numeral amount, Tokens tokens, int at) {
        if (!tokens.isAt(at + 1, "°")) {
            return Optional.empty();
        }
        String degrees = amount.is(1) ? "degree" : "degrees";
        return switch (tokens.isGlued(at + 1) ? tokens.text(at + 2) : "") {
            case "C" -> read(amount, degrees + " Celsius", 3);
            case "F" -> read(amount, degrees + " Fahrenheit", 3);
            default -> read(amount, degrees, 2);
        };
    }

    private Optional<Match> unit(Numeral amount, Tokens tokens, int at) {
        for (int length = LONGEST_UNIT; length > 0; length--) {
            StringBuilder name = new StringBuilder();
            for (int i = at + 1; i <= at + length; i++) {
                name.append(tokens.text(i));
                if (!tokens.isGlued(i) && i < at + length) {
                    name.append(' ');
                }
            }
            Optional<List<String>> names = glossary.units().find(name.toString());
            if (names.isPresent() && at + length < tokens.size()) {
                String unit = amount.is(1) ? names.get().getFirst() : names.get().getLast();
                String power = tokens.isGlued(at + length) ? power(tokens.text(at + length + 1)) : "";
                return read(amount, power + unit, power.isEmpty() ? length + 1 : length + 2);
            }
        }
        return Optional.empty();
    }

    private static String power(String token) {
        return switch (token) {
            case "²" -> "square ";
            case "³" -> "cubic ";
            default -> "";
        };
    }

    private Optional<Match> read(Numeral amount, String unit, int tokens) {
        List<String> spoken = new ArrayList<>(numbers.readAmount(amount));
        spoken.addAll(List.of(unit.split(" ")));
        return Match.number(tokens, spoken);
    }
}
