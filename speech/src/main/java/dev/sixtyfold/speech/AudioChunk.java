package dev.sixtyfold.speech;

/**
 * A run of mono samples.
 *
 * @param samples
 *            full scale is ±1; owned by the chunk, not to be written to
 * @param sampleRate
 *            in Hz
 */
@SuppressWarnings("ArrayRecordComponent")
public record AudioChunk(float[] samples, int sampleRate) {

    public AudioChunk {
        if (sampleRate < 1) {
            throw new IllegalArgumentException("sample rate " + sampleRate + " Hz is not positive");
        }
    }

    public int length() {
        return samples.length;
    }

    public double seconds() {
        return (double) samples.length / sampleRate;
    }
}
