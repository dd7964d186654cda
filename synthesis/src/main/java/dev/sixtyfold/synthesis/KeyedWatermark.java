package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.AudioChunk;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.StampedAudio;
import dev.sixtyfold.watermark.embed.EmbeddingMemory;
import dev.sixtyfold.watermark.embed.Strength;
import dev.sixtyfold.watermark.embed.WatermarkEmbedder;
import dev.sixtyfold.watermark.key.WatermarkKey;
import dev.sixtyfold.watermark.pattern.KeyedPattern;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;

/** Embeds the request id into the samples, under one key and always at the standard strength. */
public final class KeyedWatermark implements WatermarkStage {

    /** Each is some 100 kB. */
    private static final int MOST_IDLE = 64;

    private final KeyedPattern pattern;
    /** Memory of streams that have ended, by sample rate, for others to use again. */
    private final Map<Integer, Queue<EmbeddingMemory>> idle = new ConcurrentHashMap<>();

    public KeyedWatermark(WatermarkKey key) {
        this.pattern = new KeyedPattern(key);
    }

    @Override
    public boolean embeds() {
        return true;
    }

    @Override
    public Stream open(RequestId requestId, int sampleRate) {
        Queue<EmbeddingMemory> memories = idle.computeIfAbsent(sampleRate, rate -> new ArrayBlockingQueue<>(MOST_IDLE));
        EmbeddingMemory used = memories.poll();
        EmbeddingMemory memory = used == null ? new EmbeddingMemory(sampleRate, 1) : used;
        WatermarkEmbedder embedder = new WatermarkEmbedder(pattern, requestId, Strength.STANDARD, memory);
        return new Stream() {
            @Override
            public StampedAudio push(AudioChunk audio) {
                return StampedAudio.stamped(new AudioChunk(embedder.push(audio.samples()), sampleRate), requestId);
            }

            @Override
            public StampedAudio flush() {
                float[] last = embedder.flush(); // and nothing after it
                memories.offer(memory);
                return StampedAudio.stamped(new AudioChunk(last, sampleRate), requestId);
            }
        };
    }
}
