package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Decision;
import dev.sixtyfold.text.english.reading.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * May 12, Jan. 5 2012, 12 May 2001, the 26th of May, May 5-7, July 1506, Jan-15-2020, 2019-10-12, 10/12/2019 (month first
 * in America, day first in Britain).
 */
final class Dates implements Rule {

    private static final String DAY = "(0?[1-9]|[12]\\d|3[01])";
    private static final String SUFFIX = "(?i:(st|nd|rd|th))?";
    private static final String END = "(?![\\p{L}\\p{N}])(?![:/.,]\\d)";
    /** Two figures are a year after an apostrophe or in one word: "Jan '15", "25-jul-12". */
    private static final String OF_YEAR = "(?:([ ,/-]+)('\\d{2}(?!\\d)|[12]\\d{3}|(?<=[-/])(?<!\\s.)\\d{2}(?!\\d| ?"
            + Months.SHORT + "))"
            + END + ")";
    private static final Pattern MONTH_FIRST = Pattern.compile(Months.FORM + "[ /-]?" + DAY + SUFFIX
            + "(?: ?[-–—] ?" + DAY + SUFFIX + "(?!-))?" + OF_YEAR + "?" + END);
    private static final Pattern DAY_FIRST = Pattern.compile(DAY + SUFFIX + "(?: ?[-–—] ?" + DAY + SUFFIX + ")?[ /-]?"
            + "(of )?" + Months.FORM + OF_YEAR + "?(?![\\p{L}\\p{N}])");
    private static final Pattern MONTH_AND_YEAR = Pattern
            .compile(Months.FORM + "([ ,-]+)([12]\\d{3}|'\\d{2})(s)?" + END);
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "([12]\\d{3})([-/.])(0?[1-9]|1[0-2])\\2" + DAY + "(?:[T ](\\d\\d:\\d\\d(?::\\d\\d)?)(?:\\.\\d+)?Z?)?"
                    + END);
    private static final Pattern YEAR_AND_NAME = Pattern
            .compile("([12]\\d{3})([- /])" + Months.FORM + "\\2" + DAY + SUFFIX + END);
    private static final Pattern SHORT = Pattern.compile("(\\d{1,2})/(\\d{1,2})(?![\\p{L}\\p{N}/]| of)");
    private static final Pattern FIGURES = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})" + END);
    private static final Pattern YEAR_AND_MONTH = Pattern.compile("([12]\\d(\\d\\d))-(0[1-9]|1[0-2])(?!-)" + END);
    private static final Pattern MONTH_AND_YEAR_FIGURES = Pattern.compile("(0[1-9])/([12]\\d{3})(?!/)" + END);
    /** With its full stop. */
    private static final int LONGEST_WEEKDAY = 7;
    private static final Set<String> WEEKDAYS = Set.of("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "weds",
            "fri", "sat",
            "sun");
    private static final Pattern WEEKDAY = Pattern.compile(
            "(?i:(Mon|Tues?|Weds?|Thu|Thurs?|Fri|Sat|Sun))\\.?(?=,? (?:morning|afternoon|evening|night|\\d{1,2}(?:[:.]\\d\\d)? ?[AaPp]\\.?[Mm]|\\d{1,2}:\\d\\d|"
                    + DAY + SUFFIX + " " + Months.FORM + "|" + Months.FORM + " \\d|\\d{1,4}[-/.]\\d))");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d\\d)(?::(\\d\\d))?");

    private final NumberWords words;

    Dates(NumberWords words) {
        this.words = words;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        if (tokens.startsWithDigit(at)) {
            return tokens.form(YEAR_FIRST, at).flatMap(this::yearFirst)
                    .or(() -> tokens.form(FIGURES, at).flatMap(form -> figures(form, isBorn(tokens.lower(at - 1)))))
                    .or(() -> tokens.form(YEAR_AND_NAME, at).flatMap(this::yearAndName))
                    .or(() -> tokens.form(YEAR_AND_MONTH, at).flatMap(this::yearAndMonth))
                    .or(() -> tokens.form(MONTH_AND_YEAR_FIGURES, at)
                            .map(form -> month(form, form.group(1), form.group(2))))
                    .or(() -> isAfterDay(tokens, at) && !tokens.isAt(at, "9/11")
                            ? tokens.form(SHORT, at).flatMap(form -> figures(form, false))
                            : Optional.empty())
                    .or(() -> tokens.form(DAY_FIRST, at).flatMap(form -> dayFirst(form, tokens, at)));
        }
        if (isBesideWeekday(tokens, at)) {
            return Match.of(Decision.DATE, 1, List.of(Weekdays.name(tokens.text(at))));
        }
        if (tokens.text(at).length() < LONGEST_WEEKDAY && WEEKDAYS.contains(tokens.lower(at).replace(".", ""))) {
            return tokens.form(WEEKDAY, at)
                    .flatMap(form -> Match.of(Decision.DATE, form.tokens(), List.of(Weekdays.name(form.group(1)))));
        }
        if (!tokens.isWord(at) || !tokens.hasFigures()) {
            return Optional.empty();
        }
        return tokens.form(MONTH_AND_YEAR, at).flatMap(form -> monthAndYear(form, tokens, at))
                .or(() -> tokens.form(MONTH_FIRST, at).flatMap(form -> monthFirst(form, tokens, at)));
    }

    /** Sat & Sun, Mon, Wed and Fri. */
    private static boolean isBesideWeekday(Tokens tokens, int at) {
        return isShortWeekday(tokens, at) && ((joins(tokens.text(at + 1)) && isWeekday(tokens, at + 2))
                || (joins(tokens.text(at - 1)) && isWeekday(tokens, at - 2)));
    }

    private static boolean joins(String between) {
        return switch (between) {
            case "&", "and", "or", ",", "/", "+" -> true;
            default -> false;
        };
    }

    private static boolean isShortWeekday(Tokens tokens, int at) {
        return tokens.isCapitalised(at) && WEEKDAYS.contains(tokens.lower(at));
    }

    private static boolean isWeekday(Tokens tokens, int at) {
        return isShortWeekday(tokens, at) || (tokens.isCapitalised(at) && tokens.lower(at).endsWith("day")
                && WEEKDAYS.contains(tokens.lower(at).substring(0, 3)));
    }

    private Optional<Match> monthFirst(Tokens.Form form, Tokens tokens, int at) {
        // "you may 5 times", "March 3 miles"; a month that is no other word needs nothing else.
        boolean unclear = Months.isWord(form.group(1)) && !form.has(7) && !form.has(3) && !isAfterDay(tokens, at);
        if (unclear || tokens.isInName(at)) {
            return Optional.empty();
        }
        List<String> spoken = new ArrayList<>(List.of(Months.name(form.group(1))));
        spoken.addAll(british(day(form.group(2))));
        if (form.has(4)) {
            spoken.add("to");
            spoken.addAll(british(day(form.group(4))));
        }
        year(form.group(6), form.group(7), spoken);
        return Match.of(Decision.DATE, form.tokens(), spoken);
    }

    /** "on may 5", "sunday, may 5". */
    private static boolean isAfterDay(Tokens tokens, int at) {
        String before = tokens.lower(at - (tokens.isAt(at - 1, ",") ? 2 : 1));
        if (before.equals("of")) {
            return Set.of("week", "as", "night", "evening", "morning", "afternoon", "weekend")
                    .contains(tokens.lower(at - 2));
        }
        return before.endsWith("day") || WEEKDAYS.contains(before)
                || Set.of("on", "since", "until", "from", "before", "after", "by", "due", "dated", "effective")
                        .contains(before);
    }

    private Optional<Match> dayFirst(Tokens.Form form, Tokens tokens, int at) {
        String month = form.group(6);
        String before = tokens.lower(at - (tokens.isAt(at - 1, ",") ? 2 : 1));
        boolean ofWeek = before.endsWith("day") || WEEKDAYS.contains(before);
        boolean unclear = Months.isWord(month) && !form.has(8) && !form.has(2) && !form.has(5) && !ofWeek;
        boolean inName = tokens.isInName(at) && !Months.begins(tokens.text(at - 2));
        if (unclear || inName) {
            return Optional.empty();
        }
        boolean article = tokens.lower(at - 1).equals("the");
        List<String> spoken = new ArrayList<>(article ? List.of() : List.of("the"));
        spoken.addAll(day(form.group(1)));
        if (form.has(3)) {
            spoken.addAll(List.of("to", "the"));
            spoken.addAll(day(form.group(3)));
        }
        spoken.add("of");
        spoken.add(Months.name(month));
        year(form.group(7), form.group(8), spoken);
        return Match.of(Decision.DATE, form.tokens(), spoken);
    }

    private Optional<Match> monthAndYear(Tokens.Form form, Tokens tokens, int at) {
        if (Months.isWord(form.group(1)) || tokens.isInName(at)) {
            return Optional.empty();
        }
        List<String> spoken = new ArrayList<>(List.of(Months.name(form.group(1))));
        year(form.group(2), form.group(3), spoken);
        return form.has(4) ? Optional.empty() : Match.of(Decision.DATE, form.tokens(), spoken);
    }

    private Optional<Match> yearFirst(Tokens.Form form) {
        List<String> spoken = new ArrayList<>(date(Integer.parseInt(form.group(3)), form.group(4)));
        spoken.addAll(words.year(form.group(1)));
        if (form.has(5)) {
            var clock = CLOCK.matcher(form.group(5));
            if (clock.matches()) {
                spoken.add(",");
                spoken.addAll(words.cardinal(Integer.toString(Integer.parseInt(clock.group(1)))));
                spoken.addAll(words.digits(clock.group(2)).getFirst().equals("zero")
                        ? List.of("oh", words.digits(clock.group(2)).getLast())
                        : words.cardinal(clock.group(2)));
            }
        }
        return Match.of(Decision.DATE, form.tokens(), spoken);
    }

    /** 2012-07; a later year of the same century is a range: 2007-12. */
    private Optional<Match> yearAndMonth(Tokens.Form form) {
        return form.group(2).compareTo(form.group(3)) < 0
                ? Optional.empty()
                : Optional.of(month(form, form.group(3), form.group(1)));
    }

    private Match month(Tokens.Form form, String month, String year) {
        List<String> spoken = new ArrayList<>(List.of(Months.name(Integer.parseInt(month))));
        spoken.addAll(words.year(year));
        return new Match(form.tokens(), spoken, Decision.DATE);
    }

    private Optional<Match> yearAndName(Tokens.Form form) {
        List<String> spoken = new ArrayList<>(List.of(Months.name(form.group(3))));
        spoken.addAll(british(day(form.group(4))));
        spoken.addAll(words.year(form.group(1)));
        return Match.of(Decision.DATE, form.tokens(), spoken);
    }

    /** Which of two figures is the month depends on the country, unless only one can be. */
    private Optional<Match> figures(Tokens.Form form, boolean certain) {
        int first = Integer.parseInt(form.group(1));
        boolean withoutYear = form.match().groupCount() == 2;
        int second = Integer.parseInt(form.group(withoutYear ? 2 : 3));
        String year = withoutYear ? "" : form.group(4);
        boolean slash = withoutYear || form.group(2).equals("/");
        boolean monthFirst = (words.dialect() == Dialect.AMERICAN && first <= 12) || second > 12;
        int month = monthFirst ? first : second;
        int day = monthFirst ? second : first;
        boolean date = month >= 1 && month <= 12 && day >= 1 && day <= 31;
        if (!date || (!slash && !certain && year.length() == 2)) {
            return Optional.empty();
        }
        // Only a British reader or figures that cannot be a month put the day first.
        List<String> spoken = monthFirst ? new ArrayList<>(date(month, Integer.toString(day))) : new ArrayList<>();
        if (!monthFirst) {
            spoken.add("the");
            spoken.addAll(day(Integer.toString(day)));
            spoken.addAll(List.of("of", Months.name(month)));
        }
        year("", year, spoken);
        return Match.of(Decision.DATE, form.tokens(), spoken);
    }

    /** "born 3.6.74" is no version. */
    private static boolean isBorn(String before) {
        return switch (before) {
            case "born", "died", "dated", "dob", "on" -> true;
            default -> false;
        };
    }

    private List<String> date(int month, String day) {
        List<String> spoken = new ArrayList<>();
        if (words.dialect() == Dialect.BRITISH) {
            spoken.add("the");
            spoken.addAll(day(day));
            spoken.addAll(List.of("of", Months.name(month)));
        } else {
            spoken.add(Months.name(month));
            spoken.addAll(day(day));
        }
        return spoken;
    }

    /** British English says "May the fifth". */
    private List<String> british(List<String> day) {
        if (words.dialect() == Dialect.AMERICAN) {
            return day;
        }
        List<String> spoken = new ArrayList<>(List.of("the"));
        spoken.addAll(day);
        return spoken;
    }

    private List<String> day(String figures) {
        return words.ordinal(figures.startsWith("0") ? figures.substring(1) : figures);
    }

    private void year(String gap, String figures, List<String> spoken) {
        if (figures.isEmpty()) {
            return;
        }
        if (gap.contains(",")) {
            spoken.add(",");
        }
        boolean apostrophe = figures.startsWith("'");
        String year = apostrophe ? figures.substring(1) : figures;
        if (year.equals("00")) {
            spoken.addAll(List.of("two", "thousand"));
        } else if (year.length() == 4) {
            spoken.addAll(words.year(year));
        } else if (apostrophe && year.startsWith("0")) {
            spoken.add("oh");
            spoken.addAll(words.digits(year.substring(1)));
        } else {
            spoken.addAll(words.cardinal(year));
        }
    }
}
