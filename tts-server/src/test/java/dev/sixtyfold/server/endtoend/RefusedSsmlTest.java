package dev.sixtyfold.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import dev.sixtyfold.proto.v1.ExplainRequest;
import dev.sixtyfold.proto.v1.SynthesizeRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that are broken, or made to break the server: each call refuses them, and the next request is served. */
@Timeout(60)
@TestInstance(Lifecycle.PER_CLASS)
class RefusedSsmlTest {

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
        Speech.of(server.stub().synthesize(Speech.ssml("<speak>Still here.</speak>").build())).assertIsAudible();
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of("no end tag", "<speak>\n  <p>Hello\n</speak>", "line 3, column \\d+: not well-formed.*"),
                Arguments.of("no markup", "Hello.", "line 1, column 1: not well-formed.*"),
                Arguments.of("another root", "<html>Hello</html>", "line 1, column 1: .*must be <speak>"),
                Arguments.of("a bare &", "<speak>salt &\npepper</speak>", "line \\d, column \\d+: .*"),
                Arguments.of("a named entity", "<speak>a&nbsp;b</speak>", "line 1, column 9: an unknown entity.*"),
                Arguments.of("a bomb", bomb(), "line 1, column 1: a document type is not allowed.*"),
                Arguments.of("an external entity",
                        "<!DOCTYPE speak [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><speak>&x;</speak>",
                        "line 1, column 1: a document type is not allowed.*"),
                Arguments.of("an external DTD",
                        "<!DOCTYPE speak SYSTEM \"http://127.0.0.1:9/x.dtd\"><speak>a</speak>",
                        "line 1, column 1: a document type is not allowed.*"),
                Arguments.of("depth", "<speak>" + "<p>".repeat(600) + "a" + "</p>".repeat(600) + "</speak>",
                        "line 1, column \\d+: elements are nested more than 50 deep"),
                Arguments.of("a long attribute", "<speak><sub alias='" + "a".repeat(4500) + "'>b</sub></speak>",
                        "line 1, column 8: an attribute of more than 4000 characters"),
                Arguments.of("many attributes", "<speak " + attributes(100) + ">a</speak>",
                        "line 1, column 1: more than 20 attributes"),
                Arguments.of("a processing instruction", "<speak>\n<?php echo 1 ?>a</speak>",
                        "line 2, column 1: a processing instruction is not allowed.*"),
                Arguments.of("a recording", "<speak>Listen: <audio src='https://example.org/a.mp3'>cat</audio></speak>",
                        "line 1, column 16: <audio> cannot be played.*"),
                Arguments.of("a mix", "<speak><par><media><speak>a</speak></media></par></speak>",
                        "line 1, column 8: <par> cannot be followed.*"),
                Arguments.of("a wrong attribute", "<speak>\n\n a <break time='soon'/></speak>",
                        "line 3, column 4: <break> has a wrong time.*"),
                Arguments.of("a long break", "<speak>a<break time='60s'/></speak>",
                        "line 1, column 9: <break> has a wrong time.*at most 20s"),
                Arguments.of("a symbol that is no IPA", "<speak><phoneme ph='5'>a</phoneme></speak>",
                        "line 1, column 8: <phoneme> has a wrong ph.*"),
                Arguments.of("another voice", "<speak><voice name='joe'>a</voice></speak>",
                        "<voice> asks for \"joe\".*voice.name.*"),
                Arguments.of("nothing", "", "is empty.*"), Arguments.of("white space", " \n ", "is empty.*"),
                Arguments.of("no text", "<speak> <p/> </speak>", "holds no text to be spoken"));
    }

    private static String bomb() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE speak [<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 64; i++) {
            bomb.append("<!ENTITY e").append(i).append(" \"&e").append(i - 1).append(";&e").append(i - 1)
                    .append(";\">");
        }
        return bomb.append("]><speak>&e63;</speak>").toString();
    }

    private static String attributes(int count) {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < count; i++) {
            attributes.append("a").append(i).append("='1' ");
        }
        return attributes.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void isRefusedWithThePlace(String kind, String document, String message) {
        SynthesizeRequest request = Speech.ssml(document).build();

        for (StatusRuntimeException refusal : refusals(request)) {
            assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
            assertThat(refusal.getStatus().getDescription()).matches("input\\.ssml: " + message)
                    .hasSizeLessThan(400);
            assertThat(field(refusal)).isEqualTo("input.ssml");
        }
        assertThat(server.requestsUnderWay()).isZero();
    }

    @Test
    void theLimitsOfTextHoldForDocumentsTagsCounted() {
        String fits = "<speak>" + "<!-- -->".repeat(600) + "a</speak>";
        String tooLong = "<speak>" + "<!-- -->".repeat(700) + "a</speak>";
        String farTooLong = "<speak>" + "<!-- -->".repeat(9000) + "a</speak>";

        Speech.of(server.stub().synthesize(Speech.ssml(fits).build())).assertIsAudible();
        StatusRuntimeException unary = catchThrowableOfType(StatusRuntimeException.class,
                () -> server.stub().synthesize(Speech.ssml(tooLong).build()));
        assertThat(unary.getStatus().getDescription()).startsWith("input.ssml: has 5616 bytes").contains("5000");
        assertThat(server.stub().streamSynthesize(Speech.ssml(tooLong).build()).next().hasDescription()).isTrue();
        for (StatusRuntimeException refusal : refusals(Speech.ssml(farTooLong).build())) {
            assertThat(refusal.getStatus().getDescription()).startsWith("input.ssml: has 72016 bytes");
            assertThat(field(refusal)).isEqualTo("input.ssml");
        }
    }

    @Test
    void aRequestWithoutTextAndDocumentIsRefused() {
        for (StatusRuntimeException refusal : refusals(SynthesizeRequest.getDefaultInstance())) {
            assertThat(refusal.getStatus().getDescription())
                    .isEqualTo("input: has neither text nor ssml; send one of them");
            assertThat(field(refusal)).isEqualTo("input");
        }
    }

    private List<StatusRuntimeException> refusals(SynthesizeRequest request) {
        return List.of(catchThrowableOfType(StatusRuntimeException.class, () -> server.stub().synthesize(request)),
                catchThrowableOfType(StatusRuntimeException.class,
                        () -> server.stub().streamSynthesize(request).next()),
                catchThrowableOfType(StatusRuntimeException.class, () -> server.stub().explain(
                        ExplainRequest.newBuilder().setInput(request.getInput()).build())));
    }

    private static String field(StatusRuntimeException refusal) {
        try {
            return Objects.requireNonNull(StatusProto.fromThrowable(refusal)).getDetails(0).unpack(BadRequest.class)
                    .getFieldViolations(0).getField();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
