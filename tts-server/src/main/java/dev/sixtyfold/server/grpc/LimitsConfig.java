package dev.sixtyfold.server.grpc;

import java.time.Duration;

/**
 * The section {@code limits} of the configuration: what one request may ask for, and how long it may keep its place.
 *
 * @param unaryTextBytes
 *            of UTF-8, in a call that answers when all is spoken
 * @param streamTextBytes
 *            of UTF-8, in a call that streams
 * @param unaryAudioBytes
 *            of encoded audio in the answer of a unary call, which is held in memory
 * @param stalledReader
 *            a streaming call is ended if its client has taken no audio for so long, though there was some to take
 */
public record LimitsConfig(int unaryTextBytes, int streamTextBytes, int unaryAudioBytes, Duration stalledReader) {

    public static final LimitsConfig DEFAULTS = new LimitsConfig(5_000, 65_536, 64 << 20,
            Duration.ofMinutes(2));

    public LimitsConfig {
        requirePositive("unary-text-bytes", unaryTextBytes);
        requirePositive("stream-text-bytes", streamTextBytes);
        requirePositive("unary-audio-bytes", unaryAudioBytes);
        if (!stalledReader.isPositive()) {
            throw new IllegalArgumentException("stalled-reader: is not more than 0");
        }
    }

    private static void requirePositive(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(key + ": " + value + " is not more than 0");
        }
    }
}
