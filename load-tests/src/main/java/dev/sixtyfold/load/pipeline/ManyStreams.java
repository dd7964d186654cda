package dev.sixtyfold.load.pipeline;

import dev.sixtyfold.speech.Cancellation;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.StampedAudio;
import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.synthesis.BatchedStages;
import dev.sixtyfold.synthesis.KeyedWatermark;
import dev.sixtyfold.synthesis.SynthesisPipeline;
import dev.sixtyfold.synthesis.SynthesisRequest;
import dev.sixtyfold.synthesis.SynthesisStream;
import dev.sixtyfold.synthesis.Synthesizer;
import dev.sixtyfold.synthesis.Timepoint;
import dev.sixtyfold.synthesis.schedule.Claim;
import dev.sixtyfold.synthesis.schedule.Lane;
import dev.sixtyfold.synthesis.schedule.ScheduleLimits;
import dev.sixtyfold.synthesis.schedule.Scheduler;
import dev.sixtyfold.watermark.key.WatermarkKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The pipeline of a server with some threads that compute. All streams have the same request id, so that what is to sound the
 * same is the same, watermark and all.
 */
public final class ManyStreams implements AutoCloseable {

    private static final RequestId ID = new RequestId(60);
    private static final int MOST_STREAMS = 64;
    private static final Reader AT_ONCE = () -> {};

    private final VoiceId voice;
    private final Scheduler scheduler;
    private final Synthesizer pipeline;

    ManyStreams(DefaultVoice voice, int threads) {
        this.voice = voice.id();
        this.scheduler = new Scheduler(threads, ScheduleLimits.ofStreams(MOST_STREAMS));
        this.pipeline = new SynthesisPipeline(voice.source(), () -> ID,
                new KeyedWatermark(WatermarkKey.parse("60".repeat(
                        32))),
                scheduler);
    }

    /** What is asked of one stream. */
    public record Wish(String text, double speakingRate, int sampleRate, long seed) {}

    /**
     * What came of it.
     *
     * @param samples
     *            the caller's to keep
     * @param times
     *            of the words, as the stream told them
     * @param batching
     *            by the receipt
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Heard(float[] samples, List<Timepoint> times, BatchedStages batching) {

        /** The largest difference of two samples, in units of 16-bit PCM; infinite if a duration differs. */
        public double difference(Heard other) {
            if (samples.length != other.samples.length || !times.equals(other.times)) {
                return Double.POSITIVE_INFINITY;
            }
            int largest = 0;
            for (int i = 0; i < samples.length; i++) {
                largest = Math.max(largest, Math.abs(pcm(samples[i]) - pcm(other.samples[i])));
            }
            return largest;
        }

        private static int pcm(float sample) {
            return Math.round(Math.clamp(sample, -1f, 1f) * Short.MAX_VALUE);
        }
    }

    /** One stream while no other runs. */
    public Heard alone(Wish wish) {
        return speak(wish, Claim.ALONE, AT_ONCE);
    }

    private Heard speak(Wish wish, Claim claim, Reader reader) {
        SynthesisRequest request = new SynthesisRequest(wish.text(), voice, wish.speakingRate(), 0, wish.sampleRate(),
                wish
                        .seed())
                .with(claim);
        float[] samples = new float[0];
        List<Timepoint> times = new ArrayList<>();
        try (SynthesisStream stream = pipeline.open(request, Cancellation.NEVER)) {
            for (Optional<StampedAudio> chunk = stream.next(); chunk.isPresent(); chunk = stream.next()) {
                float[] more = chunk.get().audio().samples();
                int length = samples.length;
                samples = Arrays.copyOf(samples, length + more.length);
                System.arraycopy(more, 0, samples, length, more.length);
                times.addAll(stream.timepoints());
                reader.read();
            }
            times.addAll(stream.timepoints());
            return new Heard(samples, times, stream.receipt().batching());
        }
    }

    /** What a listener does after each chunk, before asking for the next. */
    @FunctionalInterface
    public interface Reader {
        void read();
    }

    /** All of these at once, in their order: of two callers, and a third of them in the batch lane. */
    public List<Heard> together(List<Wish> wishes) throws InterruptedException {
        return together(wishes, AT_ONCE);
    }

    /** The same, each read as the reader does. */
    public List<Heard> together(List<Wish> wishes, Reader reader) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Heard>> running = new ArrayList<>();
            for (int i = 0; i < wishes.size(); i++) {
                Wish wish = wishes.get(i);
                Claim claim = new Claim(i % 3 == 2 ? Lane.BATCH : Lane.LIVE, "caller " + i % 2);
                running.add(threads.submit(() -> speak(wish, claim, reader)));
            }
            List<Heard> heard = new ArrayList<>();
            for (Future<Heard> stream : running) {
                heard.add(stream.get());
            }
            return heard;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        scheduler.close();
    }
}
