package dev.sixtyfold.text.ssml;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a {@code break} is. */
final class PauseLength {

    static final Duration LONGEST = Duration.ofSeconds(20);
    /** All pauses of a document together: silence costs nothing to ask for, and as much as speech to send. */
    static final Duration LONGEST_IN_ALL = Duration.ofMinutes(10);

    private static final Pattern TIME = Pattern.compile("\\+?(\\d{1,9}(?:\\.\\d{0,6})?|\\.\\d{1,6})(ms|s)");

    private PauseLength() {}

    /** Nothing if {@code time} is none, such as {@code 1.5s} or {@code 250ms}. */
    static Optional<Duration> ofTime(String time) {
        Matcher matcher = TIME.matcher(time);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(matcher.group(1));
        return Optional.of(Duration.ofNanos(Math.round(number * (matcher.group(2).equals("s") ? 1e9 : 1e6))));
    }

    /** Nothing if there is no such strength. */
    static Optional<Duration> ofStrength(String strength) {
        return switch (strength) {
            case "none" -> Optional.of(Duration.ZERO);
            case "x-weak" -> Optional.of(Duration.ofMillis(150));
            case "weak" -> Optional.of(Duration.ofMillis(250));
            case "medium" -> Optional.of(Duration.ofMillis(400));
            case "strong" -> Optional.of(Duration.ofMillis(700));
            case "x-strong" -> Optional.of(Duration.ofMillis(1200));
            default -> Optional.empty();
        };
    }
}
