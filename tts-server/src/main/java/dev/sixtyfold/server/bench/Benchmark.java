package dev.sixtyfold.server.bench;

import dev.sixtyfold.encoding.AudioEncoder;
import dev.sixtyfold.encoding.AudioEncoding;
import dev.sixtyfold.server.audit.Requester;
import dev.sixtyfold.server.audit.Way;
import dev.sixtyfold.server.engine.Engine;
import dev.sixtyfold.server.engine.VoiceDescription;
import dev.sixtyfold.speech.Cancellation;
import dev.sixtyfold.speech.StampedAudio;
import dev.sixtyfold.synthesis.Receipt;
import dev.sixtyfold.synthesis.SynthesisRequest;
import dev.sixtyfold.synthesis.SynthesisStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Speaks a set of texts over and over and takes the time: from text to encoded 16-bit PCM, the same way that the server
 * goes. Every stream speaks the whole set, each from another text on, so that they are not all at the long ones at a time.
 */
public final class Benchmark {

    private static final long SEED = 60;

    private final List<String> texts;
    private final int rounds;

    /**
     * @param texts
     *            at least one
     * @param rounds
     *            that count, after one that does not
     */
    public Benchmark(List<String> texts, int rounds) {
        this.texts = List.copyOf(texts);
        this.rounds = rounds;
    }

    /**
     * The rounds of that many streams at a time.
     *
     * @throws dev.sixtyfold.speech.SynthesisException
     *             if a text cannot be spoken
     */
    public Measurement measure(Engine engine, VoiceDescription voice, int streams) throws InterruptedException {
        round(engine, voice, streams);
        List<Round> measured = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            measured.add(round(engine, voice, streams));
        }
        return new Measurement(streams, measured);
    }

    private Round round(Engine engine, VoiceDescription voice, int streams) throws InterruptedException {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Receipt>>> running = new ArrayList<>();
            long start = System.nanoTime();
            for (int stream = 0; stream < streams; stream++) {
                int first = stream * texts.size() / streams;
                running.add(callers.submit(() -> speakAll(engine, voice, first)));
            }
            List<Receipt> receipts = new ArrayList<>();
            for (Future<List<Receipt>> stream : running) {
                receipts.addAll(stream.get());
            }
            return new Round(Duration.ofNanos(System.nanoTime() - start), receipts);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private List<Receipt> speakAll(Engine engine, VoiceDescription voice, int first) {
        List<Receipt> receipts = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            receipts.add(speak(engine, voice, texts.get((first + i) % texts.size())));
        }
        return receipts;
    }

    private static Receipt speak(Engine engine, VoiceDescription voice, String text) {
        SynthesisRequest request = new SynthesisRequest(text, voice.id(), 1, 0, voice.sampleRate(), SEED);
        AudioEncoder encoder = AudioEncoding.PCM.encoder(voice.sampleRate());
        try (SynthesisStream stream = engine.synthesizer(Requester.local(Way.BENCH)).open(request,
                Cancellation.NEVER)) {
            for (Optional<StampedAudio> chunk = stream.next(); chunk.isPresent(); chunk = stream.next()) {
                encoder.encode(chunk.get());
            }
            encoder.finish();
            return stream.receipt();
        }
    }
}
