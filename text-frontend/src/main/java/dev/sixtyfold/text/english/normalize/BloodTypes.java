package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Blood type O-, AB+: where blood is spoken of, since A+ is a mark elsewhere. */
final class BloodTypes implements Rule {

    private static final Set<String> SPOKEN_OF = Set.of("blood", "donor", "donors", "transfusion", "transfusions",
            "plasma",
            "rh");
    /** Tokens before and after. */
    private static final int NEAR = 12;

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        List<String> letters = switch (tokens.text(at)) {
            case "A", "B", "O" -> List.of(tokens.text(at));
            case "AB" -> List.of("A", "B");
            default -> List.of();
        };
        boolean plus = tokens.isAt(at + 1, "+");
        boolean sign = tokens.isGlued(at) && (plus || tokens.isDash(at + 1));
        boolean ends = !tokens.isGlued(at + 1) || !(tokens.isWord(at + 2) || tokens.startsWithDigit(at + 2));
        boolean spokenOf = !letters.isEmpty() && sign && ends
                && tokens.wordsBefore(at + NEAR, 2 * NEAR).stream().anyMatch(SPOKEN_OF::contains);
        if (!spokenOf) {
            return Optional.empty();
        }
        List<String> spoken = new ArrayList<>(letters);
        spoken.add(plus ? "positive" : "negative");
        return Match.of(Decision.ABBREVIATION, 2, spoken);
    }
}
