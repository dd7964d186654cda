package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberReader;
import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.number.Numeral;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Numbers without anything that says what they count: 42, 1984, 1990s, 21st, 3.14, 1.2.3, #5. */
final class PlainNumbers implements Rule {

    private final NumberReader numbers;
    private final NumberWords words;

    PlainNumbers(NumberReader numbers, NumberWords words) {
        this.numbers = numbers;
        this.words = words;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        if (tokens.isAt(at, "#") && tokens.isGlued(at) && tokens.numeral(at + 1).isPresent()) {
            List<String> spoken = new ArrayList<>(List.of("number"));
            spoken.addAll(numbers.readAmount(tokens.numeral(at + 1).orElseThrow()));
            return Match.number(2, spoken);
        }
        Optional<Numeral> numeral = tokens.numeral(at);
        if (numeral.isPresent()) {
            boolean inName = tokens.isGlued(at - 1) && tokens.isDash(at - 1) && numeral.get().fraction().isEmpty()
                    && !numeral.get().isOrdinal();
            return Match.number(1, inName ? numbers.readCode(numeral.get()) : numbers.read(numeral.get()))
                    .map(match -> match.of(inName ? Decision.CODE : kind(numeral.get())));
        }
        return tokens.text(at).matches("\\d+([.,:]\\d+)+")
                ? Match.number(1, parts(tokens.text(at))).map(match -> match.of(Decision.CODE))
                : Optional.empty();
    }

    private static Decision kind(Numeral numeral) {
        if (numeral.isOrdinal()) {
            return Decision.ORDINAL;
        }
        if (!numeral.fraction().isEmpty()) {
            return Decision.DECIMAL;
        }
        return numeral.looksLikeYear() ? Decision.YEAR : Decision.NUMBER;
    }

    /** A version, an address or a list: part by part. */
    private List<String> parts(String token) {
        List<String> spoken = new ArrayList<>();
        for (String part : token.split("[,:]", -1)) {
            String[] dotted = part.split("\\.", -1);
            for (int i = 0; i < dotted.length; i++) {
                if (i > 0) {
                    spoken.add("point");
                }
                spoken.addAll(words.cardinal(dotted[i]));
            }
        }
        return spoken;
    }
}
