package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.reading.Decision;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stroke between words: "upgrade slash update", "he or she"; nothing in and/or, TCP/IP. */
final class Strokes implements Rule {

    private static final Set<String> ALTERNATIVES = Set.of("he/she", "she/he", "him/her", "his/her", "his/hers",
            "himself/herself");

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        boolean stroke = tokens.isAt(at, "/") && (tokens.isGlued(at) || tokens.isGlued(at - 1));
        if (!stroke || isSilent(tokens, at)) {
            return Optional.empty();
        }
        boolean either = ALTERNATIVES.contains(tokens.lower(at - 1) + "/" + tokens.lower(at + 1));
        return Match.of(Decision.SYMBOL, 1, List.of(either ? "or" : "slash"));
    }

    private static boolean isSilent(Tokens tokens, int at) {
        boolean conjunctions = tokens.lower(at - 1).equals("and") && tokens.lower(at + 1).equals("or");
        return conjunctions || (isCapitals(tokens.text(at - 1)) && isCapitals(tokens.text(at + 1)));
    }

    private static boolean isCapitals(String word) {
        return !word.isEmpty() && word.chars().allMatch(Character::isUpperCase);
    }
}
