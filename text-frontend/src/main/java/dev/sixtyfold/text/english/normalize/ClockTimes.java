package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** 9:30, 9:05 p.m., 7 am, 5.30pm, 5 pm EST, 23:00, 1:01:01. */
final class ClockTimes implements Rule {

    private static final String HALF = "([AaPp])\\.?[Mm](?:\\.|(?![\\p{L}\\p{N}]))";
    private static final String ZONE = "([ECMP][SD]?T|AK[SD]T|HST|AE[SD]T|AC[SD]T|AW[SD]T|NZ[SD]T|GMT|UTC|BST|IST|CES?T"
            + "|EES?T|WES?T|JST|KST|SGT|MSK)";
    private static final String AFTER = "(?! ?[\\p{L}\\p{N}]|[:/]\\d)";
    private static final Pattern WITH_HALF = Pattern.compile(
            "(\\d{1,2})(?:[:.]([0-5]\\d)(?:[:.]([0-5]\\d))?)?[ -]?" + HALF);
    /** 10:05a, as timetables have it; the groups of {@link #WITH_HALF}. */
    private static final Pattern WITH_LETTER = Pattern.compile("(\\d{1,2}):([0-5]\\d)()([ap])(?![\\p{L}\\p{N}])");
    private static final Pattern RANGE = Pattern
            .compile("(\\d{1,2})(?::([0-5]\\d))? ?[-–—] ?(\\d{1,2}(?::[0-5]\\d)?[ -]?"
                    + HALF + ")");
    private static final Pattern SHORT_DURATION = Pattern.compile(
            "(?:(\\d{1,3})h ?)?(\\d{1,2})m(?: ?(\\d{1,2})s)?(?![\\p{L}\\p{N}])");
    private static final Pattern CLOCK = Pattern.compile(
            "(\\d{1,2}):([0-5]\\d)(?::([0-5]\\d)(\\.\\d+)?)?(?![\\p{L}\\p{N}:/])");
    private static final Pattern ZONE_AFTER = Pattern.compile(
            "(" + ZONE.substring(1, ZONE.length() - 1) + "|[ecmp][sd]t|gmt|utc)(?![\\p{L}\\p{N}])");
    private static final Pattern ZONE_ANY_CASE = Pattern.compile(
            "(" + ZONE.substring(1, ZONE.length() - 1) + "|e\\.s\\.t|p\\.s\\.t|c\\.s\\.t|m\\.s\\.t|g\\.m\\.t)\\.?"
                    + AFTER,
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OFFSET = Pattern
            .compile("(UTC|GMT) ?([-−–+])(\\d{1,2})(?::([0-5]\\d))?(?![\\p{L}\\p{N}])");
    /** 17h30. */
    private static final Pattern CONTINENTAL = Pattern.compile("(\\d{1,2})h([0-5]\\d)(?![\\p{L}\\p{N}])");

    /** 3:43.13, as a race is timed. */
    private static final Pattern RACE = Pattern.compile("(\\d{1,2}):([0-5]\\d)\\.(\\d{1,3})(?![\\p{L}\\p{N}:/])");
    /** 45:30, as long as something runs; what adds up to a hundred is a ratio. */
    private static final Pattern LENGTH = Pattern.compile("(2[5-9]|[3-9]\\d|1\\d\\d):([0-5]\\d)(?![\\p{L}\\p{N}:/.])");
    /** "the 8.15 from Crewe" */
    private static final Pattern TRAIN = Pattern.compile(
            "(\\d{1,2})\\.([0-5]\\d)(?= (?:from|train|bus|ferry|service|flight|express|departure|to \\p{Lu}))");

    private final NumberWords words;

    ClockTimes(NumberWords words) {
        this.words = words;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        if (!tokens.startsWithDigit(at)) {
            return tokens.isAt(at, "UTC") || tokens.isAt(at, "GMT")
                    ? tokens.form(OFFSET, at).flatMap(this::offset)
                    : Optional.empty();
        }
        Optional<Match> continental = tokens.form(CONTINENTAL, at).filter(form -> isHour(form.group(1), 24))
                .flatMap(form -> Match.of(Decision.TIME, form.tokens(), read(form, false)));
        if (continental.isPresent()) {
            return continental;
        }
        Optional<Match> unusual = unusual(tokens, at);
        if (unusual.isPresent()) {
            return unusual;
        }
        Optional<Match> range = tokens.form(RANGE, at).filter(form -> isHour(form.group(1), 12))
                .flatMap(form -> range(form, tokens, at));
        if (range.isPresent()) {
            return range;
        }
        Optional<Tokens.Form> half = tokens.form(WITH_HALF, at)
                .filter(form -> isHour(form.group(1), 12) || (form.has(2) && isHour(form.group(1), 24)))
                .or(() -> tokens.form(WITH_LETTER, at).filter(form -> isHour(form.group(1), 12)));
        if (half.isPresent()) {
            List<String> spoken = read(half.get(), true);
            spoken.add(half.get().group(4).toUpperCase(Locale.ROOT) + "M");
            return zone(tokens, at + half.get().tokens(), ZONE_ANY_CASE, at, spoken);
        }
        Optional<Match> duration = tokens.form(SHORT_DURATION, at).filter(form -> form.has(1) || form.has(3))
                .flatMap(form -> Match.of(Decision.TIME, form.tokens(), duration(form)));
        if (duration.isPresent()) {
            return duration;
        }
        return tokens.form(CLOCK, at).filter(form -> isHour(form.group(1), form.has(3) ? 99 : 24)).flatMap(form -> {
            boolean zoned = tokens.form(ZONE_AFTER, at + form.tokens()).isPresent();
            String next = tokens.lower(at + form.tokens());
            boolean named = next.equals("noon") || next.equals("midnight") || next.equals("midday");
            List<String> spoken = form.has(3) && !zoned ? duration(form) : read(form, named);
            return zone(tokens, at + form.tokens(), ZONE_AFTER, at, spoken);
        });
    }

    private Optional<Match> unusual(Tokens tokens, int at) {
        return tokens.form(RACE, at).flatMap(form -> {
            List<String> spoken = read(form, true);
            spoken.addAll(form.group(2).equals("00") ? List.of("zero", "zero") : List.of());
            spoken.add("point");
            spoken.addAll(words.digits(form.group(3)));
            return Match.of(Decision.TIME, form.tokens(), spoken);
        }).or(() -> tokens.form(LENGTH, at).filter(form -> isLength(form, tokens, at))
                .flatMap(form -> Match.of(Decision.TIME, form.tokens(), read(form, true))))
                .or(() -> tokens.isAt(at - 1, "the") || tokens.isAt(at - 1, "The")
                        ? tokens.form(TRAIN, at).filter(form -> isHour(form.group(1), 24))
                                .flatMap(form -> Match.of(Decision.TIME, form.tokens(), read(form, false)))
                        : Optional.empty());
    }

    private static boolean isLength(Tokens.Form form, Tokens tokens, int at) {
        int sum = Integer.parseInt(form.group(1)) + Integer.parseInt(form.group(2));
        boolean ratio = sum == 100 || tokens.wordsBefore(at, 4).contains("ratio")
                || tokens.lower(at + form.tokens()).equals("ratio");
        return !ratio && !form.group(2).equals("00");
    }

    /** UTC+2, GMT-5:30. */
    private Optional<Match> offset(Tokens.Form form) {
        List<String> spoken = new ArrayList<>(
                List.of(form.group(1), form.group(2).equals("+") ? "plus" : "minus"));
        spoken.addAll(words.cardinal(trimZero(form.group(3))));
        if (form.has(4) && !form.group(4).equals("00")) {
            spoken.addAll(words.cardinal(trimZero(form.group(4))));
        }
        return Match.of(Decision.TIME, form.tokens(), spoken);
    }

    /** 2-3 pm: both are afternoon. */
    private Optional<Match> range(Tokens.Form form, Tokens tokens, int at) {
        int next = at + 1;
        while (!tokens.isDash(next)) {
            next++;
        }
        int second = next + 1;
        return match(tokens, second).map(end -> {
            List<String> spoken = new ArrayList<>(read(form, true));
            spoken.add("to");
            spoken.addAll(end.words());
            return new Match(second - at + end.tokens(), spoken, Decision.TIME);
        });
    }

    private static boolean isHour(String hour, int highest) {
        return Integer.parseInt(hour) <= highest;
    }

    private static Optional<Match> zone(Tokens tokens, int next, Pattern pattern, int at, List<String> spoken) {
        Optional<Tokens.Form> zone = tokens.form(pattern, next);
        zone.ifPresent(form -> spoken.add(form.group(1).replace(".", "").toUpperCase(Locale.ROOT)));
        return Match.of(Decision.TIME, next - at + zone.map(Tokens.Form::tokens).orElse(0), spoken);
    }

    private List<String> read(Tokens.Form form, boolean halfFollows) {
        int hour = Integer.parseInt(form.group(1));
        String minute = form.group(2);
        List<String> spoken = new ArrayList<>();
        if (!halfFollows && hour == 0 && minute.equals("00")) {
            spoken.add("midnight");
            return spoken;
        }
        spoken.addAll(words.cardinal(Integer.toString(hour)));
        if (!minute.isEmpty() && !minute.equals("00")) {
            spoken.addAll(minute.startsWith("0") ? List.of("oh") : List.of());
            spoken.addAll(words.cardinal(trimZero(minute)));
        } else if (!halfFollows) {
            spoken.add("o'clock");
        }
        if (halfFollows && form.match().groupCount() > 3 && form.has(3) && form.group(3).length() == 2) {
            spoken.add("and");
            spoken.addAll(counted(form.group(3), "second"));
        }
        return spoken;
    }

    /** 1:01:01, 1h 1m 1s: one hour one minute and one second. */
    private List<String> duration(Tokens.Form form) {
        List<List<String>> parts = new ArrayList<>();
        parts.add(counted(form.has(1) ? form.group(1) : "0", "hour"));
        parts.add(counted(form.group(2), "minute"));
        parts.add(!form.has(3)
                ? counted("0", "second")
                : form.match().groupCount() > 3 && form.has(4)
                        ? decimalSeconds(form)
                        : counted(form.group(3), "second"));
        List<List<String>> said = new ArrayList<>(parts.stream().filter(part -> !part.getFirst().equals("zero"))
                .toList());
        if (said.isEmpty()) {
            said.add(parts.getLast());
        }
        List<String> spoken = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            if (i > 0 && i == said.size() - 1) {
                spoken.add("and");
            }
            spoken.addAll(said.get(i));
        }
        return spoken;
    }

    private List<String> decimalSeconds(Tokens.Form form) {
        List<String> spoken = new ArrayList<>(words.decimal(trimZero(form.group(3)), form.group(4).substring(1)));
        spoken.add("seconds");
        return spoken;
    }

    private List<String> counted(String number, String unit) {
        String count = trimZero(number);
        List<String> spoken = new ArrayList<>(words.cardinal(count));
        spoken.add(count.equals("1") ? unit : unit + "s");
        return spoken;
    }

    private static String trimZero(String number) {
        return number.length() > 1 && number.startsWith("0") ? number.substring(1) : number;
    }
}
