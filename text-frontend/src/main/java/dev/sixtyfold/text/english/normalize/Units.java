package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.reading.Dialect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Units of measure: their symbols, with powers, and one per another. */
final class Units {

    /** Where a symbol stands for its unit; elsewhere it is a letter or another word. */
    enum When {
        ANY, GLUED, SPACED, END, LAST, PER;

        /**
         * Whether the symbol is one between a number and the token {@code next}.
         *
         * @param spaced
         *            whether white space stands between the number and the symbol
         */
        boolean allows(boolean spaced, Tokens tokens, int next) {
            boolean wordFollows = tokens.isWord(next) && tokens.isSpacedFrom(next);
            return switch (this) {
                case ANY -> true;
                case GLUED -> !spaced && !isInCompound(tokens, next);
                case SPACED -> spaced;
                case END -> !spaced || !wordFollows;
                case LAST -> spaced
                        ? !tokens.startsWithDigit(next) && !isDotName(tokens, next)
                                && (!wordFollows || isExtent(tokens.text(next)))
                        : !isInCompound(tokens, next);
                case PER -> false;
            };
        }

        /** The in of "MAX=100 in .env". */
        private static boolean isDotName(Tokens tokens, int next) {
            return tokens.isSpacedFrom(next) && tokens.text(next).startsWith(".");
        }

        /** The in of 3-in-1. */
        private static boolean isInCompound(Tokens tokens, int next) {
            return tokens.isGlued(next - 1) && tokens.isDash(next) && tokens.startsWithDigit(next + 1);
        }

        private static boolean isExtent(String word) {
            return switch (word) {
                case "wide", "long", "tall", "high", "deep", "thick", "across", "apart", "square", "by", "x", "and",
                        "diameter" ->
                    true;
                default -> false;
            };
        }
    }

    /**
     * A unit's name.
     *
     * @param one
     *            "kilometer per hour"
     * @param many
     *            "kilometers per hour"
     */
    record Unit(String one, String many, When when) {

        List<String> words(boolean single) {
            return List.of((single ? one : many).split(" "));
        }

        private Unit before(String power) {
            return new Unit(power + " " + one, power + " " + many, when);
        }

        private Unit per(String below) {
            return new Unit(one + " per " + below, many + " per " + below, when);
        }
    }

    private static final Pattern EXPRESSION = Pattern.compile(
            "([^/\\d²³^]+)(?:\\^?([23²³]))?(?:(?:/| per )([^/\\d²³^]+)(?:\\^?([23²³]))?)?");

    private final Map<String, Unit> bySymbol = new HashMap<>();
    /** In full. */
    private final Set<String> names = new HashSet<>();

    Units(Dialect dialect) {
        for (List<String> row : ResourceTable.rows("units.tsv", 4)) {
            names.add(spelled(row.get(1), dialect));
            bySymbol.put(row.get(0), new Unit(spelled(row.get(1), dialect), spelled(row.get(2), dialect),
                    When.valueOf(row.get(3).toUpperCase(Locale.ROOT))));
        }
    }

    /** The unit that an expression stands for: kg, m², km/h, m/s², °C. */
    Optional<Unit> find(String expression) {
        Unit known = bySymbol.get(expression);
        if (known != null) {
            return Optional.of(known);
        }
        Matcher parts = EXPRESSION.matcher(expression);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<Unit> above = simple(parts.group(1).strip()).flatMap(unit -> power(unit, parts.group(2)));
        return parts.group(3) == null
                ? above
                : above.flatMap(unit -> below(parts).or(() -> thing(parts.group(3))).map(unit::per));
    }

    /** What stands after "per": a unit by its symbol, with its power, or its name as it is written. */
    Optional<String> below(String symbol) {
        Optional<String> simple = Optional.ofNullable(bySymbol.get(symbol)).map(Unit::one)
                .or(() -> names.contains(symbol) ? Optional.of(symbol) : Optional.empty());
        char last = symbol.isEmpty() ? ' ' : symbol.charAt(symbol.length() - 1);
        return simple.isPresent() || "23²³".indexOf(last) < 0
                ? simple
                : below(symbol.substring(0, symbol.length() - 1)).filter(Units::isLength)
                        .map(name -> (last == '2' || last == '²' ? "square " : "cubic ") + name);
    }

    /** What a measure may be told for each of: min/side, g/serving. */
    static Optional<String> thing(String word) {
        return switch (word) {
            case "side", "person", "serving", "portion", "batch", "tablet", "dose", "plate", "page", "room", "head",
                    "visit", "user", "seat", "pack", "box", "piece", "guest", "child", "adult", "unit" ->
                Optional.of(word);
            default -> Optional.empty();
        };
    }

    private Optional<String> below(Matcher parts) {
        String power = parts.group(4);
        return below(parts.group(3).strip()).map(name -> switch (power == null ? "" : power) {
            case "2", "²" -> isLength(name) ? "square " + name : name + " squared";
            case "3", "³" -> isLength(name) ? "cubic " + name : name + " cubed";
            default -> name;
        });
    }

    private Optional<Unit> simple(String symbol) {
        return switch (symbol) {
            case "°C", "℃" -> Optional.of(new Unit("degree Celsius", "degrees Celsius", When.ANY));
            case "°F", "℉" -> Optional.of(new Unit("degree Fahrenheit", "degrees Fahrenheit", When.ANY));
            case "°K" -> Optional.of(new Unit("degree kelvin", "degrees kelvin", When.ANY));
            case "°" -> Optional.of(new Unit("degree", "degrees", When.ANY));
            case "%" -> Optional.of(new Unit("percent", "percent", When.ANY));
            case "‰" -> Optional.of(new Unit("per mille", "per mille", When.ANY));
            case "\"", "″" -> Optional.of(new Unit("inch", "inches", When.GLUED));
            default -> Optional.ofNullable(bySymbol.get(symbol));
        };
    }

    private static Optional<Unit> power(Unit unit, @Nullable String power) {
        if (power == null) {
            return Optional.of(unit);
        }
        boolean square = power.equals("2") || power.equals("²");
        return isLength(unit.one) ? Optional.of(unit.before(square ? "square" : "cubic")) : Optional.empty();
    }

    private static boolean isLength(String unit) {
        return unit.endsWith("meter") || unit.endsWith("metre")
                || List.of("inch", "foot", "yard", "mile").contains(unit);
    }

    private static String spelled(String name, Dialect dialect) {
        if (dialect == Dialect.AMERICAN) {
            return name;
        }
        List<String> words = new ArrayList<>();
        for (String word : name.split(" ", -1)) {
            words.add(word.replaceFirst("meter(s?)$", "metre$1").replaceFirst("liter(s?)$", "litre$1")
                    .replaceFirst("^ton(s?)$", "tonne$1"));
        }
        return String.join(" ", words);
    }
}
