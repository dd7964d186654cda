package dev.sixtyfold.server.cli;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** 16-bit PCM WAV of any number of channels, for recordings that come from elsewhere. */
final class StereoWav {

    /** Bytes of the header. */
    static final int HEADER = 44;

    private StereoWav() {}

    /** The header over so many bytes of samples; 0 while they are not known. */
    static byte[] header(int sampleRate, int channels, long dataBytes) {
        int length = (int) Math.min(dataBytes, 0xFFFFFFFFL - HEADER);
        return ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN).put(ascii("RIFF")).putInt(length + HEADER - 8)
                .put(ascii("WAVE")).put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) channels).putInt(
                        sampleRate)
                .putInt(sampleRate * channels * 2).putShort((short) (channels * 2)).putShort((short) 16).put(ascii(
                        "data"))
                .putInt(length).array();
    }

    /** Samples of {@code [channel][sample]}, interleaved, rounded and limited to full scale. */
    static byte[] samples(float[][] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length * samples[0].length).order(ByteOrder.LITTLE_ENDIAN);
        for (int n = 0; n < samples[0].length; n++) {
            for (float[] channel : samples) {
                bytes.putShort((short) Math.clamp(Math.round(channel[n] * 32768f), Short.MIN_VALUE, Short.MAX_VALUE));
            }
        }
        return bytes.array();
    }

    private static byte[] ascii(String letters) {
        return letters.getBytes(StandardCharsets.US_ASCII);
    }
}
