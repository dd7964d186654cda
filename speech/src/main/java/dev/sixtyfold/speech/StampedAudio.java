package dev.sixtyfold.speech;

/**
 * Samples that have passed the watermark stage: the only thing an encoder accepts. Only the watermark stage creates one;
 * the stages after it derive theirs from it, so what reaches an encoder has passed there (an architecture test holds it).
 */
public final class StampedAudio {

    private final AudioChunk audio;
    private final RequestId requestId;

    private StampedAudio(AudioChunk audio, RequestId requestId) {
        this.audio = audio;
        this.requestId = requestId;
    }

    /** For the watermark stage alone: {@code audio} as it left the stage, stamped with {@code requestId}. */
    public static StampedAudio stamped(AudioChunk audio, RequestId requestId) {
        return new StampedAudio(audio, requestId);
    }

    /** The same stamp on samples computed from these: resampled, limited. */
    public StampedAudio derive(AudioChunk processed) {
        return new StampedAudio(processed, requestId);
    }

    public AudioChunk audio() {
        return audio;
    }

    public RequestId requestId() {
        return requestId;
    }
}
