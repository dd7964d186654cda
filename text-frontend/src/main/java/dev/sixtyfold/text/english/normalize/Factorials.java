package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.reading.Decision;
import java.util.List;
import java.util.Optional;

/** 5! = 120, n!/2, (n - 1)! + 1, n! grows: an exclamation mark inside a formula, where it ends nothing. */
final class Factorials implements Rule {

    private static final String OPERATORS = "=+×÷−<>≤≥≠≈^*";

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        boolean factorial = tokens.isAt(at, "!") && tokens.isGlued(at - 1) && isOperand(tokens, at - 1)
                && goesOn(tokens, at);
        if (!factorial) {
            return Optional.empty();
        }
        return tokens.isAt(at + 1, "/")
                ? Match.of(Decision.MATHEMATICS, 2, List.of("factorial", "divided", "by"))
                : Match.of(Decision.MATHEMATICS, 1, List.of("factorial"));
    }

    private static boolean isOperand(Tokens tokens, int at) {
        boolean number = tokens.numeral(at).filter(numeral -> numeral.isInteger()).isPresent();
        return number || tokens.isAt(at, ")") || isVariable(tokens, at);
    }

    private static boolean isVariable(Tokens tokens, int at) {
        return tokens.text(at).length() == 1 && tokens.isWord(at) && !tokens.isAt(at, "I") && !tokens.isGlued(at - 1);
    }

    private static boolean goesOn(Tokens tokens, int at) {
        String next = tokens.text(at + 1);
        if (next.isEmpty()) {
            return false;
        }
        // "x!=3" says that they differ.
        boolean unequal = tokens.isGlued(at) && next.equals("=");
        boolean operator = next.length() == 1 && OPERATORS.indexOf(next.charAt(0)) >= 0 && !unequal;
        boolean divided = next.equals("/") && tokens.isGlued(at);
        boolean minus = tokens.isDash(at + 1) && tokens.isSpacedFrom(at + 1) && tokens.isSpacedFrom(at + 2);
        boolean named = (tokens.isAt(at - 1, "n") || tokens.isAt(at - 1, "N")) && tokens.isWord(at + 1)
                && !tokens.isCapitalised(at + 1);
        return operator || divided || minus || named;
    }
}
