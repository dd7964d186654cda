package dev.sixtyfold.server.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a single value of a configuration file is written. */
final class ScalarValue {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h)");

    private ScalarValue() {}

    /**
     * The value that {@code text} writes.
     *
     * @param type
     *            {@code int}, {@code boolean}, {@link String}, {@link Path}, {@link Duration} or an enum
     * @throws IllegalArgumentException
     *             if it writes none; the message says what would be right
     */
    static Object parse(Class<?> type, String text) {
        if (type == int.class) {
            return integer(text);
        }
        if (type == boolean.class) {
            return truth(text);
        }
        if (type == Duration.class) {
            return duration(text);
        }
        if (type == Path.class) {
            return Path.of(text);
        }
        if (type.isEnum()) {
            return constant(type, text);
        }
        if (type == String.class) {
            return text;
        }
        throw new IllegalStateException("no way to write a " + type + " in a configuration file");
    }

    /** Written in lower case, with dashes. */
    private static Object constant(Class<?> type, String text) {
        Object[] constants = type.getEnumConstants();
        return Arrays.stream(constants).filter(constant -> written(constant).equals(text)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("\"" + text + "\" is none of " + Arrays.stream(constants).map(
                        ScalarValue::written).collect(Collectors.joining(", "))));
    }

    private static String written(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("\"" + text + "\" is neither true nor false");
        };
    }

    private static int integer(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a whole number that fits 32 bits", e);
        }
    }

    private static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a duration such as 500ms, 30s, 5m or 1h");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }
}
