package dev.sixtyfold.text.english.normalize;

import java.util.List;
import java.util.Locale;

/** The months by number, name and short form. */
final class Months {

    private static final List<String> NAMES = List.of("January", "February", "March", "April", "May", "June", "July",
            "August", "September", "October", "November", "December");

    /** A group for a month's name or short form, with its full stop. */
    static final String FORM = "(?i:(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?!\\p{L})\\.?)";

    /** The beginning of a name, without a group. */
    static final String SHORT = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";

    private Months() {}

    /** Whether a word begins like a month's name. */
    static boolean begins(String word) {
        return word.length() > 2 && NAMES.stream().anyMatch(name -> name.startsWith(word.substring(0, 3)));
    }

    /** The name of a month by its number, from 1. */
    static String name(int number) {
        return NAMES.get(number - 1);
    }

    /** The name of the month that begins with the same three letters. */
    static String name(String form) {
        String start = form.substring(0, 3).toLowerCase(Locale.ROOT);
        return NAMES.stream().filter(name -> name.toLowerCase(Locale.ROOT).startsWith(start)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no month begins like " + form));
    }

    /** Whether a form in lower case is also an everyday word. */
    static boolean isWord(String form) {
        return switch (form) {
            case "may", "march", "mar" -> true;
            default -> false;
        };
    }
}
