package dev.sixtyfold.server.verification;

import dev.sixtyfold.encoding.WavHeader;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.watermark.embed.Strength;
import dev.sixtyfold.watermark.embed.WatermarkEmbedder;
import dev.sixtyfold.watermark.key.WatermarkKey;
import dev.sixtyfold.watermark.pattern.KeyedPattern;
import dev.sixtyfold.watermark.pattern.Origin;
import dev.sixtyfold.watermark.pattern.RequestMark;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/** WAV files of noise in syllables, as broad as speech. */
public final class Recordings {

    private static final int RATE = 16_000;

    private Recordings() {}

    public static byte[] unmarked(int seconds) {
        return wav(noise(seconds));
    }

    public static byte[] marked(int seconds, WatermarkKey key, RequestId id, Origin origin) {
        WatermarkEmbedder embedder = new WatermarkEmbedder(new KeyedPattern(key), RequestMark.of(key, id, origin), RATE,
                1, Strength.STANDARD);
        return wav(embedder.push(noise(seconds)), embedder.flush());
    }

    private static float[] noise(int seconds) {
        Random random = new Random(7);
        float[] samples = new float[seconds * RATE];
        double low = 0;
        for (int n = 0; n < samples.length; n++) {
            low += 0.3 * (random.nextGaussian() - low);
            samples[n] = (float) (0.2 * low * Math.pow(Math.sin(Math.PI * 4 * n / RATE), 2));
        }
        return samples;
    }

    private static byte[] wav(float[]... parts) {
        int length = 0;
        for (float[] part : parts) {
            length += part.length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(WavHeader.LENGTH + 2 * length).order(ByteOrder.LITTLE_ENDIAN).put(
                WavHeader.ofLength(RATE, 1, 2L * length));
        for (float[] part : parts) {
            for (float sample : part) {
                bytes.putShort((short) Math.round(sample * 32767));
            }
        }
        return bytes.array();
    }
}
