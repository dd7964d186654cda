package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.AudioChunk;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.StampedAudio;
import dev.sixtyfold.speech.memory.MemoryPool;
import dev.sixtyfold.watermark.embed.EmbeddingMemory;
import dev.sixtyfold.watermark.embed.Strength;
import dev.sixtyfold.watermark.embed.WatermarkEmbedder;
import dev.sixtyfold.watermark.key.WatermarkKey;
import dev.sixtyfold.watermark.pattern.KeyedPattern;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Embeds the request id into the samples, under one key and always at the standard strength. */
public final class KeyedWatermark implements WatermarkStage {

    private final KeyedPattern pattern;
    /** Of streams, by sample rate; each is some 100 kB. */
    private final Map<Integer, MemoryPool<EmbeddingMemory>> pools = new ConcurrentHashMap<>();

    public KeyedWatermark(WatermarkKey key) {
        this.pattern = new KeyedPattern(key);
    }

    @Override
    public boolean embeds() {
        return true;
    }

    @Override
    public Stream open(RequestId requestId, int sampleRate) {
        MemoryPool<EmbeddingMemory> pool = pools.computeIfAbsent(sampleRate,
                rate -> new MemoryPool<>(() -> new EmbeddingMemory(rate, 1)));
        EmbeddingMemory memory = pool.take();
        WatermarkEmbedder embedder = new WatermarkEmbedder(pattern, requestId, Strength.STANDARD, memory);
        return new Stream() {
            @Override
            public StampedAudio push(AudioChunk audio) {
                return StampedAudio.stamped(new AudioChunk(embedder.push(audio.samples()), sampleRate), requestId);
            }

            @Override
            public StampedAudio flush() {
                float[] last = embedder.flush(); // and nothing after it
                pool.giveBack(memory);
                return StampedAudio.stamped(new AudioChunk(last, sampleRate), requestId);
            }
        };
    }
}
