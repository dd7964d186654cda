package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.AudioChunk;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.StampedAudio;
import dev.sixtyfold.watermark.embed.Strength;
import dev.sixtyfold.watermark.embed.WatermarkEmbedder;
import dev.sixtyfold.watermark.key.WatermarkKey;
import dev.sixtyfold.watermark.pattern.KeyedPattern;

/** Embeds the request id into the samples, under one key and always at the standard strength. */
public final class KeyedWatermark implements WatermarkStage {

    private final KeyedPattern pattern;

    public KeyedWatermark(WatermarkKey key) {
        this.pattern = new KeyedPattern(key);
    }

    @Override
    public boolean embeds() {
        return true;
    }

    @Override
    public Stream open(RequestId requestId, int sampleRate) {
        WatermarkEmbedder embedder = new WatermarkEmbedder(pattern, requestId, sampleRate, 1, Strength.STANDARD);
        return new Stream() {
            @Override
            public StampedAudio push(AudioChunk audio) {
                return StampedAudio.stamped(new AudioChunk(embedder.push(audio.samples()), sampleRate), requestId);
            }

            @Override
            public StampedAudio flush() {
                return StampedAudio.stamped(new AudioChunk(embedder.flush(), sampleRate), requestId);
            }
        };
    }
}
