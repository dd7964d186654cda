package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.AudioChunk;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.StampedAudio;

/**
 * Ties samples to their request without changing them, so that a test sees what the other stages made. It keeps the
 * place of the watermark, and says of itself that it embeds none.
 */
final class RequestStamp implements WatermarkStage {

    @Override
    public boolean embeds() {
        return false;
    }

    @Override
    public Stream open(RequestId requestId, int sampleRate) {
        return new Stream() {
            @Override
            public StampedAudio push(AudioChunk audio) {
                return StampedAudio.stamped(audio, requestId);
            }

            @Override
            public StampedAudio flush() {
                return StampedAudio.stamped(new AudioChunk(new float[0], sampleRate), requestId);
            }
        };
    }
}
