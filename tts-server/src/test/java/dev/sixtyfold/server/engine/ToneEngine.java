package dev.sixtyfold.server.engine;

import dev.sixtyfold.inference.BatchFigures;
import dev.sixtyfold.server.audit.AuditedSynthesizer;
import dev.sixtyfold.server.audit.Requester;
import dev.sixtyfold.speech.AudioChunk;
import dev.sixtyfold.speech.Cancellation;
import dev.sixtyfold.speech.Explanation;
import dev.sixtyfold.speech.PhonemeSequence;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.SkippedSpan;
import dev.sixtyfold.speech.SourceSpan;
import dev.sixtyfold.speech.SpokenWord;
import dev.sixtyfold.speech.StampedAudio;
import dev.sixtyfold.speech.SynthesisException.InvalidRequest;
import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.synthesis.BatchedStages;
import dev.sixtyfold.synthesis.IncrementalSynthesis;
import dev.sixtyfold.synthesis.Receipt;
import dev.sixtyfold.synthesis.SynthesisRequest;
import dev.sixtyfold.synthesis.SynthesisStream;
import dev.sixtyfold.synthesis.Synthesizer;
import dev.sixtyfold.synthesis.Timepoint;
import dev.sixtyfold.synthesis.schedule.ScheduleFigures;
import dev.sixtyfold.synthesis.schedule.ScheduleLimits;
import dev.sixtyfold.synthesis.schedule.Scheduler;
import dev.sixtyfold.text.IdleLimit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * An engine whose voice is a tone, made by arithmetic, a tenth of a second at a time. It counts the work it does and lets a
 * test interfere.
 */
public final class ToneEngine implements Engine, Synthesizer {

    public static final VoiceDescription HEART = new VoiceDescription(new VoiceId("heart"), List.of("en-US"),
            List.of("en-GB"),
            VoiceDescription.Gender.FEMALE, 24000, "Apache-2.0");
    public static final VoiceDescription JOE = new VoiceDescription(new VoiceId("joe"), List.of("en-GB", "de"),
            List.of(),
            VoiceDescription.Gender.MALE, 22050, "CC0-1.0");
    public static final String MODEL_HASH = "5f70741d".repeat(8);

    private final Stamping stamping;
    /** Has nothing to do: it is only looked at. */
    private final Scheduler scheduler = new Scheduler(1, ScheduleLimits.ofStreams(1));
    private final AtomicInteger chunksMade = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile int chunksOfARequest = 5;
    private volatile Consumer<SynthesisRequest> onOpen = request -> {};
    private volatile Consumer<String> onAttempt = caller -> {};
    private volatile IntConsumer onChunk = index -> {};

    /** An engine that takes ids and puts requests on record, but stamps nothing. */
    public ToneEngine(Stamping stamping) {
        this.stamping = stamping;
    }

    /** An engine that counts its requests from 0x2a. */
    public ToneEngine() {
        AtomicInteger next = new AtomicInteger(0x2a);
        Stamping nobody = Stamping.forNobody();
        this.stamping = new Stamping(() -> new RequestId(next.getAndIncrement()), nobody.stage(), nobody.trail(),
                nobody.records(), () -> {});
    }

    public ToneEngine withChunks(int count) {
        chunksOfARequest = count;
        return this;
    }

    /** What happens before a request is admitted; it may throw. */
    public ToneEngine onOpen(Consumer<SynthesisRequest> action) {
        onOpen = action;
        return this;
    }

    /** What happens before the request of a caller of that name is read; it may throw. */
    public ToneEngine onAttempt(Consumer<String> action) {
        onAttempt = action;
        return this;
    }

    /** What happens before the chunk of that index is made; it may wait or throw. */
    public ToneEngine onChunk(IntConsumer action) {
        onChunk = action;
        return this;
    }

    /** Chunks made for all requests so far. */
    public int chunksMade() {
        return chunksMade.get();
    }

    /** Opens when the first stream has been closed. */
    public CountDownLatch firstStreamClosed() {
        return closed;
    }

    @Override
    public Synthesizer synthesizer(Requester requester) {
        return new AuditedSynthesizer(this, stamping.trail(), requester, InstantSource.system());
    }

    @Override
    public void attempt(String caller) {
        onAttempt.accept(caller);
    }

    @Override
    public Rehearsing rehearse(VoiceId voice) {
        return () -> {};
    }

    @Override
    public VoiceDirectory voices() {
        return new VoiceDirectory() {
            @Override
            public List<VoiceDescription> voices() {
                return List.of(HEART, JOE);
            }

            @Override
            public boolean isInstalled(VoiceId voice) {
                return voice.equals(HEART.id());
            }
        };
    }

    @Override
    public Frontend frontend(VoiceChoice.Reading reading) {
        return frontend(reading.voice());
    }

    /** Takes each text for one word. */
    @Override
    public Frontend frontend(VoiceId voice) {
        return (input, lexicons) -> {
            String text = input.source();
            SourceSpan all = new SourceSpan(0, text.codePointCount(0, text.length()));
            SpokenWord word = new SpokenWord(text, all, text, "tˈu", "lexicon", 0, 3, new Explanation(
                    "lexicon-checked", "NN", List.of(new Explanation.Alternative("tˈu", "noun", 0.75))));
            return List.of(new Utterance(0, all, text, new PhonemeSequence("tˈu", List.of(word)), List.of()));
        };
    }

    @Override
    public BatchedStages batches() {
        return BatchedStages.NONE;
    }

    @Override
    public ScheduleFigures figures() {
        return scheduler.figures();
    }

    @Override
    public void close() {
        scheduler.close();
        stamping.close();
    }

    @Override
    public SynthesisStream open(SynthesisRequest request, Cancellation cancellation) {
        onOpen.accept(request);
        if (!(request.speakingRate() >= 0.25 && request.speakingRate() <= 4)) {
            throw new InvalidRequest("audio_config.speaking_rate", "is not between 0.25 and 4");
        }
        boolean silent = request.text().codePoints().noneMatch(Character::isLetterOrDigit);
        return new ToneStream(request, cancellation, stamping.ids().reserve(), silent ? 0 : chunksOfARequest);
    }

    @Override
    public IncrementalSynthesis openIncremental(SynthesisRequest request, IdleLimit idle, Cancellation cancellation) {
        return new GrowingTone(request, cancellation, stamping.ids().reserve(), chunksOfARequest);
    }

    private class ToneStream implements SynthesisStream {

        private final SynthesisRequest request;
        private final Cancellation cancellation;
        private final RequestId id;
        private final int chunks;
        private int next;
        private int told;

        ToneStream(SynthesisRequest request, Cancellation cancellation, RequestId id, int chunks) {
            this.request = request;
            this.cancellation = cancellation;
            this.id = id;
            this.chunks = chunks;
        }

        @Override
        public RequestId requestId() {
            return id;
        }

        @Override
        public int sampleRate() {
            return request.sampleRate();
        }

        @Override
        public Optional<StampedAudio> next() {
            if (next == chunks) {
                return Optional.empty();
            }
            onChunk.accept(next);
            cancellation.check();
            chunksMade.incrementAndGet();
            float[] samples = new float[request.sampleRate() / 10];
            for (int i = 0; i < samples.length; i++) {
                int at = next * samples.length + i;
                samples[i] = (float) (0.25 * Math.sin(at * (0.05 + 0.001 * request.seed())));
            }
            next++;
            return Optional.of(StampedAudio.stamped(new AudioChunk(samples, request.sampleRate()), id));
        }

        /** Each chunk is a word of one letter; a mark lies where the second chunk begins. */
        @Override
        public List<Timepoint> timepoints() {
            if (next == told) {
                return List.of();
            }
            told = next;
            double start = (next - 1) / 10.0;
            Timepoint word = new Timepoint.Word(new SourceSpan(next - 1, next), "x", start, start + 0.1);
            return next == 2 ? List.of(new Timepoint.Mark("second", start), word) : List.of(word);
        }

        @Override
        public Receipt receipt() {
            SourceSpan all = new SourceSpan(0, request.text().codePointCount(0, request.text().length()));
            Duration millis = Duration.ofMillis(next);
            return new Receipt(id, request.voice(), MODEL_HASH, request.seed(), Duration.ofMillis(100L * next), millis,
                    next == 0 ? Duration.ZERO : Duration.ofMillis(1), next == 0 ? Duration.ZERO : Duration.ofMillis(2),
                    new Receipt.StageTimes(Duration.ZERO, millis.dividedBy(4), millis.dividedBy(2), millis.dividedBy(4),
                            Duration.ZERO),
                    new BatchedStages(new BatchFigures(next, 2L * next, millis),
                            new BatchFigures(next, 3L * next, millis.multipliedBy(2))),
                    chunks == 0 ? List.of() : List.of(all),
                    chunks == 0 ? List.of(new SkippedSpan(all, "nothing to pronounce")) : List.of(), 0, List.of(),
                    false);
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    /** Sounds whatever the text. */
    private final class GrowingTone extends ToneStream implements IncrementalSynthesis {

        GrowingTone(SynthesisRequest request, Cancellation cancellation, RequestId id, int chunks) {
            super(request, cancellation, id, chunks);
        }

        @Override
        public void push(String piece) {}

        @Override
        public void flush() {}

        @Override
        public void end() {}

        @Override
        public boolean isWaiting() {
            return false;
        }

        @Override
        public Optional<Duration> untilFlush() {
            return Optional.empty();
        }
    }
}
