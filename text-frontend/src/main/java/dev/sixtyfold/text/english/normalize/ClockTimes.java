package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 9:30, 9:05 p.m., 7 am. */
final class ClockTimes implements Rule {

    private static final Pattern CLOCK = Pattern.compile("([01]?\\d|2[0-4]):([0-5]\\d)(?::([0-5]\\d))?");

    private final NumberWords words;

    ClockTimes(NumberWords words) {
        this.words = words;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        Optional<String> half = halfOfDay(tokens.text(at + 1));
        Matcher clock = CLOCK.matcher(tokens.text(at));
        if (clock.matches()) {
            List<String> spoken = read(clock.group(1), clock.group(2), half.isPresent());
            if (clock.group(3) != null) {
                spoken.addAll(List.of("and"));
                spoken.addAll(words.cardinal(trimZero(clock.group(3))));
                spoken.add("seconds");
            }
            half.ifPresent(spoken::add);
            return Match.number(half.isPresent() ? 2 : 1, spoken);
        }
        if (half.isPresent() && tokens.integer(at, 1, 12).isPresent()) {
            List<String> spoken = new ArrayList<>(words.cardinal(tokens.text(at)));
            spoken.add(half.get());
            return Match.number(2, spoken);
        }
        return Optional.empty();
    }

    private List<String> read(String hour, String minute, boolean halfFollows) {
        List<String> spoken = new ArrayList<>(words.cardinal(trimZero(hour)));
        if (!minute.equals("00")) {
            if (minute.startsWith("0")) {
                spoken.add("O");
            }
            spoken.add(String.join("-", words.cardinal(trimZero(minute))));
        } else if (!halfFollows) {
            spoken.add(Integer.parseInt(hour) > 12 ? "hundred" : "o'clock");
        }
        return spoken;
    }

    /** In the form whose letters the lexicon reads one by one. */
    private static Optional<String> halfOfDay(String token) {
        return switch (token.toLowerCase(Locale.ROOT)) {
            case "am", "a.m.", "a.m" -> Optional.of("A.M.");
            case "pm", "p.m.", "p.m" -> Optional.of("P.M.");
            default -> Optional.empty();
        };
    }

    private static String trimZero(String number) {
        return number.length() > 1 && number.startsWith("0") ? number.substring(1) : number;
    }
}
