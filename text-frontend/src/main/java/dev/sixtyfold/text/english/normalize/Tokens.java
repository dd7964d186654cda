package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.Numeral;
import dev.sixtyfold.text.english.token.Token;
import java.util.List;
import java.util.Optional;

/** The tokens of a sentence, with the questions that rules ask of them; outside the sentence there is only empty text. */
record Tokens(List<Token> tokens) {

    String text(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).text() : "";
    }

    int size() {
        return tokens.size();
    }

    boolean isAt(int at, String text) {
        return text(at).equals(text);
    }

    /** Whether nothing stands between the token and the next one. */
    boolean isGlued(int at) {
        return at >= 0 && at + 1 < tokens.size() && !tokens.get(at).spaceAfter();
    }

    boolean isCapitalised(int at) {
        return !text(at).isEmpty() && tokens.get(at).isCapitalised();
    }

    Optional<Numeral> numeral(int at) {
        return text(at).isEmpty() ? Optional.empty() : Numeral.parse(text(at));
    }

    /** A plain whole number from {@code least} to {@code most}, of at most four figures. */
    Optional<Numeral> integer(int at, int least, int most) {
        return numeral(at).filter(numeral -> numeral.isInteger() && numeral.sign().isEmpty() && !numeral.grouped()
                && numeral.whole().length() <= 4 && Integer.parseInt(numeral.whole()) >= least
                && Integer.parseInt(numeral.whole()) <= most);
    }

    boolean isDash(int at) {
        return switch (text(at)) {
            case "-", "–", "‑", "‐", "−" -> true;
            default -> false;
        };
    }
}
