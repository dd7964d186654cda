package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.reading.Decision;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Short words in capitals that are also initials: in a sentence that is all capitals, IT and US are the pronouns; elsewhere
 * they are left to the lexicon. "The WHO" is always the organisation.
 */
final class Shouting implements Rule {

    private static final int FEWEST_WORDS = 2;

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        String word = tokens.text(at);
        if (word.equals("WHO") && tokens.text(at - 1).equals("the")) {
            return Optional.of(new Match(1, List.of("W.H.O."), Decision.SPELLED));
        }
        return isPronoun(word) && tokens.isShouted(FEWEST_WORDS)
                ? Optional.of(new Match(1, List.of(word.toLowerCase(Locale.ROOT)), Decision.LEXICON))
                : Optional.empty();
    }

    private static boolean isPronoun(String word) {
        return switch (word) {
            case "IT", "US", "ME", "AM", "WHO", "OR", "IN", "IS", "AS", "AN", "MAY", "ALL", "ARE", "CAN", "MA", "PA",
                    "OH",
                    "HI", "OF" ->
                true;
            default -> false;
        };
    }
}
