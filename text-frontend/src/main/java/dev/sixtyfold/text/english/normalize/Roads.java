package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.reading.Decision;
import java.util.List;
import java.util.Optional;

/** Where a road goes: I-90 W, US-101 N, Highway 1 SB, Route 66 E. The number before it is read by other rules. */
final class Roads implements Rule {

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        boolean spaced = tokens.hasFigures() && tokens.isSpacedFrom(at) && !tokens.isGlued(at);
        Optional<String> direction = spaced ? direction(withoutStop(tokens.text(at))) : Optional.empty();
        return direction.isPresent() && isRoad(tokens, at - 1) && !isName(tokens, at + 1)
                ? Match.of(Decision.ADDRESS, 1, List.of(direction.get()))
                : Optional.empty();
    }

    private static String withoutStop(String text) {
        return text.length() == 2 && text.endsWith(".") ? text.substring(0, 1) : text;
    }

    /** Whether the token is the number of a road. */
    private static boolean isRoad(Tokens tokens, int at) {
        if (tokens.integer(at, 1, 999).isEmpty()) {
            return false;
        }
        if (tokens.isInName(at)) {
            return switch (tokens.text(at - 2)) {
                case "I", "US", "SR", "CR", "CA", "TX", "FM", "NY", "Route", "Highway", "Hwy" -> true;
                default -> false;
            };
        }
        return switch (tokens.lower(tokens.isAt(at - 1, ".") ? at - 2 : at - 1)) {
            case "highway", "hwy", "route", "rte", "interstate", "freeway", "u.s.", "us" -> true;
            default -> false;
        };
    }

    /** "Route 66 W. Smith": the letter is an initial. */
    private static boolean isName(Tokens tokens, int next) {
        return tokens.isCapitalised(next) && tokens.isWord(next);
    }

    private static Optional<String> direction(String letters) {
        return switch (letters) {
            case "N" -> Optional.of("North");
            case "S" -> Optional.of("South");
            case "E" -> Optional.of("East");
            case "W" -> Optional.of("West");
            case "NB" -> Optional.of("northbound");
            case "SB" -> Optional.of("southbound");
            case "EB" -> Optional.of("eastbound");
            case "WB" -> Optional.of("westbound");
            default -> Optional.empty();
        };
    }
}
