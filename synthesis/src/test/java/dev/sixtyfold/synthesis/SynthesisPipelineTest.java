package dev.sixtyfold.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.sixtyfold.inference.InferenceException;
import dev.sixtyfold.speech.Cancellation;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.SkippedSpan;
import dev.sixtyfold.speech.SourceSpan;
import dev.sixtyfold.speech.StampedAudio;
import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.speech.SynthesisException.InvalidRequest;
import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.synthesis.schedule.ScheduleLimits;
import dev.sixtyfold.synthesis.schedule.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SynthesisPipelineTest {

    private final ScriptedVoice scripted = new ScriptedVoice();
    private final Voice voice = scripted.voice();
    private final AtomicInteger ids = new AtomicInteger();
    private final Scheduler scheduler = new Scheduler(1, ScheduleLimits.ofStreams(2));
    private final SynthesisPipeline pipeline = new SynthesisPipeline(id -> voice,
            () -> new RequestId(ids.incrementAndGet()), new RequestStamp(), scheduler);

    @AfterEach
    void close() {
        scheduler.close();
    }

    @Test
    void speaksUtteranceAfterUtterance() {
        try (SynthesisStream stream = pipeline.open(request("one two\nthree"), Cancellation.NEVER)) {
            List<Float> samples = drain(stream);
            assertThat(samples).hasSize(3 * ScriptedVoice.BLOCK);
            assertThat(samples.subList(0, 960)).containsOnly(0.01f);
            assertThat(samples.subList(960, 1440)).containsOnly(0.02f);
            Receipt receipt = stream.receipt();
            assertThat(receipt.requestId()).isEqualTo(new RequestId(1));
            assertThat(receipt.audio().toNanos()).isEqualTo(60_000_000);
            assertThat(receipt.spoken()).containsExactly(new SourceSpan(0, 7), new SourceSpan(8, 13));
            assertThat(receipt.skipped()).isEmpty();
            assertThat(receipt.clippedSamples()).isZero();
            assertThat(receipt.realTimeFactor()).isPositive();
        }
    }

    @Test
    void tellsWhenEachUtteranceIsHeardBeforeItsSamples() {
        try (SynthesisStream stream = pipeline.open(request("one two\n#\nthree"), Cancellation.NEVER)) {
            stream.next();
            assertThat(stream.timepoints())
                    .containsExactly(new Timepoint.Word(new SourceSpan(0, 7), "one two", 0, 0.04));
            stream.next();
            assertThat(stream.timepoints()).isEmpty();
            stream.next();
            assertThat(stream.timepoints()).containsExactly(
                    new Timepoint.Word(new SourceSpan(10, 15), "three", 0.04, 0.06));
            drain(stream);
            assertThat(stream.timepoints()).isEmpty();
        }
    }

    @Test
    void nothingIsComputedBeforeItIsAskedFor() {
        try (SynthesisStream stream = pipeline.open(request("one two three"), Cancellation.NEVER)) {
            assertThat(scripted.predictions).hasValue(0);
            stream.next();
            stream.next();
            assertThat(scripted.predictions).hasValue(1);
            assertThat(scripted.blocks).hasValue(2);
        }
    }

    @Test
    void textOfWhichNothingIsSpokenGivesNoAudioAndSaysWhy() {
        try (SynthesisStream stream = pipeline.open(request("#\n#"), Cancellation.NEVER)) {
            assertThat(stream.next()).isEmpty();
            assertThat(stream.receipt().skipped()).extracting(SkippedSpan::source).containsExactly(new SourceSpan(0, 1),
                    new SourceSpan(2, 3));
            assertThat(stream.receipt().spoken()).isEmpty();
            assertThat(stream.receipt().timeToFirstAudio()).isZero();
        }
        assertThat(scripted.predictions).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 16_000, 22_050, 44_100, 48_000})
    void audioComesAtTheRateThatWasAskedFor(int rate) {
        String text = "a b c d e f g h i j\nk l m n o p q r s t";
        try (SynthesisStream stream = pipeline.open(
                asItIs(new SynthesisRequest(text, new VoiceId("scripted"), 1, 0, rate, 0)), Cancellation.NEVER)) {
            List<Float> samples = drain(stream);
            assertThat(samples).hasSize(Math.ceilDiv(9600 * rate, ScriptedVoice.RATE));
            assertThat(samples.get(samples.size() / 4)).isCloseTo(0.01f, offset(0.001f));
        }
    }

    @Test
    void gainRaisesTheLevelAndWhatWouldClipIsLimitedAndCounted() {
        SynthesisRequest loud = asItIs(new SynthesisRequest("a\n".repeat(14) + "b", new VoiceId("scripted"), 1, 16,
                24_000, 0));
        SynthesisRequest quiet = asItIs(new SynthesisRequest("a", new VoiceId("scripted"), 1, -20, 24_000, 0));
        try (SynthesisStream stream = pipeline.open(quiet, Cancellation.NEVER)) {
            assertThat(drain(stream)).allSatisfy(sample -> assertThat(sample).isCloseTo(0.001f, offset(1e-6f)));
        }
        try (SynthesisStream stream = pipeline.open(loud, Cancellation.NEVER)) {
            List<Float> samples = drain(stream);
            assertThat(samples.getFirst()).isCloseTo(0.0631f, offset(1e-4f));
            assertThat(stream.receipt().clippedSamples()).isZero(); // 0.15 and 16 dB are 0.95
        }
    }

    @Test
    void aCancelledRequestStopsAtTheNextBlock() {
        AtomicBoolean gone = new AtomicBoolean();
        Cancellation cancellation = () -> {
            if (gone.get()) {
                throw new SynthesisException.Cancelled();
            }
        };
        try (SynthesisStream stream = pipeline.open(request("one two three four"), cancellation)) {
            stream.next();
            gone.set(true);
            assertThatThrownBy(stream::next).isInstanceOf(SynthesisException.Cancelled.class);
            assertThat(scripted.blocks).hasValue(1);
            gone.set(false);
            assertThat(scripted.predictions).hasValue(1);
        }
        assertThat(scheduler.underWay()).isZero();
    }

    @Test
    void aDeadlineThatPassesDuringAStageEndsTheRequest() {
        AtomicInteger checks = new AtomicInteger();
        Cancellation afterTheFrontend = () -> {
            if (checks.incrementAndGet() > 3) {
                throw new SynthesisException.DeadlineExceeded();
            }
        };
        try (SynthesisStream stream = pipeline.open(request("one"), afterTheFrontend)) {
            assertThatThrownBy(stream::next).isInstanceOf(SynthesisException.DeadlineExceeded.class);
            assertThat(stream.next()).as("a stream that has failed is over").isEmpty();
        }
        assertThat(scripted.predictions).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void aDeadlineThatPassesAtAnyMomentEndsTheRequestAndFreesItsPlace(int checksBefore) {
        AtomicInteger checks = new AtomicInteger();
        Cancellation late = () -> {
            if (checks.getAndIncrement() >= checksBefore) {
                throw new SynthesisException.DeadlineExceeded();
            }
        };
        assertThatThrownBy(() -> {
            try (SynthesisStream stream = pipeline.open(request("one two three"), late)) {
                drain(stream);
            }
        }).isInstanceOf(SynthesisException.DeadlineExceeded.class);
        assertThat(checks).as("checks").hasValue(checksBefore + 1);
        assertThat(scheduler.underWay()).isZero();
    }

    @Test
    void aStageThatFailsEndsTheRequestWithoutSayingTheText() {
        scripted.beforeEachBlock = () -> {
            throw new IllegalStateException("broken");
        };
        try (SynthesisStream stream = pipeline.open(request("confidential"), Cancellation.NEVER)) {
            assertThatThrownBy(stream::next).isInstanceOf(SynthesisException.StageFailed.class)
                    .hasMessageContaining("00000001").hasMessageNotContaining("confidential");
        }
        assertThat(scheduler.underWay()).isZero();
    }

    @Test
    void aRequestThatFindsNoMemoryIsToBeTriedAgain() {
        scripted.beforeEachBlock = () -> {
            throw new InferenceException.OutOfMemory("vocoder lacks memory", new IllegalStateException());
        };
        try (SynthesisStream stream = pipeline.open(request("one"), Cancellation.NEVER)) {
            assertThatThrownBy(stream::next).isInstanceOfSatisfying(SynthesisException.Overloaded.class,
                    e -> assertThat(e.retryAfter()).isPositive());
        }
        scripted.beforeEachBlock = () -> {
            throw new OutOfMemoryError("of this test");
        };
        try (SynthesisStream stream = pipeline.open(request("one"), Cancellation.NEVER)) {
            assertThatThrownBy(stream::next).isInstanceOf(SynthesisException.Overloaded.class);
        }
        scripted.beforeEachBlock = () -> {};
        try (SynthesisStream stream = pipeline.open(request("one"), Cancellation.NEVER)) {
            assertThat(drain(stream)).as("the next request is served").isNotEmpty();
        }
    }

    @Test
    void moreRequestsThanPlacesAreRefusedUntilOneEnds() {
        SynthesisStream first = pipeline.open(request("a"), Cancellation.NEVER);
        SynthesisStream second = pipeline.open(request("b"), Cancellation.NEVER);
        assertThatThrownBy(() -> pipeline.open(request("c"), Cancellation.NEVER))
                .isInstanceOfSatisfying(SynthesisException.Overloaded.class,
                        e -> assertThat(e.retryAfter()).isPositive());
        assertThat(ids).as("a refused request takes no id").hasValue(2);
        first.close();
        first.close();
        assertThat(scheduler.underWay()).isEqualTo(1);
        pipeline.open(request("c"), Cancellation.NEVER).close();
        second.close();
        assertThat(scheduler.underWay()).isZero();
    }

    @Test
    void aPlaceIsGivenBackWhenNoIdCanBeReserved() {
        SynthesisPipeline broken = new SynthesisPipeline(id -> voice, () -> {
            throw new SynthesisException.StageFailed("the disk is full", new IllegalStateException());
        }, new RequestStamp(), scheduler);
        assertThatThrownBy(() -> broken.open(request("a"), Cancellation.NEVER)).hasMessage("the disk is full");
        assertThat(scheduler.underWay()).isZero();
    }

    @Test
    void silenceIsAsLongAsItIsAskedBeforeBetweenAndAfterWhatIsSpoken() {
        SynthesisRequest request = request("one\ntwo").with(new Silence(Duration.ofMillis(10), Duration.ofMillis(1500),
                Duration.ofMillis(20)));
        try (SynthesisStream stream = pipeline.open(request, Cancellation.NEVER)) {
            List<Float> samples = drain(stream);

            assertThat(samples).hasSize(240 + 480 + 480 + 480 + 36_000);
            assertThat(samples.subList(0, 240)).containsOnly(0f);
            assertThat(samples.subList(240, 720)).containsOnly(0.01f);
            assertThat(samples.subList(720, 1200)).containsOnly(0f);
            assertThat(samples.subList(1200, 1680)).containsOnly(0.02f);
            assertThat(samples.subList(1680, samples.size())).containsOnly(0f);
        }
    }

    /** The lead is part of the first chunk, which is there at once: the sound follows when the lead has been played. */
    @Test
    void theFirstSoundIsHeardAfterTheLead() {
        for (int millis : List.of(0, 500)) {
            SynthesisRequest request = request("one").with(new Silence(Duration.ofMillis(millis), Duration.ZERO, null));
            try (SynthesisStream stream = pipeline.open(request, Cancellation.NEVER)) {
                assertThat(stream.next()).isPresent();
                Receipt receipt = stream.receipt();
                assertThat(receipt.timeToFirstAudio()).isPositive();
                assertThat(receipt.timeToFirstSound()).isEqualTo(receipt.timeToFirstAudio().plusMillis(millis));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"-1,0,0,audio_config.lead_millis", "0,10001,0,audio_config.tail_millis",
        "0,0,-5,audio_config.sentence_pause_millis"})
    void silenceThatIsTooLongOrLessThanNoneIsNamed(long lead, long tail, long between, String field) {
        SynthesisRequest request = request("one").with(new Silence(Duration.ofMillis(lead), Duration.ofMillis(tail),
                Duration.ofMillis(between)));
        assertThatThrownBy(() -> pipeline.open(request, Cancellation.NEVER))
                .isInstanceOfSatisfying(InvalidRequest.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    @ParameterizedTest
    @CsvSource({"'',1,0,24000,input.text", "'  ',1,0,24000,input.text", "a,0.2,0,24000,audio_config.speaking_rate",
        "a,NaN,0,24000,audio_config.speaking_rate", "a,1,17,24000,audio_config.volume_gain_db",
        "a,1,0,11025,audio_config.sample_rate_hertz"})
    void whatIsWrongWithARequestIsNamed(String text, double rate, double gain, int sampleRate, String field) {
        SynthesisRequest request = new SynthesisRequest(text, new VoiceId("scripted"), rate, gain, sampleRate, 0);
        assertThatThrownBy(() -> pipeline.open(request, Cancellation.NEVER))
                .isInstanceOfSatisfying(InvalidRequest.class, e -> assertThat(e.field()).isEqualTo(field));
        assertThat(scheduler.underWay()).isZero();
    }

    private static SynthesisRequest request(String text) {
        return asItIs(new SynthesisRequest(text, new VoiceId("scripted"), 1, 0, 24_000, 0));
    }

    /** With no silence around it: the scripted voice makes none. */
    private static SynthesisRequest asItIs(SynthesisRequest request) {
        return request.with(new Silence(Duration.ZERO, Duration.ZERO, null));
    }

    private static List<Float> drain(SynthesisStream stream) {
        List<Float> samples = new ArrayList<>();
        for (Optional<StampedAudio> audio = stream.next(); audio.isPresent(); audio = stream.next()) {
            assertThat(audio.get().requestId()).isEqualTo(stream.requestId());
            for (float sample : audio.get().audio().samples()) {
                samples.add(sample);
            }
        }
        return samples;
    }
}
