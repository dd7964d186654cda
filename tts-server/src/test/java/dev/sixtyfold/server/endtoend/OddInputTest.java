package dev.sixtyfold.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import dev.sixtyfold.proto.v1.Receipt;
import dev.sixtyfold.proto.v1.SkippedSpan;
import dev.sixtyfold.proto.v1.StreamSynthesizeResponse;
import dev.sixtyfold.proto.v1.SynthesizeRequest;
import dev.sixtyfold.proto.v1.TextSpan;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is a defined one, and the next request is served. */
@Timeout(60)
@TestInstance(Lifecycle.PER_CLASS)
class OddInputTest {

    private static final String HUNDRED_KILOBYTES = "All work and no play. ".repeat(100_000 / 22);

    /** Reports are no place for control characters. */
    private static final String UNPRINTED = "{index}";

    private RealServer server;

    @BeforeAll
    void start() throws IOException {
        server = RealServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @AfterEach
    void theServerGoesOn() {
        Speech.of(server.stub().synthesize(Speech.request("Still here.").build())).assertIsAudible();
    }

    @ParameterizedTest(name = UNPRINTED)
    @ValueSource(strings = {"", " ", "\n\t \u2003\r\n", "\u00a0"})
    void textWithNothingInItIsRefusedByTheNameOfItsField(String text) {
        assertRefusedFor("input.text", Speech.request(text).build());
    }

    @Test
    void aHundredKilobytesAreRefusedByTheNameOfTheField() {
        assertRefusedFor("input.text", Speech.request(HUNDRED_KILOBYTES).build());
    }

    @Test
    void anUnknownVoiceIsNotFoundAndTheMessageNamesThoseThereAre() {
        SynthesizeRequest.Builder request = Speech.request("Hello.");
        request.getVoiceBuilder().setName("nobody");

        for (StatusRuntimeException refusal : refusals(request.build())) {
            assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
            assertThat(refusal.getStatus().getDescription()).contains("nobody").contains("heart");
        }
    }

    @ParameterizedTest(name = UNPRINTED)
    @ValueSource(strings = {"?!", "... — …", ".", "\"\" '' () []", "\u0000\u0007\u001b", "\u200b\ufeff\u200d"})
    void textWithoutASoundInItGivesNoSamples(String text) {
        Speech streamed = spoken(text);

        assertThat(streamed.samples()).isEmpty();
        assertThat(streamed.receipt().getAudioSeconds()).isZero();
        assertThat(streamed.receipt().getCoverage().getSpokenList()).isEmpty();
    }

    @ParameterizedTest(name = UNPRINTED)
    @ValueSource(strings = {"😀", "🎉🎉 👩‍🚀 🇫🇮", "日本語のテキスト", "Привет, мир"})
    void whatCannotBeReadIsListedAndWhatCanIsHeard(String text) {
        Speech speech = spoken(text);

        assertEverythingIsAccountedFor(text, speech.receipt());
        assertThat(speech.samples().length > 0).isEqualTo(speech.receipt().getCoverage().getSpokenCount() > 0);
    }

    @ParameterizedTest(name = UNPRINTED)
    @ValueSource(strings = {"Good\u0000 mor\u0007ning\u001b[31m, ev\u200beryone.\u0085\r\n",
        "Good morning 😀 everyone.",
        "e\u0301 cafe\u0301 \u202etxet\u202c over", "ｆｕｌｌ ２４ words",
        "Good morning, everyone 😀", "Good morning, everyone ①"})
    void oddCharactersAmongWordsDoNotSilenceThem(String text) {
        Speech speech = spoken(text);

        speech.assertIsAudible();
        assertEverythingIsAccountedFor(text, speech.receipt());
    }

    @Test
    void aWordOfAThousandLettersIsSpokenOrListed() {
        String text = "Say " + "abracadabra".repeat(100) + " now.";

        Speech speech = spoken(text);

        speech.assertIsAudible();
        assertEverythingIsAccountedFor(text, speech.receipt());
    }

    @Test
    void aLongTextWithoutAnyPunctuationIsSpokenWhole() {
        String text = "and then another word ".repeat(200);

        Speech speech = spoken(text);

        speech.assertIsAudible();
        assertEverythingIsAccountedFor(text, speech.receipt());
        assertThat(speech.receipt().getCoverage().getSkippedList()).isEmpty();
        assertThat(speech.receipt().getAudioSeconds()).isGreaterThan(800 * 0.1);
    }

    /** The answer of both calls, which have to agree. */
    private Speech spoken(String text) {
        SynthesizeRequest request = Speech.request(text).build();
        List<StreamSynthesizeResponse> parts = new ArrayList<>();
        server.stub().streamSynthesize(request).forEachRemaining(parts::add);
        Speech streamed = Speech.of(parts);
        Speech unary = Speech.of(server.stub().synthesize(request));
        assertThat(unary.largestDifference(streamed)).isLessThanOrEqualTo(1);
        assertThat(unary.receipt().getCoverage()).isEqualTo(streamed.receipt().getCoverage());
        return streamed;
    }

    private void assertRefusedFor(String field, SynthesizeRequest request) {
        for (StatusRuntimeException refusal : refusals(request)) {
            assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
            assertThat(badRequest(refusal).getFieldViolationsList()).extracting(
                    BadRequest.FieldViolation::getField).containsExactly(field);
        }
        assertThat(server.requestsUnderWay()).isZero();
    }

    private List<StatusRuntimeException> refusals(SynthesizeRequest request) {
        return List.of(catchThrowableOfType(StatusRuntimeException.class, () -> server.stub().synthesize(request)),
                catchThrowableOfType(StatusRuntimeException.class,
                        () -> server.stub().streamSynthesize(request).next()));
    }

    private static BadRequest badRequest(StatusRuntimeException refusal) {
        try {
            return Objects.requireNonNull(StatusProto.fromThrowable(refusal)).getDetails(0).unpack(BadRequest.class);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every letter, digit and symbol lies in a span that was spoken or in one that was skipped for a reason. */
    private static void assertEverythingIsAccountedFor(String text, Receipt receipt) {
        BitSet covered = new BitSet();
        for (TextSpan span : receipt.getCoverage().getSpokenList()) {
            covered.set(span.getStart(), span.getEnd());
        }
        for (SkippedSpan skipped : receipt.getCoverage().getSkippedList()) {
            assertThat(skipped.getReason()).isNotBlank();
            covered.set(skipped.getSpan().getStart(), skipped.getSpan().getEnd());
        }
        int[] codePoints = text.codePoints().toArray();
        for (int i = 0; i < codePoints.length; i++) {
            if (Character.isLetterOrDigit(codePoints[i])
                    || Character.getType(codePoints[i]) == Character.OTHER_SYMBOL) {
                assertThat(covered.get(i)).as("code point %d, U+%04X", i, codePoints[i]).isTrue();
            }
        }
    }
}
