package dev.sixtyfold.load.pipeline;

import dev.sixtyfold.encoding.AudioEncoder;
import dev.sixtyfold.encoding.AudioEncoding;
import dev.sixtyfold.speech.Cancellation;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.StampedAudio;
import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.synthesis.KeyedWatermark;
import dev.sixtyfold.synthesis.SynthesisPipeline;
import dev.sixtyfold.synthesis.SynthesisRequest;
import dev.sixtyfold.synthesis.SynthesisStream;
import dev.sixtyfold.synthesis.Synthesizer;
import dev.sixtyfold.synthesis.schedule.ScheduleLimits;
import dev.sixtyfold.synthesis.schedule.Scheduler;
import dev.sixtyfold.watermark.key.WatermarkKey;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The pipeline of a server with one thread that computes, and one caller. */
public final class OneStream implements AutoCloseable {

    private static final long SEED = 60;

    private final VoiceId voice;
    private final int sampleRate;
    private final Scheduler scheduler;
    private final Synthesizer pipeline;

    OneStream(DefaultVoice voice) {
        this.voice = voice.id();
        this.sampleRate = voice.voice().vocoder().sampleRate();
        this.scheduler = new Scheduler(1, ScheduleLimits.ofStreams(1));
        // Nobody hears what is spoken here: the ids are not taken from the durable counter.
        AtomicInteger ids = new AtomicInteger();
        this.pipeline = new SynthesisPipeline(voice.source(), () -> new RequestId(ids.incrementAndGet()),
                new KeyedWatermark(WatermarkKey.generate(new SecureRandom())), scheduler);
    }

    /**
     * Speaks a text to the end, into 16-bit samples that are thrown away.
     *
     * @return the seconds of audio that it made
     * @throws dev.sixtyfold.speech.SynthesisException
     *             if it cannot be spoken
     */
    public double speak(String text) {
        AudioEncoder encoder = AudioEncoding.PCM.encoder(sampleRate);
        SynthesisRequest request = new SynthesisRequest(text, voice, 1, 0, sampleRate, SEED);
        long bytes = 0;
        try (SynthesisStream stream = pipeline.open(request, Cancellation.NEVER)) {
            for (Optional<StampedAudio> chunk = stream.next(); chunk.isPresent(); chunk = stream.next()) {
                bytes += encoder.encode(chunk.get()).length;
            }
        }
        bytes += encoder.finish().length;
        return bytes / (double) Short.BYTES / sampleRate;
    }

    @Override
    public void close() {
        scheduler.close();
    }
}
