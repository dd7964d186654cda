package dev.sixtyfold.server.grpc;

/**
 * The section {@code limits} of the configuration: what one request may ask for.
 *
 * @param unaryTextBytes
 *            of UTF-8, in a call that answers when all is spoken
 * @param streamTextBytes
 *            of UTF-8, in a call that streams
 * @param unaryAudioBytes
 *            of encoded audio in the answer of a unary call, which is held in memory
 */
public record LimitsConfig(int unaryTextBytes, int streamTextBytes, int unaryAudioBytes) {

    public static final LimitsConfig DEFAULTS = new LimitsConfig(5_000, 65_536, 64 << 20);

    public LimitsConfig {
        requirePositive("unary-text-bytes", unaryTextBytes);
        requirePositive("stream-text-bytes", streamTextBytes);
        requirePositive("unary-audio-bytes", unaryAudioBytes);
    }

    private static void requirePositive(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(key + ": " + value + " is not more than 0");
        }
    }
}
