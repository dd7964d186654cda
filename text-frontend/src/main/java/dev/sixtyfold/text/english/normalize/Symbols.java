package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Signs that have a name: &amp;, @, %, =, §, -&gt;, ★★★. Signs that only lay text out have none. */
final class Symbols implements Rule {

    private static final Map<String, String> PAIRS = Map.ofEntries(Map.entry("->", "to"), Map.entry("=>", "to"),
            Map.entry("<=", "is less than or equal to"), Map.entry(">=", "is greater than or equal to"),
            Map.entry("!=", "is not equal to"), Map.entry("==", "equals"), Map.entry("&&", "and"),
            Map.entry("||", "or"), Map.entry("§§", "sections"), Map.entry("¶¶", "paragraphs"),
            Map.entry("<3", "heart"));

    private static final int LONGEST_GENERIC = 12;

    private final Glossary glossary;
    private final Currencies currencies;

    Symbols(Glossary glossary, Currencies currencies) {
        this.glossary = glossary;
        this.currencies = currencies;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        String sign = tokens.text(at);
        boolean scale = sign.equals("C") || sign.equals("F");
        if (scale && (tokens.isAt(at - 1, "degrees") || tokens.isAt(at - 1, "degree"))) {
            return read(sign.equals("C") ? "Celsius" : "Fahrenheit", 1);
        }
        if (sign.isEmpty() || Character.isLetterOrDigit(sign.codePointAt(0))) {
            return Optional.empty();
        }
        if (sign.equals(".") && tokens.isGlued(at) && !tokens.isGlued(at - 1)
                && Character.isLetter(tokens.text(at + 1).charAt(0))) {
            return read("dot", 1);
        }
        if (sign.equals("★")) {
            return stars(tokens, at);
        }
        Optional<Match> option = option(tokens, at);
        if (option.isPresent()) {
            return option;
        }
        if (isSign(tokens, at, "(") && tokens.isAt(at + 1, "c") && tokens.isAt(at + 2, ")") && tokens.isGlued(at)
                && tokens.integer(at + 3, 1000, 2999).isPresent()) {
            return read("copyright", 3);
        }
        boolean degrees = sign.equals("°") && tokens.isGlued(at)
                && (tokens.isAt(at + 1, "C") || tokens.isAt(at + 1, "F"));
        if (degrees) {
            return read(tokens.isAt(at + 1, "C") ? "degrees Celsius" : "degrees Fahrenheit", 2);
        }
        if (sign.equals("<") && isGeneric(tokens, at)) {
            return read("of", 1);
        }
        if (sign.equals(">") && tokens.isGlued(at - 1) && closesGeneric(tokens, at)) {
            return Match.of(Decision.SYMBOL, 1, List.of());
        }
        if (sign.equals("+") && tokens.isGlued(at) && tokens.isAt(at + 1, "/") && tokens.isDash(at + 2)) {
            return read("plus or minus", 3);
        }
        String pair = tokens.isGlued(at) ? PAIRS.get(sign + tokens.text(at + 1)) : null;
        if (pair != null && !(pair.equals("heart") && (tokens.isGlued(at + 1) || tokens.isGlued(at - 1)))) {
            boolean needed = pair.startsWith("is ") && isName(tokens, at - 1) && tokens.startsNumber(at + 2);
            return read(needed ? pair.substring("is ".length()) : pair, 2);
        }
        if (isBetweenKeys(tokens, at)) {
            return Match.of(Decision.SYMBOL, 1, List.of());
        }
        return name(tokens, at).filter(name -> name.chars().anyMatch(Character::isLetter))
                .flatMap(name -> read(name, 1));
    }

    /** Python >= 3.9: a name is not compared, something is needed of it. */
    private static boolean isName(Tokens tokens, int at) {
        return tokens.isCapitalised(at) && tokens.text(at).length() > 1 && tokens.isSpacedFrom(at + 1);
    }

    /** Ctrl+C, Ctrl+Shift+T. */
    static boolean isBetweenKeys(Tokens tokens, int at) {
        return tokens.isAt(at, "+") && tokens.isGlued(at) && tokens.isGlued(at - 1)
                && switch (tokens.lower(at - 1)) {
                    case "ctrl", "alt", "shift", "cmd", "control", "command", "option", "meta", "super", "win" -> true;
                    default -> false;
                };
    }

    private static boolean isSign(Tokens tokens, int at, String sign) {
        return tokens.isAt(at, sign) && !tokens.isGlued(at - 1);
    }

    /** -n, --line-number: dash n, dash dash line number. */
    private static Optional<Match> option(Tokens tokens, int at) {
        boolean begins = !tokens.isGlued(at - 1) || tokens.isAt(at - 1, "(") || tokens.isAt(at - 1, "[");
        if (!begins || !tokens.isGlued(at) || !tokens.isWord(at + 1)) {
            return Optional.empty();
        }
        if (tokens.isAt(at, "--") && Character.isLowerCase(tokens.text(at + 1).charAt(0))) {
            return read("dash dash", 1);
        }
        boolean letter = tokens.isAt(at, "-") && tokens.text(at + 1).length() == 1 && !tokens.isGlued(at + 1);
        return letter || (tokens.isAt(at, "-") && tokens.text(at + 1).length() == 1 && tokens.isAt(at + 2, ","))
                ? read("dash", 1)
                : Optional.empty();
    }

    /** Result<Self, Error>: a type of others. */
    private static boolean isGeneric(Tokens tokens, int at) {
        return tokens.isGlued(at - 1) && tokens.isGlued(at) && tokens.isWord(at - 1) && tokens.isWord(at + 1)
                && tokens.isCapitalised(at - 1) && tokens.text(at - 1).length() > 1;
    }

    private static boolean closesGeneric(Tokens tokens, int at) {
        for (int i = at - 1; i >= Math.max(0, at - LONGEST_GENERIC); i--) {
            if (tokens.isAt(i, "<")) {
                return isGeneric(tokens, i);
            }
        }
        return false;
    }

    private static Optional<Match> read(String words, int tokens) {
        return Optional.of(new Match(tokens, List.of(words.split(" ")), Decision.SYMBOL));
    }

    private Optional<String> name(Tokens tokens, int at) {
        String sign = tokens.text(at);
        return switch (sign) {
            case "&" -> Optional.of("and");
            case "@" -> Optional.of("at");
            case "%" -> Optional.of("percent");
            case "+" -> Optional.of("plus");
            case "/" -> isReadStroke(tokens, at) ? Optional.of("slash") : Optional.empty();
            case "*" -> tokens.isGlued(at) && tokens.isGlued(at - 1) ? Optional.of("asterisk") : Optional.empty();
            case "\\" -> tokens.isGlued(at) ? Optional.of("backslash") : Optional.empty();
            case "☆" -> Optional.of("star");
            case "✓", "✔" -> Optional.of("check");
            case "✗", "✘" -> Optional.of("cross");
            case "‰" -> Optional.of("per mille");
            case "♯" -> Optional.of("sharp");
            case "♭" -> Optional.of("flat");
            case "∴" -> Optional.of("therefore");
            case "^" -> tokens.size() == 1 ? Optional.of("caret") : glossary.symbols().first(sign);
            case "-" -> isGrade(tokens, at) ? Optional.of("minus") : glossary.symbols().first(sign);
            default -> glossary.symbols().first(sign).or(() -> glossary.names().currencies().first(sign))
                    .or(() -> currencies.find(sign).map(Currencies.Currency::one));
        };
    }

    /** "an A-" */
    private static boolean isGrade(Tokens tokens, int at) {
        String letter = tokens.text(at - 1);
        return tokens.isGlued(at - 1) && !tokens.isGlued(at) && letter.length() == 1 && "ABCDF".contains(letter)
                && !tokens.lower(at + 1).equals("and") && !tokens.lower(at + 1).equals("or");
    }

    /** Between initials (AC/DC, I/O) or figures, and in and/or, the stroke is written but not said. */
    private static boolean isReadStroke(Tokens tokens, int at) {
        if (!tokens.isGlued(at - 1) || !tokens.isGlued(at)) {
            return true;
        }
        // "190°C/gas mark 5", "8 tbsp/113 g"
        if (tokens.startsWithDigit(at - 2) && tokens.isGlued(at - 2)
                && (tokens.isWord(at - 1) || tokens.text(at - 1).startsWith("°"))) {
            return false;
        }
        if (tokens.startsWithDigit(at - 1)
                && (tokens.text(at - 1).endsWith("C") || tokens.text(at - 1).endsWith("F"))) {
            return false;
        }
        String before = tokens.text(at - 1);
        String after = tokens.text(at + 1);
        boolean initials = isInitials(before) && isInitials(after);
        boolean figures = Character.isDigit(before.charAt(before.length() - 1)) || Character.isDigit(after.charAt(0));
        boolean either = before.equalsIgnoreCase("and") && after.equalsIgnoreCase("or");
        return !initials && !figures && !either;
    }

    private static boolean isInitials(String text) {
        return text.length() < 5 && text.equals(text.toUpperCase(Locale.ROOT))
                && text.chars().allMatch(Character::isLetter);
    }

    /** ★★★: three stars; ★★★☆☆: three out of five stars. */
    private static Optional<Match> stars(Tokens tokens, int at) {
        int full = count("★", tokens, at);
        int empty = count("☆", tokens, at + full);
        List<String> spoken = new ArrayList<>();
        spoken.add(Integer.toString(full));
        if (empty > 0) {
            spoken.addAll(List.of("out", "of", Integer.toString(full + empty)));
        }
        spoken.add(full + empty == 1 ? "star" : "stars");
        return Optional.of(new Match(full + empty, spoken.stream().map(Symbols::small).toList(), Decision.SYMBOL));
    }

    private static int count(String sign, Tokens tokens, int from) {
        int at = from;
        while (tokens.isAt(at, sign) && (at == from || tokens.isGlued(at - 1))) {
            at++;
        }
        return at - from;
    }

    private static String small(String word) {
        return switch (word) {
            case "1" -> "one";
            case "2" -> "two";
            case "3" -> "three";
            case "4" -> "four";
            case "5" -> "five";
            case "6" -> "six";
            case "7" -> "seven";
            case "8" -> "eight";
            case "9" -> "nine";
            case "10" -> "ten";
            default -> word;
        };
    }
}
