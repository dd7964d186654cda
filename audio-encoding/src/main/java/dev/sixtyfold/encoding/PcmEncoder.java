package dev.sixtyfold.encoding;

import dev.sixtyfold.speech.AudioChunk;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.StampedAudio;
import org.jspecify.annotations.Nullable;

/**
 * Signed 16-bit little-endian samples. Full scale ±1 is ±32768: a sample is multiplied, rounded to the nearest integer,
 * halves to the even one, and what does not fit saturates at -32768 or 32767.
 */
public final class PcmEncoder implements AudioEncoder {

    static final int BYTES_PER_SAMPLE = 2;

    private static final byte[] NOTHING = {};

    private final int sampleRate;
    private @Nullable RequestId requestId;

    PcmEncoder(int sampleRate) {
        this.sampleRate = sampleRate;
    }

    @Override
    public byte[] encode(StampedAudio chunk) {
        checkBelongs(chunk);
        float[] samples = chunk.audio().samples();
        byte[] bytes = new byte[Math.multiplyExact(samples.length, BYTES_PER_SAMPLE)];
        for (int i = 0; i < samples.length; i++) {
            int value = quantize(samples[i]);
            bytes[2 * i] = (byte) value;
            bytes[2 * i + 1] = (byte) (value >> 8);
        }
        return bytes;
    }

    @Override
    public byte[] finish() {
        return NOTHING;
    }

    @Override
    public byte[] sealedHeader(long encodedBytes) {
        return NOTHING;
    }

    private void checkBelongs(StampedAudio chunk) {
        AudioChunk audio = chunk.audio();
        if (audio.sampleRate() != sampleRate) {
            throw new IllegalArgumentException(
                    "a chunk of " + audio.sampleRate() + " Hz in a stream of " + sampleRate + " Hz");
        }
        if (requestId == null) {
            requestId = chunk.requestId();
        } else if (!requestId.equals(chunk.requestId())) {
            throw new IllegalArgumentException(
                    "a chunk of request " + chunk.requestId() + " in the stream of request " + requestId);
        }
    }

    private static int quantize(float sample) {
        if (Float.isNaN(sample)) {
            throw new IllegalArgumentException("a sample is not a number");
        }
        return (int) Math.clamp(Math.rint(sample * 32768.0), Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
