package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.number.Numeral;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** May 12, Jan. 5, 12 May 2001, 10/12/2019 (month first), 2019-10-12. */
final class Dates implements Rule {

    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
            "oct", "nov", "dec");
    private static final Pattern AMERICAN = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})");

    private final Glossary glossary;
    private final NumberWords words;

    Dates(Glossary glossary, NumberWords words) {
        this.glossary = glossary;
        this.words = words;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        return monthFirst(tokens, at).or(() -> dayFirst(tokens, at)).or(() -> american(tokens, at))
                .or(() -> iso(tokens, at));
    }

    private Optional<Match> monthFirst(Tokens tokens, int at) {
        Optional<String> month = month(tokens.text(at));
        int day = tokens.isAt(at + 1, ".") ? at + 2 : at + 1;
        if (month.isEmpty() || tokens.integer(day, 1, 31).isEmpty()) {
            return Optional.empty();
        }
        List<String> spoken = new ArrayList<>(List.of(month.get()));
        spoken.add(words.day(tokens.text(day)));
        return Match.number(day - at + 1, spoken);
    }

    private Optional<Match> dayFirst(Tokens tokens, int at) {
        Optional<String> month = month(tokens.text(at + 1));
        Optional<Numeral> day = tokens.integer(at, 1, 31);
        if (month.isEmpty() || day.isEmpty() || tokens.isGlued(at)) {
            return Optional.empty();
        }
        List<String> spoken = new ArrayList<>(List.of("the"));
        spoken.add(words.day(day.get().whole()));
        spoken.add("of");
        spoken.add(month.get());
        return Match.number(2, spoken);
    }

    private Optional<Match> american(Tokens tokens, int at) {
        Matcher date = AMERICAN.matcher(tokens.text(at));
        return date.matches() ? read(date.group(1), date.group(2), date.group(3), 1) : Optional.empty();
    }

    private Optional<Match> iso(Tokens tokens, int at) {
        boolean form = tokens.integer(at, 1000, 2999).isPresent() && tokens.isGlued(at) && tokens.isDash(at + 1)
                && tokens.text(at + 2).length() == 2 && tokens.isGlued(at + 2) && tokens.isDash(at + 3)
                && tokens.text(at + 4).length() == 2;
        return form && tokens.integer(at + 2, 1, 12).isPresent() && tokens.integer(at + 4, 1, 31).isPresent()
                ? read(tokens.text(at + 2), tokens.text(at + 4), tokens.text(at), 5)
                : Optional.empty();
    }

    private Optional<Match> read(String month, String day, String year, int tokens) {
        int monthNumber = Integer.parseInt(month);
        int dayNumber = Integer.parseInt(day);
        if (monthNumber < 1 || monthNumber > 12 || dayNumber < 1 || dayNumber > 31) {
            return Optional.empty();
        }
        List<String> spoken = new ArrayList<>();
        spoken.add(glossary.months().first(MONTHS.get(monthNumber - 1)).orElseThrow());
        spoken.add(words.day(Integer.toString(dayNumber)));
        spoken.addAll(year.length() == 4 ? words.year(year) : words.code(year));
        return Match.number(tokens, spoken);
    }

    /** The month that {@code token} names, in full or cut short, with a capital. */
    private Optional<String> month(String token) {
        String name = token.endsWith(".") ? token.substring(0, token.length() - 1) : token;
        if (name.length() < 3 || !Character.isUpperCase(name.charAt(0))) {
            return Optional.empty();
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return glossary.months().first(lower.substring(0, 3)).filter(month -> {
            String full = month.toLowerCase(Locale.ROOT);
            return lower.equals(full) || lower.length() == 3 || lower.equals("sept");
        });
    }
}
