package dev.sixtyfold.server.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sixtyfold.server.audit.AuditFinding;
import dev.sixtyfold.server.audit.AuditFinding.Recorded;
import dev.sixtyfold.server.audit.AuditResult;
import dev.sixtyfold.server.audit.AuditSource;
import dev.sixtyfold.server.audit.AuditedRequest;
import dev.sixtyfold.server.audit.Outcome;
import dev.sixtyfold.server.audit.Requester;
import dev.sixtyfold.server.audit.Way;
import dev.sixtyfold.server.caller.Caller;
import dev.sixtyfold.server.caller.Right;
import dev.sixtyfold.speech.Cancellation;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.SynthesisException.Cancelled;
import dev.sixtyfold.speech.SynthesisException.Forbidden;
import dev.sixtyfold.speech.SynthesisException.InvalidRequest;
import dev.sixtyfold.speech.SynthesisException.Overloaded;
import dev.sixtyfold.watermark.detect.SearchEffort;
import dev.sixtyfold.watermark.detect.Verdict;
import dev.sixtyfold.watermark.key.WatermarkKey;
import dev.sixtyfold.watermark.pattern.Origin;
import io.github.bucket4j.TimeMeter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class VerificationServiceTest {

    private static final WatermarkKey KEY = WatermarkKey.parse("60".repeat(32));
    private static final RequestId ID = RequestId.parse("0badcafe");
    private static final Caller ALICE = new Caller("alice", Set.of(Right.VERIFY));
    private static final Caller BOB = new Caller("bob", Set.of(Right.VERIFY, Right.VERIFY_EXACT));
    private static final Caller ADMINISTRATOR = new Caller("root", Set.of(Right.VERIFY, Right.AUDIT));
    private static final Recorded RECORD = new Recorded(new AuditedRequest(ID, new Requester("alice", Way.GRPC),
            Instant.EPOCH, 16_000, Optional.empty()), KEY.id().value(),
            new AuditResult(Outcome.FINISHED,
                    Instant.EPOCH, Duration.ofSeconds(4), 0));

    private final Clock clock = new Clock();
    private VerificationService service = service(VerificationConfig.DEFAULTS, id -> id.equals(ID)
            ? RECORD
            : new AuditFinding.Unknown());

    @Test
    void everybodySeesWhetherAndWhichIdAndOnlySomeHowCertainAndWhere() {
        byte[] marked = Recordings.marked(4, KEY, ID, Origin.ISSUED);

        Disclosure coarse = verify(ALICE, marked);
        Disclosure exact = verify(BOB, marked);

        assertThat(coarse.verdict()).isEqualTo(Verdict.WATERMARKED);
        assertThat(coarse.requestId()).contains(ID);
        assertThat(coarse.isForeign()).isFalse();
        assertThat(coarse.audioSeconds()).isEqualTo(4);
        assertThat(coarse.exact()).isEmpty();
        assertThat(exact.exact()).hasValueSatisfying(found -> {
            assertThat(found.pValue()).isLessThan(1e-6);
            assertThat(found.spans()).singleElement().satisfies(span -> assertThat(span.seconds()).isGreaterThan(3));
        });
    }

    @Test
    void theRecordIsForItsOwnerAndForTheAdministrator() {
        byte[] marked = Recordings.marked(4, KEY, ID, Origin.ISSUED);

        assertThat(verify(ALICE, marked).record()).contains(RECORD);
        assertThat(verify(ADMINISTRATOR, marked).record()).contains(RECORD);
        assertThat(verify(BOB, marked).record()).isEmpty();
    }

    @Test
    void anIdThatWasChosenIsForeignAndShowsNoRecordOfTheRequestWhoseIdItTakes() {
        Disclosure found = verify(ALICE, Recordings.marked(4, KEY, ID, Origin.CHOSEN));

        assertThat(found.verdict()).isEqualTo(Verdict.WATERMARKED);
        assertThat(found.requestId()).contains(ID);
        assertThat(found.isForeign()).isTrue();
        assertThat(found.record()).isEmpty();
    }

    @Test
    void theVerdictHoldsWithoutTheRecords() {
        service = service(VerificationConfig.DEFAULTS, id -> {
            throw new IOException("damaged");
        });

        assertThat(verify(ALICE, Recordings.marked(4, KEY, ID, Origin.ISSUED)).requestId()).contains(ID);
    }

    @Test
    void unmarkedAudioIsNotDetectedAndALittleOfItIsInconclusive() {
        assertThat(verify(ALICE, Recordings.unmarked(4)).verdict()).isEqualTo(Verdict.NOT_DETECTED);
        assertThat(verify(ALICE, Recordings.unmarked(0)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void whoMayNotVerifyIsToldWhichRightItTakes() {
        assertThatThrownBy(() -> verify(new Caller("eve", Set.of(Right.SYNTHESIZE)), Recordings.unmarked(1)))
                .isInstanceOf(Forbidden.class).hasMessageContaining("\"verify\"").hasMessageContaining("eve");
    }

    @Test
    void whatIsTooLongTooLargeOrNoRecordingIsRefusedByField() {
        VerificationConfig small = new VerificationConfig(100_000, 2, 30, 600, 1, Duration.ofSeconds(1));
        service = service(small, AuditSource.NONE);

        assertInvalid(Recordings.unmarked(3), "is longer than 2 s");
        assertInvalid(new byte[200_000], "is no recording of a known kind; WAV, FLAC, MP3 and Ogg Opus are read");
        assertInvalid("ID3\4\0\0\0\177\177\177".concat("x".repeat(200_000)).getBytes(StandardCharsets.US_ASCII),
                "has more than 100000 bytes");
    }

    @Test
    void recordingsAndSecondsOfEachCallerAreLimited() {
        service = service(new VerificationConfig(1 << 20, 3, 2, 4, 1, Duration.ofSeconds(1)), AuditSource.NONE);
        verify(ALICE, Recordings.unmarked(2));
        Overloaded seconds = catchThrowableOfType(Overloaded.class, () -> verify(ALICE, Recordings.unmarked(3)));
        Overloaded count = catchThrowableOfType(Overloaded.class, () -> verify(ALICE, Recordings.unmarked(1)));
        verify(BOB, Recordings.unmarked(2));

        assertThat(seconds).hasMessageContaining("4 s of audio a minute");
        assertThat(count).hasMessageContaining("2 recordings a minute");
        assertThat(count.retryAfter()).isBetween(Duration.ofSeconds(29), Duration.ofSeconds(31));
        clock.nanos += Duration.ofMinutes(1).toNanos();
        verify(ALICE, Recordings.unmarked(2));
    }

    @Test
    void aCallThatIsCancelledEnds() {
        assertThatThrownBy(() -> service.verify(ALICE, new ByteArrayInputStream(Recordings.unmarked(2)),
                SearchEffort.UNCHANGED, () -> {
                    throw new Cancelled();
                })).isInstanceOf(Cancelled.class);
    }

    private void assertInvalid(byte[] audio, String problem) {
        assertThatThrownBy(() -> verify(ALICE, audio)).isInstanceOfSatisfying(InvalidRequest.class, refused -> {
            assertThat(refused.field()).isEqualTo("audio_content");
            assertThat(refused).hasMessageStartingWith("audio_content: ").hasMessageContaining(problem);
        });
    }

    private Disclosure verify(Caller caller, byte[] audio) {
        return service.verify(caller, new ByteArrayInputStream(audio), SearchEffort.UNCHANGED, Cancellation.NEVER);
    }

    private VerificationService service(VerificationConfig config, AuditSource records) {
        return new VerificationService(config, List.of(KEY), records, clock);
    }

    private static final class Clock implements TimeMeter {
        long nanos;

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
