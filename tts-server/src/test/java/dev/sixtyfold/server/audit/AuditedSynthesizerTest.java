package dev.sixtyfold.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sixtyfold.server.engine.ToneEngine;
import dev.sixtyfold.speech.Cancellation;
import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.speech.SynthesisException.Cancelled;
import dev.sixtyfold.speech.SynthesisException.DeadlineExceeded;
import dev.sixtyfold.speech.SynthesisException.RecordsUnavailable;
import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.synthesis.SynthesisRequest;
import dev.sixtyfold.synthesis.SynthesisStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AuditedSynthesizerTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final FakeTrail trail = new FakeTrail();
    private final ToneEngine tones = new ToneEngine();

    @Test
    void aRequestIsBeingWrittenBeforeAnythingIsComputedAndIsWrittenBeforeItsFirstSamplesLeave() {
        try (SynthesisStream stream = open()) {
            assertThat(trail.begun).containsExactly(new AuditedRequest(stream.requestId(), new Requester("alice",
                    Way.GRPC), NOW, 24_000,
                    Optional.of(new AuditedRequest.Speech("heart",
                            ToneEngine.MODEL_HASH, 7, 1.5, -2, 7))));
            assertThat(tones.chunksMade()).isZero();
            assertThat(trail.awaited).isZero();

            stream.next();
            assertThat(trail.awaited).isEqualTo(1);
            stream.next();
            assertThat(trail.awaited).as("once is enough").isEqualTo(1);
        }
    }

    @Test
    void noSampleLeavesIfItCannotBeWritten() {
        trail.failure = new RecordsUnavailable("full", new IllegalStateException());
        SynthesisStream stream = open();

        assertThatThrownBy(stream::next).isSameAs(trail.failure);
        stream.close();
        assertThat(trail.results).extracting(AuditResult::outcome).containsExactly(Outcome.FAILED);
    }

    @Test
    void theEndOfARequestSaysHowMuchWasMade() {
        SynthesisStream stream = open();
        while (stream.next().isPresent()) {
            assertThat(trail.results).isEmpty();
        }
        stream.close();
        stream.close();

        assertThat(trail.results).containsExactly(new AuditResult(Outcome.FINISHED, NOW, Duration.ofMillis(500), 7));
    }

    @Test
    void whoGoesAwayInTheMiddleHasCancelled() {
        SynthesisStream stream = open();
        stream.next();
        stream.close();

        assertThat(trail.results).containsExactly(new AuditResult(Outcome.CANCELLED, NOW, Duration.ofMillis(100), 7));
    }

    static Stream<Arguments> endings() {
        return Stream.of(Arguments.of(new Cancelled(), Outcome.CANCELLED), Arguments.of(new DeadlineExceeded(),
                Outcome.DEADLINE_EXCEEDED),
                Arguments.of(new SynthesisException.StageFailed("x",
                        new IllegalStateException()), Outcome.FAILED),
                Arguments.of(new IllegalStateException(),
                        Outcome.FAILED));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void howARequestFailedIsOnRecord(RuntimeException why, Outcome outcome) {
        tones.onChunk(index -> {
            if (index == 2) {
                throw why;
            }
        });
        SynthesisStream stream = open();
        stream.next();
        stream.next();
        assertThatThrownBy(stream::next).isSameAs(why);
        stream.close();

        assertThat(trail.results).extracting(AuditResult::outcome).containsExactly(outcome);
    }

    private SynthesisStream open() {
        return new AuditedSynthesizer(tones, trail, new Requester("alice", Way.GRPC), InstantSource.fixed(NOW)).open(
                new SynthesisRequest("Hällo 🎉", new VoiceId("heart"), 1.5, -2, 24_000, 7), Cancellation.NEVER);
    }

    private static final class FakeTrail implements AuditTrail {
        final List<AuditedRequest> begun = new ArrayList<>();
        final List<AuditResult> results = new ArrayList<>();
        int awaited;
        @Nullable
        RecordsUnavailable failure;

        @Override
        public Recording begin(AuditedRequest request) {
            begun.add(request);
            return new Recording() {
                @Override
                public void awaitWritten() {
                    awaited++;
                    if (failure != null) {
                        throw failure;
                    }
                }

                @Override
                public void end(AuditResult result) {
                    results.add(result);
                }
            };
        }
    }
}
