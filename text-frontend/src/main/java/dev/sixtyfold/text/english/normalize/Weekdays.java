package dev.sixtyfold.text.english.normalize;

import java.util.List;

/** The days of the week by name and short form. */
final class Weekdays {

    private static final List<String> NAMES = List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
            "Saturday", "Sunday");

    private Weekdays() {}

    /** The name of the day that begins with the same three letters. */
    static String name(String form) {
        return NAMES.stream().filter(day -> day.regionMatches(true, 0, form, 0, 3)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no day of the week begins like " + form));
    }
}
