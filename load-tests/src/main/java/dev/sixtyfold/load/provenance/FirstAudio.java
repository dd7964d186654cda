package dev.sixtyfold.load.provenance;

import dev.sixtyfold.load.pipeline.DefaultVoice;
import dev.sixtyfold.server.audit.AuditedSynthesizer;
import dev.sixtyfold.server.audit.Requester;
import dev.sixtyfold.server.audit.Way;
import dev.sixtyfold.server.engine.Stamping;
import dev.sixtyfold.server.storage.Database;
import dev.sixtyfold.server.storage.StateConfig;
import dev.sixtyfold.server.storage.WatermarkKeys;
import dev.sixtyfold.speech.AudioChunk;
import dev.sixtyfold.speech.Cancellation;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.StampedAudio;
import dev.sixtyfold.synthesis.SynthesisPipeline;
import dev.sixtyfold.synthesis.SynthesisRequest;
import dev.sixtyfold.synthesis.SynthesisStream;
import dev.sixtyfold.synthesis.Synthesizer;
import dev.sixtyfold.synthesis.WatermarkStage;
import dev.sixtyfold.synthesis.schedule.ScheduleLimits;
import dev.sixtyfold.synthesis.schedule.Scheduler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The time to the first audio with the watermark and a database that every request goes into, and without both, in turns
 * within one run. The database is a new one in the directory for temporary files.
 */
public final class FirstAudio {

    private static final long SEED = 60;

    private FirstAudio() {}

    /** Arguments: how many rounds count after a fifth of them more to warm up, and a file with a text on each line. */
    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[0]);
        List<String> texts = Files.readAllLines(Path.of(arguments[1]));
        DefaultVoice voice = DefaultVoice.open();
        int rate = voice.voice().vocoder().sampleRate();
        Path state = Files.createTempDirectory("sixtyfold-first-audio");
        InstantSource clock = InstantSource.system();
        AtomicInteger ids = new AtomicInteger();
        try (Scheduler scheduler = new Scheduler(1, ScheduleLimits.ofStreams(1));
                Stamping stamping = new WatermarkKeys(state, null, clock).stamping(Database.open(StateConfig.in(state)),
                        WatermarkKeys.SERVER_BLOCK)) {
            Synthesizer with = new AuditedSynthesizer(new SynthesisPipeline(voice.source(), stamping.ids(), stamping
                    .stage(), scheduler), stamping.trail(), Requester.local(Way.BENCH), clock);
            Synthesizer without = new SynthesisPipeline(voice.source(), () -> new RequestId(ids.incrementAndGet()),
                    new Nothing(), scheduler);
            double[] marked = new double[rounds];
            double[] plain = new double[rounds];
            for (int round = -rounds / 5; round < rounds; round++) {
                SynthesisRequest request = new SynthesisRequest(texts.get(Math.floorMod(round, texts.size())), voice
                        .id(), 1, 0, rate, SEED);
                double one = millis(round % 2 == 0 ? with : without, request);
                double other = millis(round % 2 == 0 ? without : with, request);
                if (round >= 0) {
                    marked[round] = round % 2 == 0 ? one : other;
                    plain[round] = round % 2 == 0 ? other : one;
                }
            }
            print("without", plain);
            print("with", marked);
            System.out.printf(Locale.ROOT, "difference of the medians %.2f ms, ratio %.3f%n", percentile(marked, 50)
                    - percentile(plain, 50), percentile(marked, 50) / percentile(plain, 50));
        }
    }

    private static double millis(Synthesizer synthesizer, SynthesisRequest request) {
        long start = System.nanoTime();
        try (SynthesisStream stream = synthesizer.open(request, Cancellation.NEVER)) {
            if (stream.next().isEmpty()) {
                throw new IllegalArgumentException("a text has no audio");
            }
            double millis = (System.nanoTime() - start) / 1e6;
            while (stream.next().isPresent()) {
                // To the end: the scheduler learns from whole streams what it can admit.
            }
            return millis;
        }
    }

    private static void print(String what, double[] millis) {
        System.out.printf(Locale.ROOT, "%-8s first audio after %.2f ms (median), %.2f ms (95th percentile)%n", what,
                percentile(millis, 50), percentile(millis, 95));
    }

    private static double percentile(double[] values, int percent) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    /** The stage that changes nothing. */
    private static final class Nothing implements WatermarkStage {
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
}
