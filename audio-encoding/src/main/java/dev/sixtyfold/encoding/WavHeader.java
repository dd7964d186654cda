package dev.sixtyfold.encoding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The canonical RIFF WAVE header of 16-bit PCM: RIFF, {@code fmt } and {@code data}, 44 bytes (Microsoft and IBM,
 * Multimedia Programming Interface and Data Specifications 1.0, 1991).
 */
public final class WavHeader {

    /** In bytes. */
    public static final int LENGTH = 44;

    /** The largest number of bytes of samples that the 32-bit lengths can say. */
    private static final long LONGEST = 0xFFFFFFFFL - (LENGTH - 8);

    private WavHeader() {}

    /**
     * For a stream that is still being made: both lengths are 0xFFFFFFFF, which readers take for "until the end".
     */
    public static byte[] open(int sampleRate) {
        return header(sampleRate, 1, 0xFFFFFFFF, 0xFFFFFFFF);
    }

    /** For mono samples of known length; as the other. */
    public static byte[] ofLength(int sampleRate, long dataBytes) {
        return ofLength(sampleRate, 1, dataBytes);
    }

    /**
     * For samples of known length.
     *
     * @param channels
     *            interleaved, at least 1
     * @param dataBytes
     *            of the samples alone; where they do not fit 32 bits the header stays open
     * @throws IllegalArgumentException
     *             if {@code dataBytes} is negative or not a whole number of samples
     */
    public static byte[] ofLength(int sampleRate, int channels, long dataBytes) {
        if (dataBytes < 0 || dataBytes % PcmEncoder.BYTES_PER_SAMPLE != 0) {
            throw new IllegalArgumentException(dataBytes + " bytes are not a whole number of 16-bit samples");
        }
        return dataBytes > LONGEST
                ? header(sampleRate, channels, 0xFFFFFFFF, 0xFFFFFFFF)
                : header(sampleRate, channels, (int) (dataBytes + LENGTH - 8), (int) dataBytes);
    }

    private static byte[] header(int sampleRate, int channels, int riffBytes, int dataBytes) {
        return ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF")).putInt(riffBytes).put(ascii("WAVE"))
                .put(ascii("fmt ")).putInt(16)
                .putShort((short) 1) // PCM
                .putShort((short) channels)
                .putInt(sampleRate)
                .putInt(sampleRate * channels * PcmEncoder.BYTES_PER_SAMPLE)
                .putShort((short) (channels * PcmEncoder.BYTES_PER_SAMPLE))
                .putShort((short) 16) // bits
                .put(ascii("data")).putInt(dataBytes)
                .array();
    }

    private static byte[] ascii(String fourLetters) {
        return fourLetters.getBytes(StandardCharsets.US_ASCII);
    }
}
