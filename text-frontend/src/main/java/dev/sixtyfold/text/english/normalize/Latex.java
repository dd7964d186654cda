package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The signs of LaTeX in running text: $a^2$, \frac{x}{2}, \alpha \leq \pi. Commands are read by the table
 * {@code latex.tsv}; dollars and braces around mathematics are silent. What stands between them is left to other rules.
 */
final class Latex implements Rule {

    /** What makes mathematics of the text between two dollars. */
    private static final Pattern MATHEMATICS = Pattern.compile("\\$\\$?(?! )(?=[^$]{0,200}[\\\\^_=<>+])[^$]{1,400}"
            + "\\$\\$?(?![\\p{L}\\p{N}])|\\$\\p{L}\\$(?![\\p{L}\\p{N}])");
    private static final Pattern FRACTION = Pattern.compile("\\\\[dt]?frac\\{(\\d{1,2})\\}\\{(\\d{1,3})\\}");
    private static final String COMMAND = "\\";

    private final NumberWords words;
    private final Map<String, List<String>> commands = new HashMap<>();

    Latex(NumberWords words) {
        this.words = words;
        for (List<String> row : ResourceTable.rows("latex.tsv", 2)) {
            commands.put(row.get(0), row.get(1).isEmpty() ? List.of() : List.of(row.get(1).split(" ")));
        }
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        return switch (tokens.text(at)) {
            case COMMAND -> command(tokens, at);
            case "$" -> dollar(tokens, at);
            case "{", "}", "^", "_" -> tokens.isAt(at, "}") && tokens.isGlued(at) && tokens.isAt(at + 1, "{")
                    ? over(tokens, at)
                    : brace(tokens, at);
            default -> tokens.startsWithDigit(at) ? lastFigures(tokens, at) : Optional.empty();
        };
    }

    /** The 2 of "$x + 2$", which is no price. */
    private Optional<Match> lastFigures(Tokens tokens, int at) {
        boolean last = tokens.isGlued(at) && tokens.isAt(at + 1, "$") && tokens.integer(at, 0, 9999).isPresent()
                && tokens.isBetweenSigns(MATHEMATICS, at + 1);
        return last ? Match.of(Decision.NUMBER, 1, words.cardinal(tokens.text(at))) : Optional.empty();
    }

    private Optional<Match> command(Tokens tokens, int at) {
        if (!tokens.isGlued(at) || (tokens.isGlued(at - 1) && tokens.isAt(at - 1, ":"))) {
            return Optional.empty();
        }
        Optional<Tokens.Form> fraction = tokens.form(FRACTION, at);
        if (fraction.isPresent()) {
            return Match.of(Decision.MATHEMATICS, fraction.get().tokens(),
                    words.fraction(fraction.get().group(1), fraction.get().group(2)));
        }
        List<String> spoken = commands.get(tokens.text(at + 1));
        boolean argument = tokens.isGlued(at + 1) && tokens.isAt(at + 2, "{");
        return spoken == null ? Optional.empty() : Match.of(Decision.MATHEMATICS, argument ? 3 : 2, spoken);
    }

    /** Between the two parts of a fraction. */
    private Optional<Match> over(Tokens tokens, int at) {
        for (int i = at - 1; i > 0; i--) {
            if (tokens.isAt(i, "frac") || tokens.isAt(i, "dfrac") || tokens.isAt(i, "tfrac")) {
                return tokens.isAt(i - 1, COMMAND)
                        ? Match.of(Decision.MATHEMATICS, 2, List.of("over"))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Match> brace(Tokens tokens, int at) {
        boolean index = tokens.isGlued(at) && tokens.isAt(at + 1, "{") && !tokens.isAt(at, "}");
        if (!isMathematics(tokens)) {
            return Optional.empty();
        }
        return switch (tokens.text(at)) {
            case "^" -> index ? exponent(tokens, at) : Optional.empty();
            case "_" -> Match.of(Decision.MATHEMATICS, index ? 2 : 1, List.of("sub"));
            default -> Match.of(Decision.MATHEMATICS, 1, List.of());
        };
    }

    /** x^{n+1}; one figure or letter by itself is left to the rule for powers. */
    private static Optional<Match> exponent(Tokens tokens, int at) {
        return tokens.isAt(at + 3, "}") && tokens.isAt(at + 2, "2")
                ? Match.of(Decision.MATHEMATICS, 4, List.of("squared"))
                : Match.of(Decision.MATHEMATICS, 2, List.of("to", "the", "power", "of"));
    }

    private static Optional<Match> dollar(Tokens tokens, int at) {
        return tokens.isBetweenSigns(MATHEMATICS, at) ? Match.of(Decision.MATHEMATICS, 1, List.of()) : Optional.empty();
    }

    /** Whether a command or a formula between dollars is in the sentence. */
    private boolean isMathematics(Tokens tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            boolean command = tokens.isAt(i, COMMAND) && tokens.isGlued(i) && commands.containsKey(tokens.text(i + 1));
            if (command || (tokens.isAt(i, "$") && tokens.isBetweenSigns(MATHEMATICS, i))) {
                return true;
            }
        }
        return false;
    }
}
