package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberReader;
import dev.sixtyfold.text.english.number.Numeral;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** 5 km, 100 km/h, 50%, 20°C, 3 sq ft, 2-5lb, 2x8 m2, 12/kg, 5'11", a 10-kg bag. */
final class Measures implements Rule {

    private static final String SYMBOL = "((?:(?:sq|cu|fl)\\.? )?[\\p{L}°℃℉%‰\"″Ω·⋅]+(?:[23²³]|\\^[23])?)";
    private static final String END = "(?![\\p{L}\\p{N}])";
    private static final Pattern ONE = Pattern.compile("(" + Numeral.FIGURES + ")(?: (" + Scales.WORDS + "))?([- ]?)"
            + SYMBOL + END);
    private static final Pattern PER = Pattern.compile("(" + Numeral.FIGURES + ")(?: (" + Scales.WORDS + "))?([- ]?)"
            + SYMBOL.replace(")?)", ")?(?:/| per )[\\p{L}°]+(?:[23²³]|\\^[23])?)") + END);
    private static final Pattern RANGE = Pattern.compile("(" + Numeral.FIGURES + ")( ?[-–—] ?| ?[xX×] ?| by | to )("
            + Numeral.FIGURES + ")([- ]?)" + SYMBOL + "(?:(/)([\\p{L}]+))?" + END);
    private static final Pattern PER_AMOUNT = Pattern
            .compile("(" + Numeral.FIGURES + ") ?" + SYMBOL + " ?/ ?(\\d{1,4}) ?"
                    + SYMBOL + END);
    private static final Pattern FEET_AND_INCHES = Pattern.compile(
            "(\\d+)(?:['′] ?| ?(?:ft|foot|feet)\\.?,? )(\\d{1,2}(?:\\.\\d+)?)(½)?(?: ?(?:in|inch|inches)(?![\\p{L}\\p{N}])\\.?|\"|″|'')");
    /** 8'x10', 2"x4". */
    private static final Pattern SIDES = Pattern.compile(
            "(\\d{1,4}(?:\\.\\d+)?)(['′]|[\"″]) ?[xX×] ?(\\d{1,4}(?:\\.\\d+)?)(?:\\2|(?!['′\"″\\d.]))(?![\\p{L}\\p{N}])");
    private static final Pattern FEET = Pattern
            .compile("(\\d+)['′](?:(1[01]|\\d)(?![\\d\\p{L}'])|(?= (?:tall|high|long|wide|deep|by|x) ?))"
                    + "|(\\d{1,3}(?:,\\d{3})+)['′](?![\\p{L}\\p{N}'])");
    private static final Pattern PER_ALONE = Pattern.compile("(" + Numeral.FIGURES + ") ?/ ?(\\p{L}+[23²³]?)" + END);

    /** 40°26′46″N, 45.5° W: a place on the earth. */
    private static final Pattern PLACE = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)°(?: ?(\\d{1,2}(?:\\.\\d+)?)['′])?"
            + "(?: ?(\\d{1,2}(?:\\.\\d+)?)(?:[\"″]|''|′′))?(?: ?([NSEW]))?(?![\\p{L}\\p{N}])");
    private static final int LONGEST_SYMBOL = 6;
    private static final Pattern IN_BRACKETS = Pattern
            .compile("([\\p{L}°Ωµμ]{1,6}[23²³]?(?:/[\\p{L}]{1,4}[23²³]?)?)(?=\\))");
    /** 212°F/100°C: the same heat in both scales. */
    private static final Pattern BOTH_SCALES = Pattern
            .compile("([-−]?\\d{1,4}(?:\\.\\d+)?) ?°([CF]) ?/ ?([-−]?\\d{1,4}(?:\\.\\d+)?) ?°([CF])"
                    + END);
    /** Gas mark 4/180°C: the same heat twice. */
    private static final Pattern OVEN = Pattern.compile("(\\d{1,2})/(\\d{2,3}) ?°([CF])" + END);
    private static final Pattern HEAT = Pattern.compile("([-−]?\\d{2,3}) ?([CF])(?![\\p{L}\\p{N}])");

    private final Units units;
    private final Neighbours neighbours;
    private final NumberReader numbers;

    Measures(Units units, Neighbours neighbours, NumberReader numbers) {
        this.units = units;
        this.neighbours = neighbours;
        this.numbers = numbers;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        if (tokens.isAt(at, "/")) {
            return per(tokens, at);
        }
        if (tokens.isAt(at - 1, "(") && !tokens.isGlued(at - 2) && !tokens.startsNumber(at)) {
            return inBrackets(tokens, at);
        }
        if (isRate(tokens, at)) {
            return units.find(tokens.text(at)).flatMap(above -> units.below(tokens.text(at + 2)).flatMap(
                    below -> Match.of(Decision.MEASURE, 3,
                            Stream.of(above.words(false).stream(), Stream.of("per"), Stream.of(below.split(" ")))
                                    .flatMap(words -> words).toList())));
        }
        if (!tokens.startsNumber(at) || tokens.isInName(at)) {
            return Optional.empty();
        }
        return oven(tokens, at).or(() -> cups(tokens, at))
                .or(() -> tokens.form(PLACE, at).filter(form -> form.has(2) || form.has(4)).flatMap(this::place))
                .or(() -> tokens.form(BOTH_SCALES, at).flatMap(this::bothScales))
                .or(() -> tokens.form(SIDES, at).flatMap(form -> sides(form, tokens, at)))
                .or(() -> tokens.form(FEET_AND_INCHES, at).flatMap(form -> feetAndInches(form, tokens, at)))
                .or(() -> tokens.form(FEET, at).flatMap(this::feet))
                .or(() -> tokens.form(RANGE, at).flatMap(form -> range(form, tokens, at)))
                .or(() -> tokens.form(PER_AMOUNT, at).flatMap(this::perAmount))
                .or(() -> tokens.form(PER, at).flatMap(form -> one(form, tokens, at)))
                .or(() -> tokens.form(ONE, at).flatMap(form -> one(form, tokens, at)))
                .or(() -> tokens.form(PER_ALONE, at).flatMap(this::perAlone))
                .or(() -> tokens.form(HEAT, at).flatMap(form -> heat(form, tokens)));
    }

    /** "In km/h", without a number. */
    private static boolean isRate(Tokens tokens, int at) {
        boolean between = tokens.isAt(at + 1, "/") && tokens.isGlued(at) && tokens.isGlued(at + 1)
                && !tokens.isGlued(at - 1) && !tokens.isGlued(at + 2);
        return between && switch (tokens.text(at) + "/" + tokens.text(at + 2)) {
            case "km/h", "m/s", "km/s", "cm/s", "mm/s", "ft/s", "mi/h", "kB/s", "KB/s", "MB/s", "GB/s", "Mbit/s",
                    "Gbit/s", "L/min", "mL/min", "mg/dL", "mg/L", "g/L", "mg/kg", "kg/m" ->
                true;
            default -> false;
        };
    }

    /** 2 c. flour, 3 c milk. */
    private Optional<Match> cups(Tokens tokens, int at) {
        int cup = neighbours.cup(tokens, at + 1);
        return cup == 0 ? Optional.empty() : tokens.numeral(at).flatMap(amount -> {
            List<String> spoken = new ArrayList<>(numbers.readAmount(amount));
            spoken.add(amount.is(1) ? "cup" : "cups");
            return Match.of(Decision.MEASURE, 1 + cup, spoken);
        });
    }

    private Optional<Match> oven(Tokens tokens, int at) {
        return tokens.isAt(at - 1, "mark") ? tokens.form(OVEN, at).flatMap(form -> {
            List<String> spoken = new ArrayList<>(numbers.words().cardinal(form.group(1)));
            spoken.add(",");
            spoken.addAll(numbers.words().cardinal(form.group(2)));
            spoken.addAll(List.of("degrees", form.group(3).equals("C") ? "Celsius" : "Fahrenheit"));
            return Match.of(Decision.MEASURE, form.tokens(), spoken);
        }) : Optional.empty();
    }

    private Optional<Match> bothScales(Tokens.Form form) {
        List<String> spoken = new ArrayList<>(degrees(form.group(1), form.group(2)));
        spoken.add("or");
        spoken.addAll(degrees(form.group(3), form.group(4)));
        return Match.of(Decision.MEASURE, form.tokens(), spoken);
    }

    private List<String> degrees(String figures, String scale) {
        List<String> spoken = new ArrayList<>(Numeral.parse(figures).map(numbers::readAmount).orElseThrow());
        spoken.addAll(List.of("degrees", scale.equals("C") ? "Celsius" : "Fahrenheit"));
        return spoken;
    }

    /** 350F where something is baked. */
    private Optional<Match> heat(Tokens.Form form, Tokens tokens) {
        if (!neighbours.mentions(tokens, Neighbours.Kind.HEAT)) {
            return Optional.empty();
        }
        return Numeral.parse(form.group(1)).flatMap(amount -> {
            List<String> spoken = new ArrayList<>(numbers.readAmount(amount));
            spoken.addAll(List.of("degrees", form.group(2).equals("C") ? "Celsius" : "Fahrenheit"));
            return Match.of(Decision.MEASURE, form.tokens(), spoken);
        });
    }

    private Optional<Match> place(Tokens.Form form) {
        List<String> spoken = new ArrayList<>();
        for (int group = 1; group <= 3; group++) {
            String unit = group == 1 ? "degree" : group == 2 ? "minute" : "second";
            Optional<Numeral> amount = Numeral.parse(form.group(group));
            amount.ifPresent(number -> {
                spoken.addAll(numbers.readAmount(number));
                spoken.add(number.is(1) ? unit : unit + "s");
            });
        }
        switch (form.group(4)) {
            case "N" -> spoken.add("north");
            case "S" -> spoken.add("south");
            case "E" -> spoken.add("east");
            case "W" -> spoken.add("west");
            default -> {
                // Minutes say enough.
            }
        }
        return Match.of(Decision.MEASURE, form.tokens(), spoken);
    }

    /** 5'11"; of somebody who is as tall as that, "a six foot four guard". */
    private Optional<Match> feetAndInches(Tokens.Form form, Tokens tokens, int at) {
        int next = at + form.tokens();
        boolean the = tokens.lower(at - 1).equals("the") && tokens.isSpacedFrom(next) && tokens.isWord(next)
                && !Neighbours.isFunctionWord(tokens.lower(next));
        boolean tall = the || neighbours.isSizeOfThing(tokens, at, next);
        List<String> spoken = new ArrayList<>(numbers.words().cardinal(form.group(1)));
        spoken.add(tall || form.group(1).equals("1") ? "foot" : "feet");
        spoken.addAll(Numeral.parse(form.group(2)).map(numbers::readAmount).orElseThrow());
        spoken.addAll(form.has(3) ? List.of("and", "a", "half") : List.of());
        boolean one = form.group(2).equals("1") && !form.has(3);
        spoken.addAll(tall ? List.of() : List.of(one ? "inch" : "inches"));
        return Match.of(Decision.MEASURE, form.tokens(), spoken);
    }

    /** An eight by ten foot rug; it is eight feet by ten feet. */
    private Optional<Match> sides(Tokens.Form form, Tokens tokens, int at) {
        boolean thing = neighbours.isSizeOfThing(tokens, at, at + form.tokens());
        boolean feet = "'′".contains(form.group(2));
        List<String> spoken = new ArrayList<>(Numeral.parse(form.group(1)).map(numbers::readAmount).orElseThrow());
        String unit = feet ? thing ? "foot" : "feet" : thing ? "inch" : "inches";
        spoken.addAll(thing ? List.of("by") : List.of(unit, "by"));
        spoken.addAll(Numeral.parse(form.group(3)).map(numbers::readAmount).orElseThrow());
        spoken.add(unit);
        return Match.of(Decision.MEASURE, form.tokens(), spoken);
    }

    /** 5'10; 6' tall; 29,029'. */
    private Optional<Match> feet(Tokens.Form form) {
        String figures = form.group(1) + form.group(3).replace(",", "");
        List<String> spoken = new ArrayList<>(numbers.words().cardinal(figures));
        spoken.add(figures.equals("1") ? "foot" : "feet");
        spoken.addAll(form.has(2) ? numbers.words().cardinal(form.group(2)) : List.of());
        return Match.of(Decision.MEASURE, form.tokens(), spoken);
    }

    private Optional<Match> one(Tokens.Form form, Tokens tokens, int at) {
        Optional<Numeral> amount = Numeral.parse(form.group(1));
        Optional<Units.Unit> unit = unit(form.group(4), form.group(1), form.group(3), tokens, at + form.tokens());
        if (amount.isEmpty() || unit.isEmpty()) {
            return Optional.empty();
        }
        // A ten-kilogram bag has one unit.
        boolean single = form.group(3).equals("-")
                || (amount.get().is(1) && !form.has(2))
                || neighbours.isSizeOfThing(tokens, at, at + withStop(form, tokens, at));
        List<String> spoken = new ArrayList<>(numbers.readAmount(amount.get()));
        if (form.has(2)) {
            spoken.add(form.group(2));
        }
        spoken.addAll(unit.get().words(single));
        return Match.of(Decision.MEASURE, withStop(form, tokens, at), spoken);
    }

    /** The stop after a unit inside a sentence is the unit's: "2 hrs. later". */
    private static int withStop(Tokens.Form form, Tokens tokens, int at) {
        int next = at + form.tokens();
        boolean stop = tokens.isAt(next, ".") && tokens.isGlued(next - 1) && next + 1 < tokens.size()
                && tokens.isWord(next - 1);
        return stop ? form.tokens() + 1 : form.tokens();
    }

    /** 10 l/100 km, 250 mg/5 ml; but "200 g/7 oz" says the same twice. */
    private Optional<Match> perAmount(Tokens.Form form) {
        boolean round = switch (form.group(3)) {
            case "10", "100", "1000", "24" -> true;
            default -> form.group(2).matches("IU|[mµμu]g|mcg") && form.group(4).matches("[cd]?[lL]|m[lL]");
        };
        Optional<Units.Unit> above = units.find(form.group(2));
        Optional<Units.Unit> below = units.find(form.group(4));
        if (!round || above.isEmpty() || below.isEmpty()) {
            return Optional.empty();
        }
        return Numeral.parse(form.group(1)).flatMap(amount -> {
            List<String> spoken = new ArrayList<>(numbers.readAmount(amount));
            spoken.addAll(above.get().words(amount.is(1)));
            spoken.add("per");
            spoken.addAll(numbers.words().cardinal(form.group(3)));
            spoken.addAll(below.get().words(form.group(3).equals("1")));
            return Match.of(Decision.MEASURE, form.tokens(), spoken);
        });
    }

    private static boolean isWeightOrVolume(String symbol) {
        return symbol.matches("k?g|mg|[mc]?[lL]|oz|lbs?|fl\\.? oz");
    }

    private Optional<Match> range(Tokens.Form form, Tokens tokens, int at) {
        Optional<Numeral> from = Numeral.parse(form.group(1));
        Optional<Numeral> to = Numeral.parse(form.group(2).equals(" to ")
                ? form.group(3)
                : form.group(3).replaceFirst("^[+-]", ""));
        Optional<Units.Unit> unit = unit(form.group(5), form.group(3), form.group(4), tokens, at + form.tokens());
        if (from.isEmpty() || to.isEmpty() || unit.isEmpty()) {
            return Optional.empty();
        }
        List<String> spoken = new ArrayList<>(numbers.readAmount(from.get()));
        String between = form.group(2).strip();
        boolean packs = between.matches("[xX×]") && isWeightOrVolume(form.group(5)) && from.get().isInteger();
        boolean thing = neighbours.isSizeOfThing(tokens, at, at + withStop(form, tokens, at));
        if (packs) {
            // Two four hundred gram tins; two times four hundred grams.
            spoken.addAll(thing ? List.of() : List.of("times"));
        } else {
            spoken.add("xX×by".contains(between) ? "by" : "to");
        }
        spoken.addAll(numbers.readAmount(to.get()));
        spoken.addAll(unit.get().words(thing));
        if (form.has(6)) {
            Optional<String> below = units.below(form.group(7)).or(() -> Units.thing(form.group(7)));
            if (below.isEmpty()) {
                return Optional.empty();
            }
            spoken.add("per");
            spoken.addAll(List.of(below.get().split(" ")));
        }
        return Match.of(Decision.MEASURE, withStop(form, tokens, at), spoken);
    }

    /** Above a column: "Rain (mm)". */
    private Optional<Match> inBrackets(Tokens tokens, int at) {
        if (!tokens.isGlued(at - 1) || tokens.text(at).length() > LONGEST_SYMBOL) {
            return Optional.empty();
        }
        return tokens.form(IN_BRACKETS, at).filter(form -> form.group(1).length() > 1 && !form.group(1).equals("in"))
                .flatMap(form -> units.find(form.group(1)).filter(unit -> unit.when() != Units.When.PER).flatMap(
                        unit -> Match.of(Decision.MEASURE, form.tokens(), unit.words(false))));
    }

    /** The rest of "7 days/wk". */
    private Optional<Match> per(Tokens tokens, int at) {
        boolean glued = tokens.isGlued(at - 1) && tokens.isGlued(at) && tokens.isWord(at - 1);
        boolean counted = glued && tokens.startsWithDigit(at - 2);
        boolean third = glued && tokens.isAt(at - 2, "/") && tokens.startsNumber(at - 4)
                && units.below(tokens.text(at - 1)).isPresent();
        boolean power = tokens.isGlued(at + 1) && (tokens.isAt(at + 2, "²") || tokens.isAt(at + 2, "³"));
        return counted || third
                ? units.below(tokens.text(at + 1) + (power ? tokens.text(at + 2) : "")).flatMap(unit -> Match.of(
                        Decision.MEASURE, power ? 3 : 2,
                        Stream.concat(Stream.of("per"), Stream.of(unit.split(" "))).toList()))
                : Optional.empty();
    }

    /** 12/kg; what is no unit is a letter: 1/f. */
    private Optional<Match> perAlone(Tokens.Form form) {
        Optional<String> below = units.below(form.group(2));
        Optional<Numeral> amount = Numeral.parse(form.group(1));
        if (amount.isEmpty() || (below.isEmpty() && form.group(2).length() > 1)) {
            return Optional.empty();
        }
        List<String> spoken = new ArrayList<>(numbers.readAmount(amount.get()));
        spoken.add("per");
        spoken.addAll(List.of(below.orElse(form.group(2)).split(" ")));
        return Match.of(Decision.MEASURE, form.tokens(), spoken);
    }

    private Optional<Units.Unit> unit(String expression, String amount, String gap, Tokens tokens, int after) {
        boolean spaced = gap.equals(" ");
        if (expression.equals("\"") && tokens.isClosingQuote(after - 1)) {
            return Optional.empty();
        }
        if (expression.equals("in") && tokens.isAt(after, ".") && tokens.isGlued(after - 1)) {
            return units.find("inch").or(() -> units.find("in"));
        }
        if (expression.equals("pt") && List.of("font", "type", "text").contains(tokens.text(after))) {
            return Optional.of(new Units.Unit("point", "points", Units.When.ANY));
        }
        return units.find(expression.replace(". ", " ")).or(() -> written(expression, gap, amount))
                .filter(unit -> unit.when().allows(spaced, tokens, after)
                        || ((unit.when() == Units.When.END || unit.when() == Units.When.GLUED)
                                && neighbours.is(Neighbours.Kind.SIZED, tokens.lower(after))));
    }

    /** A unit's own name after a decimal and a hyphen: 7.2-millimeter. After a whole number it stays one word. */
    private static Optional<Units.Unit> written(String name, String gap, String amount) {
        boolean form = gap.equals("-") && amount.indexOf('.') >= 0 && name.matches(
                "(milli|centi|kilo|nano|micro)?(met(er|re)|gram|lit(er|re)|watt|volt)s?|inch|foot|yard|mile|pound|acre");
        return form ? Optional.of(new Units.Unit(name, name, Units.When.ANY)) : Optional.empty();
    }
}
