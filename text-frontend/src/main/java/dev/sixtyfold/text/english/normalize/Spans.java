package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two times, dates, amounts or measures with a dash between them: 5pm-7 pm, $250-$300, Jan 5 - Feb 10, 10 cm x 20 cm. */
final class Spans implements Rule {

    private final List<Rule> sides;

    /**
     * A rule made of others.
     *
     * @param sides
     *            whose matches can stand on both sides
     */
    Spans(List<Rule> sides) {
        this.sides = sides;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        if (!tokens.hasFigures() || tokens.isInName(at)) {
            return Optional.empty();
        }
        for (Rule side : sides) {
            Optional<Match> from = side.match(tokens, at);
            if (from.isPresent()) {
                int middle = at + from.get().tokens();
                String between = between(tokens, middle);
                if (between.equals("to") && from.get().kind() == Decision.TIME
                        && isTimeOfDay(tokens.lower(middle + 1))) {
                    List<String> spoken = new ArrayList<>(from.get().words());
                    spoken.addAll(List.of(between, tokens.text(middle + 1)));
                    return Match.of(Decision.TIME, from.get().tokens() + 2, spoken);
                }
                return between.isEmpty()
                        ? Optional.empty()
                        : side.match(tokens, middle + 1).map(to -> join(from.get(), between, to));
            }
        }
        return Optional.empty();
    }

    /** 8am-noon. */
    private static boolean isTimeOfDay(String word) {
        return switch (word) {
            case "noon", "midday", "midnight", "dawn", "dusk", "sunset", "sunrise", "late", "close" -> true;
            default -> false;
        };
    }

    private static String between(Tokens tokens, int at) {
        if (tokens.isDash(at)) {
            return "to";
        }
        return tokens.isAt(at, "x") || tokens.isAt(at, "×") ? "by" : "";
    }

    private static Rule.Match join(Match from, String between, Match to) {
        List<String> spoken = new ArrayList<>(from.words());
        spoken.add(between);
        spoken.addAll(to.words());
        return new Match(from.tokens() + 1 + to.tokens(), spoken, from.kind());
    }
}
