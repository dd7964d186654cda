package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberReader;
import dev.sixtyfold.text.english.number.Numeral;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Symbols that are a unit, or another than usual, only among words of its field: 300 K where something is cold, a 9 ct
 * ring, a cut of 25 bps, a 30s timeout, a 12 pt font.
 */
final class ContextUnits implements Rule {

    private static final Pattern FORM = Pattern
            .compile("(" + Numeral.FIGURES + ")([ -]?)(K|k|kt|ct|bps?|s|pt)(?![\\p{L}\\p{N}])(?:(?<=pt)\\.(?= ))?");
    private static final Units.Unit KELVIN = new Units.Unit("kelvin", "kelvin", Units.When.SPACED);
    private static final Units.Unit CARAT = new Units.Unit("carat", "carats", Units.When.ANY);
    private static final Units.Unit CENT = new Units.Unit("cent", "cents", Units.When.ANY);
    private static final Units.Unit BASIS_POINT = new Units.Unit("basis point", "basis points", Units.When.ANY);
    private static final Units.Unit POINT = new Units.Unit("point", "points", Units.When.ANY);
    private static final Units.Unit SECOND = new Units.Unit("second", "seconds", Units.When.ANY);

    private final Neighbours neighbours;
    private final NumberReader numbers;

    ContextUnits(Neighbours neighbours, NumberReader numbers) {
        this.neighbours = neighbours;
        this.numbers = numbers;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        return tokens.startsNumber(at) && !tokens.isInName(at)
                ? tokens.form(FORM, at).flatMap(form -> measure(form, tokens, at))
                : Optional.empty();
    }

    private Optional<Match> measure(Tokens.Form form, Tokens tokens, int at) {
        int next = at + form.tokens();
        return Numeral.parse(form.group(1)).flatMap(amount -> unit(form, tokens, at).flatMap(unit -> {
            boolean thing = form.group(2).equals("-") || neighbours.isSizeOfThing(tokens, at, next)
                    || neighbours.is(Neighbours.Kind.JEWEL, tokens.lower(next));
            List<String> spoken = new ArrayList<>(numbers.readAmount(amount));
            spoken.addAll(unit.words(amount.is(1) || thing));
            return Match.of(Decision.MEASURE, form.tokens(), spoken);
        }));
    }

    private Optional<Units.Unit> unit(Tokens.Form form, Tokens tokens, int at) {
        boolean spaced = form.group(2).equals(" ");
        return switch (form.group(3)) {
            case "K" -> spaced && isHeat(tokens, at, at + form.tokens())
                    ? Optional.of(KELVIN)
                    : carat(tokens, at + form.tokens());
            case "k", "kt" -> carat(tokens, at + form.tokens());
            case "ct" -> neighbours.mentions(tokens, Neighbours.Kind.JEWEL)
                    ? Optional.of(CARAT)
                    : Optional.of(CENT).filter(cent -> neighbours.mentions(tokens, Neighbours.Kind.PRICED));
            case "bp", "bps" -> Optional.of(BASIS_POINT)
                    .filter(point -> neighbours.mentions(tokens, Neighbours.Kind.YIELDING));
            case "pt" -> Optional.of(POINT).filter(point -> neighbours.mentions(tokens, Neighbours.Kind.POINTED));
            default -> Optional.of(SECOND).filter(second -> !spaced && isTime(form.group(1), tokens, at));
        };
    }

    /** At 300 K; not where money or people are counted. */
    private boolean isHeat(Tokens tokens, int at, int next) {
        if (neighbours.mentions(tokens, Neighbours.Kind.PRICED)) {
            return false;
        }
        boolean last = tokens.lower(at - 1).equals("at") && !tokens.isWord(next);
        return last || neighbours.mentions(tokens, Neighbours.Kind.KELVIN);
    }

    /** 18k gold, 14K white gold. */
    private Optional<Units.Unit> carat(Tokens tokens, int next) {
        return tokens.isAt(next, "gold") || tokens.isAt(next + 1, "gold") ? Optional.of(CARAT) : Optional.empty();
    }

    /** 9.58s; a whole number is several of them (the 80s) unless something is timed and nothing owns it. */
    private boolean isTime(String amount, Tokens tokens, int at) {
        boolean owned = switch (tokens.lower(at - 1)) {
            case "the", "his", "her", "their", "my", "your", "our", "early", "late", "mid", "-" -> true;
            default -> false;
        };
        return amount.indexOf('.') >= 0 || (!owned && neighbours.mentions(tokens, Neighbours.Kind.TIMED));
    }
}
