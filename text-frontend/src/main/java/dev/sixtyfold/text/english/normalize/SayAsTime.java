package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times of day that the rule for running text does not take, and lengths of time: 2:30pm, 14:05:30, 1'21". */
final class SayAsTime {

    private static final Pattern CLOCK = Pattern
            .compile("(\\d{1,2})(?:[:.h](\\d{2}))?(?:[:.m](\\d{2}))?\\s*(?:([aApP])\\.?[mM]\\.?)?");
    private static final Pattern LENGTH = Pattern.compile("(?:(\\d{1,3})['′])?\\s*(?:(\\d{1,3})[\"″])?");

    private SayAsTime() {}

    static Optional<List<String>> read(String text, NumberWords words) {
        Matcher length = LENGTH.matcher(text);
        if (length.matches() && (length.group(1) != null || length.group(2) != null)) {
            List<String> spoken = new ArrayList<>();
            count(length.group(1), "minute", words, spoken);
            count(length.group(2), "second", words, spoken);
            return Optional.of(spoken);
        }
        Matcher clock = CLOCK.matcher(text);
        if (!clock.matches() || Integer.parseInt(clock.group(1)) > 24) {
            return Optional.empty();
        }
        List<String> spoken = new ArrayList<>(cardinal(clock.group(1), words));
        String minute = clock.group(2) == null ? "00" : clock.group(2);
        if (Integer.parseInt(minute) > 59) {
            return Optional.empty();
        }
        if (minute.equals("00")) {
            if (clock.group(4) == null) {
                spoken.add(Integer.parseInt(clock.group(1)) > 12 ? "hundred" : "o'clock");
            }
        } else {
            if (minute.startsWith("0")) {
                spoken.add("oh");
            }
            spoken.addAll(cardinal(minute, words));
        }
        if (clock.group(3) != null) {
            spoken.add("and");
            count(clock.group(3), "second", words, spoken);
        }
        if (clock.group(4) != null) {
            spoken.add(clock.group(4).equalsIgnoreCase("a") ? "AM" : "PM");
        }
        return Optional.of(spoken);
    }

    private static void count(@Nullable String number, String unit, NumberWords words, List<String> spoken) {
        if (number != null) {
            spoken.addAll(cardinal(number, words));
            spoken.add(Integer.parseInt(number) == 1 ? unit : unit + "s");
        }
    }

    private static List<String> cardinal(String number, NumberWords words) {
        return words.cardinal(String.valueOf(Integer.parseInt(number)));
    }
}
