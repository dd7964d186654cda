package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A date whose parts stand in a given order: {@code mdy}, {@code dmy}, {@code ymd}, {@code md}, {@code my}, {@code y}, … */
final class SayAsDate {

    private static final Pattern MONTH = Pattern.compile(Months.FORM);

    private final NumberWords words;

    SayAsDate(NumberWords words) {
        this.words = words;
    }

    /**
     * The date in words.
     *
     * @param format
     *            one letter a part, or several as in {@code yyyymmdd}; empty for the order that the figures suggest
     * @param detail
     *            1 for the tenth of September, 2 for September tenth; otherwise the day comes first where the format has it
     *            before the month
     */
    Optional<List<String>> read(String text, String format, String detail) {
        List<String> parts = parts(text);
        String order = collapsed(format);
        if (order.isEmpty()) {
            order = guess(parts);
        }
        if (parts.size() == 1 && order.length() > 1) {
            parts = divided(parts.getFirst(), order);
        }
        if (order.isEmpty() || parts.size() != order.length()) {
            return Optional.empty();
        }
        String year = "";
        String month = "";
        String day = "";
        for (int i = 0; i < order.length(); i++) {
            String part = parts.get(i);
            switch (order.charAt(i)) {
                case 'y' -> year = part;
                case 'm' -> month = part;
                default -> day = part;
            }
        }
        boolean dayFirst = switch (detail) {
            case "1" -> true;
            case "2" -> false;
            default -> order.indexOf('d') < order.indexOf('m');
        };
        return words(dayFirst, year, month, day);
    }

    private Optional<List<String>> words(boolean dayFirst, String year, String month, String day) {
        Optional<String> monthName = month.isEmpty() ? Optional.of("") : month(month);
        String dayFigures = day.replaceFirst("(?i)(?<=\\d)(st|nd|rd|th)$", "");
        boolean dayFits = day.isEmpty() || (SayAs.isDigits(dayFigures) && dayFigures.length() <= 2
                && Integer.parseInt(dayFigures) >= 1 && Integer.parseInt(dayFigures) <= 31);
        boolean yearFits = year.isEmpty() || (SayAs.isDigits(year) && year.length() <= 4);
        if (monthName.isEmpty() || !dayFits || !yearFits) {
            return Optional.empty();
        }
        List<String> spoken = new ArrayList<>();
        String ordinal = day.isEmpty()
                ? ""
                : String.join("-", words.ordinal(String.valueOf(Integer.parseInt(dayFigures))));
        if (dayFirst && !day.isEmpty() && !month.isEmpty()) {
            spoken.addAll(List.of("the", ordinal, "of", monthName.get()));
        } else {
            if (!monthName.get().isEmpty()) {
                spoken.add(monthName.get());
            } else if (!ordinal.isEmpty()) {
                spoken.add("the");
            }
            if (!ordinal.isEmpty()) {
                spoken.add(ordinal);
            }
        }
        if (!year.isEmpty()) {
            spoken.addAll(year.length() == 4 ? words.year(year) : words.code(year));
        }
        return Optional.of(spoken);
    }

    /** yyyymmdd: ymd. */
    private static String collapsed(String format) {
        StringBuilder order = new StringBuilder();
        for (char c : format.toLowerCase(Locale.ROOT).toCharArray()) {
            if ("ymd".indexOf(c) >= 0 && order.indexOf(String.valueOf(c)) < 0) {
                order.append(c);
            }
        }
        return order.toString();
    }

    /** As Americans write dates, unless a year stands in front or a month has its name. */
    private static String guess(List<String> parts) {
        boolean yearFirst = parts.getFirst().length() == 4 && SayAs.isDigits(parts.getFirst());
        boolean named = parts.size() > 1 && !SayAs.isDigits(parts.get(1));
        return switch (parts.size()) {
            case 1 -> yearFirst ? "y" : parts.getFirst().length() == 8 ? "ymd" : "";
            case 2 -> yearFirst ? "ym" : named ? "dm" : parts.get(1).length() == 4 ? "my" : "md";
            case 3 -> yearFirst ? "ymd" : named ? "dmy" : "mdy";
            default -> "";
        };
    }

    /** Figures without anything between them, by the usual lengths. */
    private static List<String> divided(String figures, String order) {
        int length = order.chars().map(c -> c == 'y' ? 4 : 2).sum();
        int yearLength = figures.length() == length ? 4 : 2;
        List<String> parts = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < order.length(); i++) {
            int end = Math.min(figures.length(), at + (order.charAt(i) == 'y' ? yearLength : 2));
            parts.add(figures.substring(at, end));
            at = end;
        }
        return SayAs.isDigits(figures) && at == figures.length() ? parts : List.of();
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                parts.add(text.substring(start, i));
                start = -1;
            }
        }
        return parts.isEmpty() ? List.of("") : parts;
    }

    private Optional<String> month(String part) {
        if (SayAs.isDigits(part)) {
            int number = part.length() > 2 ? 0 : Integer.parseInt(part);
            return number >= 1 && number <= 12 ? Optional.of(Months.name(number)) : Optional.empty();
        }
        return MONTH.matcher(part).matches() ? Optional.of(Months.name(part)) : Optional.empty();
    }
}
