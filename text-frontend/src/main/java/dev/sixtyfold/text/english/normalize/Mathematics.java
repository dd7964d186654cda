package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberReader;
import dev.sixtyfold.text.english.number.Numeral;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** 3 + 4 = 7, 1-2=5, x^2, 10^-6, 2×8, 2x4, √16, f++. */
final class Mathematics implements Rule {

    private static final String FIGURES = Numeral.FIGURES.substring("[-−+]?".length());
    private static final String OPERAND = "(?:" + FIGURES + "|\\p{L}(?!\\p{L}))";
    private static final Pattern POWER = Pattern.compile(
            "(" + FIGURES
                    + "|\\p{L})(?:\\^(?:([-−]?)(\\d+|\\p{L})|\\{([-−]?)(\\d+|\\p{L})\\})|([²³]))(?![\\p{L}\\p{N}])");
    private static final Pattern PRODUCT = Pattern.compile("(" + FIGURES + ") ?([x×*]) ?(" + FIGURES
            + ")(?: ?[x×*] ?(" + FIGURES + "))?(?![\\p{L}\\p{N}])");
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    /** 6.02 x 10^23, 6.02e23, 3 × 10⁸. */
    private static final Pattern SCIENTIFIC = Pattern.compile("(" + Numeral.FIGURES
            + ")(?: ?[x×*·] ?10(?:\\^([-−+]?\\d{1,3})|([-−⁻]?[" + SUPERSCRIPTS
            + "]{1,3}))|[eE]([-−+]?\\d{1,3}))(?![\\p{L}\\p{N}])");
    /** 10⁻⁹, 10¹²: a power of ten by itself. */
    private static final Pattern TEN = Pattern.compile("10([-−⁻]?[" + SUPERSCRIPTS + "]{1,3})(?![\\p{L}\\p{N}])");
    private static final Pattern FUNCTION = Pattern.compile("([fghFG])\\(([a-z])\\)(?! ?\\p{L})");
    private static final Pattern RESOLUTION = Pattern.compile("(\\d{3,4})[x×](\\d{3,4})(?!x?[\\p{N}])(?! ?\\p{L}?m)");
    private static final Pattern DIFFERENCE = Pattern.compile(
            "(" + OPERAND + ")( ?)[-−–]\\2(" + OPERAND + ")(?= ?[=+×÷*<>≤≥≠])");
    private static final Pattern DIFFERENCE_AFTER = Pattern.compile(
            "(?<=[=+×÷*<>≤≥≠] ?)(" + OPERAND + ")( ?)[-−–]\\2(" + OPERAND + ")(?![\\p{L}\\p{N}])");

    /** What is measured in powers of ten: 3 × 10^8 m/s. */
    private static final Pattern UNIT = Pattern
            .compile("([\\p{L}°Ω]{1,4}[23²³]?(?:/[\\p{L}]{1,3}[23²³]?)?)(?![\\p{L}\\p{N}])");

    private final Units units;
    private final NumberReader numbers;

    Mathematics(Units units, NumberReader numbers) {
        this.units = units;
        this.numbers = numbers;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        String text = tokens.text(at);
        boolean figures = tokens.startsWithDigit(at);
        Optional<Match> function = function(tokens, at);
        if (function.isPresent()) {
            return function;
        }
        if (text.isEmpty() || !(tokens.hasOperators() || figures)) {
            return Optional.empty();
        }
        if (isPartOfSign(tokens, at)) {
            return Optional.empty();
        }
        if (text.equals("^") && tokens.isWord(at - 1) && tokens.isGlued(at - 1)) {
            return exponent(tokens, at);
        }
        Optional<Match> sign = text.length() == 1
                ? comparison(tokens, at).or(() -> minus(tokens, at)).or(() -> sign(tokens, at))
                : Optional.empty();
        if (sign.isPresent() || !(figures || text.length() == 1)) {
            return sign;
        }
        return tokens.form(SCIENTIFIC, at).filter(form -> !tokens.isInName(at))
                .flatMap(this::scientific).map(number -> withUnit(number, tokens, at))
                .or(() -> tokens.form(TEN, at).flatMap(this::powerOfTen).map(number -> withUnit(number, tokens, at)))
                .or(() -> tokens.form(FUNCTION, at).flatMap(form -> Match.of(Decision.MATHEMATICS, form.tokens(),
                        List.of(form.group(1), "of", form.group(2)))))
                .or(() -> tokens.form(RESOLUTION, at).flatMap(this::resolution))
                .or(() -> tokens.form(POWER, at).flatMap(form -> power(form, tokens, at)))
                .or(() -> tokens.form(DIFFERENCE, at).flatMap(this::difference))
                .or(() -> tokens.form(DIFFERENCE_AFTER, at).flatMap(this::difference))
                .or(() -> tokens.form(PRODUCT, at).flatMap(form -> product(form, tokens, at)));
    }

    /** sin θ, cos(x), O(n log n). */
    private static Optional<Match> function(Tokens tokens, int at) {
        boolean bracket = tokens.isGlued(at) && tokens.isAt(at + 1, "(");
        if (tokens.isAt(at, "O") && bracket && tokens.isGlued(at + 1)) {
            return switch (tokens.text(at + 2)) {
                case "n", "m", "k", "log", "1", "V", "N" -> Match.of(Decision.MATHEMATICS, 1, List.of("O", "of"));
                default -> Optional.empty();
            };
        }
        String name = switch (tokens.text(at)) {
            case "sin" -> "sine";
            case "cos" -> "cosine";
            case "tan" -> "tangent";
            default -> "";
        };
        String next = tokens.text(at + 1);
        boolean argument = bracket || (next.length() == 1 && tokens.isWord(at + 1) && !next.equals("I")
                && (tokens.hasOperators() || next.charAt(0) > 'z'));
        return !name.isEmpty() && argument ? Match.of(Decision.MATHEMATICS, 1, List.of(name)) : Optional.empty();
    }

    /** The first part of =>, ==, <= or +/-, which have readings of their own. */
    private static boolean isPartOfSign(Tokens tokens, int at) {
        boolean glued = tokens.isGlued(at) && (tokens.isAt(at + 1, "=") || tokens.isAt(at + 1, ">"));
        boolean either = tokens.isAt(at, "+") && tokens.isGlued(at) && tokens.isAt(at + 1, "/")
                && tokens.isDash(at + 2);
        return either || Symbols.isBetweenKeys(tokens, at)
                || (glued && (tokens.isAt(at, "=") || tokens.isAt(at, "<") || tokens.isAt(at, ">")));
    }

    /** x < 3; a lone angle bracket has its name only. */
    private static Optional<Match> comparison(Tokens tokens, int at) {
        boolean less = tokens.isAt(at, "<");
        if (!less && !tokens.isAt(at, ">")) {
            return Optional.empty();
        }
        String before = tokens.text(at - 1);
        boolean left = tokens.startsNumber(at - 1) || (before.length() == 1 && tokens.isWord(at - 1))
                || before.equals(")");
        boolean right = tokens.startsNumber(at + 1) || (tokens.text(at + 1).length() == 1 && tokens.isWord(at + 1));
        boolean even = tokens.isGlued(at) == tokens.isGlued(at - 1);
        // One quantity is compared, "LDL < 100"; several things are picked out, "files > 1 GB".
        boolean named = before.length() > 1 && before.chars().allMatch(Character::isUpperCase)
                && tokens.isSpacedFrom(at) && tokens.startsNumber(at + 1);
        return (left || named) && right && even && !isTag(tokens, at)
                ? Match.of(Decision.MATHEMATICS, 1, List.of("is", less ? "less" : "greater", "than"))
                : Optional.empty();
    }

    /** Whether another angle bracket makes markup of this one. */
    private static boolean isTag(Tokens tokens, int at) {
        for (int i = 0; i < tokens.size(); i++) {
            if (i != at && (tokens.isAt(i, "<") || tokens.isAt(i, ">"))) {
                return tokens.isGlued(at);
            }
        }
        return false;
    }

    private Match withUnit(Match number, Tokens tokens, int at) {
        int next = at + number.tokens();
        return tokens.form(UNIT, next).flatMap(form -> units.find(form.group(1))
                .filter(unit -> unit.when().allows(tokens.isSpacedFrom(next), tokens, next + form.tokens()))
                .map(unit -> {
                    List<String> spoken = new ArrayList<>(number.words());
                    spoken.addAll(unit.words(false));
                    return new Match(number.tokens() + form.tokens(), spoken, Decision.MEASURE);
                })).orElse(number);
    }

    private Optional<Match> scientific(Tokens.Form form) {
        List<String> spoken = new ArrayList<>(operand(form.group(1)));
        spoken.addAll(List.of("times", "ten", "to", "the", "power", "of"));
        spoken.addAll(operand(level(form.group(2) + form.group(3) + form.group(4))));
        return Match.of(Decision.MATHEMATICS, form.tokens(), spoken);
    }

    private Optional<Match> powerOfTen(Tokens.Form form) {
        List<String> spoken = new ArrayList<>(List.of("ten"));
        spoken.addAll(raised(level(form.group(1))));
        return Match.of(Decision.MATHEMATICS, form.tokens(), spoken);
    }

    /** What is said after a base: squared, to the power of minus nine. */
    private List<String> raised(String exponent) {
        return switch (exponent) {
            case "2" -> List.of("squared");
            case "3" -> List.of("cubed");
            default -> {
                boolean minus = exponent.startsWith("-");
                List<String> spoken = new ArrayList<>(List.of("to", "the", "power", "of"));
                spoken.addAll(minus ? List.of("minus") : List.of());
                spoken.addAll(operand(minus ? exponent.substring(1) : exponent));
                yield spoken;
            }
        };
    }

    /** An exponent as if it did not stand above the line. */
    private static String level(String exponent) {
        StringBuilder figures = new StringBuilder();
        for (char c : exponent.replaceAll("[−⁻]", "-").replace("+", "").toCharArray()) {
            int superscript = SUPERSCRIPTS.indexOf(c);
            figures.append(superscript >= 0 ? (char) ('0' + superscript) : c);
        }
        return figures.toString();
    }

    /** 1920x1080. */
    private Optional<Match> resolution(Tokens.Form form) {
        List<String> spoken = new ArrayList<>(numbers.words().code(form.group(1)));
        spoken.add("by");
        spoken.addAll(numbers.words().code(form.group(2)));
        return Match.of(Decision.MATHEMATICS, form.tokens(), spoken);
    }

    /** The rest of mc^2. */
    private static Optional<Match> exponent(Tokens tokens, int at) {
        return switch (tokens.text(at + 1)) {
            case "2" -> Match.of(Decision.MATHEMATICS, 2, List.of("squared"));
            case "3" -> Match.of(Decision.MATHEMATICS, 2, List.of("cubed"));
            default -> Match.of(Decision.MATHEMATICS, 1, List.of("to", "the", "power", "of"));
        };
    }

    private Optional<Match> power(Tokens.Form form, Tokens tokens, int at) {
        if (tokens.isInName(at)) {
            return Optional.empty();
        }
        List<String> spoken = new ArrayList<>(operand(form.group(1)));
        spoken.addAll(raised(level(
                form.group(2) + form.group(3) + form.group(4) + form.group(5) + form.group(6))));
        return Match.of(Decision.MATHEMATICS, form.tokens(), spoken);
    }

    private Optional<Match> difference(Tokens.Form form) {
        List<String> spoken = new ArrayList<>(operand(form.group(1)));
        spoken.add("minus");
        spoken.addAll(operand(form.group(3)));
        return Match.of(Decision.MATHEMATICS, form.tokens(), spoken);
    }

    /** Sides are "two by four", factors "two times four": those of a result, or with another sign than the letter. */
    private Optional<Match> product(Tokens.Form form, Tokens tokens, int at) {
        boolean sides = form.group(2).equals("x") && !tokens.isAt(at + form.tokens(), "=");
        String word = sides ? "by" : "times";
        List<String> spoken = new ArrayList<>(operand(form.group(1)));
        spoken.add(word);
        spoken.addAll(operand(form.group(3)));
        if (form.has(4)) {
            spoken.add(word);
            spoken.addAll(operand(form.group(4)));
        }
        return Match.of(Decision.MATHEMATICS, form.tokens(), spoken);
    }

    private List<String> operand(String text) {
        return Numeral.parse(text).map(numbers::readAmount).orElseGet(() -> List.of(text));
    }

    /** The minus of "y = 3x - 2". */
    private static Optional<Match> minus(Tokens tokens, int at) {
        boolean between = tokens.isDash(at) && tokens.isSpacedFrom(at) && tokens.isSpacedFrom(at + 1)
                && isOperand(tokens, at - 1) && isOperand(tokens, at + 1);
        if (between) {
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.isAt(i, "=")) {
                    return Match.of(Decision.MATHEMATICS, 1, List.of("minus"));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isOperand(Tokens tokens, int at) {
        return tokens.startsNumber(at) || (tokens.text(at).length() == 1 && (tokens.isWord(at) || tokens.isAt(at, ")")
                || tokens.isAt(at, "(")));
    }

    /** The AU of "1 AU ≈ 150 million km". */
    private static boolean isMeasure(Tokens tokens, int at) {
        return tokens.isWord(at) && tokens.startsNumber(at - 1);
    }

    private static Optional<Match> sign(Tokens tokens, int at) {
        String full = name(tokens.text(at));
        // "Rust (≥ 1.74)": nothing stands before that could be compared.
        String name = full.startsWith("is ")
                && (tokens.isAt(at - 1, "(") || !(isOperand(tokens, at - 1) || isMeasure(tokens, at - 1)))
                        ? full.substring("is ".length())
                        : full;
        boolean first = at == 0 && name.equals("minus");
        return name.isEmpty() || first
                ? Optional.empty()
                : Match.of(Decision.MATHEMATICS, 1, List.of(name.split(" ")));
    }

    private static String name(String sign) {
        return switch (sign) {
            case "+" -> "plus";
            case "×" -> "times";
            case "÷" -> "divided by";
            case "±" -> "plus or minus";
            case "=" -> "equals";
            case "≠" -> "is not equal to";
            case "≈" -> "is approximately";
            case "≤" -> "is less than or equal to";
            case "≥" -> "is greater than or equal to";
            case "≡" -> "is identical to";
            case "√" -> "the square root of";
            case "∛" -> "the cube root of";
            case "∞" -> "infinity";
            case "∑" -> "the sum of";
            case "∫" -> "the integral of";
            case "∝" -> "is proportional to";
            case "∈" -> "in";
            case "∀" -> "for all";
            case "∃" -> "there exists";
            case "π" -> "pi";
            case "−" -> "minus";
            default -> "";
        };
    }
}
