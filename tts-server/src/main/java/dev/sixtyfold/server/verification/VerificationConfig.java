package dev.sixtyfold.server.verification;

import java.time.Duration;

/**
 * The section {@code verification} of the configuration: what one caller may ask for.
 *
 * @param maxBytes
 *            of a recording
 * @param maxSeconds
 *            of a recording
 * @param recordingsPerMinute
 *            of one caller
 * @param secondsPerMinute
 *            of audio, of one caller; at least as many as one recording may have
 * @param threads
 *            recordings that are searched at a time; others wait between their pieces
 * @param idleTimeout
 *            after so long without a piece an upload is given up
 */
public record VerificationConfig(int maxBytes, int maxSeconds, int recordingsPerMinute, int secondsPerMinute,
        int threads,
        Duration idleTimeout) {

    public static final VerificationConfig DEFAULTS = new VerificationConfig(64 << 20, 600, 30, 600, 1, Duration
            .ofSeconds(10));

    public VerificationConfig {
        requirePositive("max-bytes", maxBytes);
        requirePositive("max-seconds", maxSeconds);
        requirePositive("recordings-per-minute", recordingsPerMinute);
        requirePositive("threads", threads);
        requirePositive("idle-timeout", idleTimeout.toMillis());
        if (secondsPerMinute < maxSeconds) {
            throw new IllegalArgumentException("seconds-per-minute: " + secondsPerMinute + " is less than max-seconds, "
                    + maxSeconds);
        }
    }

    private static void requirePositive(String key, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(key + ": is not more than 0");
        }
    }
}
