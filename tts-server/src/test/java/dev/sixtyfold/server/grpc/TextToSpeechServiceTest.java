package dev.sixtyfold.server.grpc;

import static dev.sixtyfold.server.grpc.ServerUnderTest.detailsOf;
import static dev.sixtyfold.server.grpc.ServerUnderTest.statusOf;
import static dev.sixtyfold.server.grpc.ServerUnderTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.rpc.BadRequest;
import com.google.rpc.RetryInfo;
import dev.sixtyfold.proto.v1.AudioConfig;
import dev.sixtyfold.proto.v1.AudioEncoding;
import dev.sixtyfold.proto.v1.Batching;
import dev.sixtyfold.proto.v1.ExplainRequest;
import dev.sixtyfold.proto.v1.ExplainResponse;
import dev.sixtyfold.proto.v1.ExplainedWord;
import dev.sixtyfold.proto.v1.ListVoicesRequest;
import dev.sixtyfold.proto.v1.Receipt;
import dev.sixtyfold.proto.v1.SkippedSpan;
import dev.sixtyfold.proto.v1.StreamSynthesizeResponse;
import dev.sixtyfold.proto.v1.StreamSynthesizeResponse.PartCase;
import dev.sixtyfold.proto.v1.SynthesisInput;
import dev.sixtyfold.proto.v1.SynthesizeRequest;
import dev.sixtyfold.proto.v1.SynthesizeResponse;
import dev.sixtyfold.proto.v1.TextSpan;
import dev.sixtyfold.proto.v1.TextToSpeechGrpc;
import dev.sixtyfold.proto.v1.Timepoint;
import dev.sixtyfold.proto.v1.TimepointType;
import dev.sixtyfold.proto.v1.Voice;
import dev.sixtyfold.proto.v1.VoiceSelectionParams;
import dev.sixtyfold.proto.v1.WordTime;
import dev.sixtyfold.server.engine.ToneEngine;
import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.synthesis.SpokenInput;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.MetadataUtils;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextToSpeechServiceTest {

    private static final int WAV_HEADER = 44;

    private final ToneEngine engine = new ToneEngine();
    private ServerUnderTest server;

    @BeforeEach
    void start() throws Exception {
        server = new ServerUnderTest(engine);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void aStreamSaysWhatIsComingThenSoundsThenAccounts() {
        List<StreamSynthesizeResponse> parts = server.stream(text("Hello.").toBuilder().setSeed(7).build());

        assertThat(parts).extracting(StreamSynthesizeResponse::getPartCase).startsWith(PartCase.DESCRIPTION).endsWith(
                PartCase.RECEIPT).filteredOn(part -> part == PartCase.AUDIO_CONTENT).hasSize(parts.size() - 2)
                .hasSize(5);
        var description = parts.getFirst().getDescription();
        assertThat(description.getRequestId()).isEqualTo("0000002a");
        assertThat(description.getVoiceName()).isEqualTo("heart");
        assertThat(description.getModelHash()).isEqualTo(ToneEngine.MODEL_HASH);
        assertThat(description.getSampleRateHertz()).isEqualTo(24000);
        assertThat(description.getAudioEncoding()).isEqualTo(AudioEncoding.AUDIO_ENCODING_WAV);
        assertThat(description.getSeed()).isEqualTo(7);
        Receipt receipt = parts.getLast().getReceipt();
        assertThat(receipt.getRequestId()).isEqualTo("0000002a");
        assertThat(receipt.getAudioSeconds()).isEqualTo(0.5);
        assertThat(receipt.getRealTimeFactor()).isEqualTo(100);
        assertThat(receipt.getRealTimeFactorGoal()).isEqualTo(60);
        assertThat(receipt.getCoverage().getSpokenList()).containsExactly(TextSpan.newBuilder().setEnd(6).build());
        assertThat(receipt.getWatermarked()).isFalse();
        assertThat(receipt.getBatching()).isEqualTo(Batching.newBuilder().setBlocks(5).setMeanSize(3).setWaitMillis(10)
                .build());
        assertThat(receipt.getAcousticBatching())
                .isEqualTo(Batching.newBuilder().setBlocks(5).setMeanSize(2).setWaitMillis(5).build());
    }

    @ParameterizedTest
    @EnumSource(value = AudioEncoding.class, names = {"AUDIO_ENCODING_WAV", "AUDIO_ENCODING_PCM"})
    void aStreamHasTheSamplesOfTheUnaryAnswer(AudioEncoding encoding) {
        SynthesizeRequest request = configured(config -> config.setAudioEncoding(encoding).setSampleRateHertz(16000));
        int header = encoding == AudioEncoding.AUDIO_ENCODING_WAV ? WAV_HEADER : 0;

        ByteString unary = server.stub().synthesize(request).getAudioContent();
        ByteString streamed = audio(server.stream(request));

        assertThat(unary.size()).isEqualTo(header + 16000);
        assertThat(streamed.substring(header)).isEqualTo(unary.substring(header));
    }

    @Test
    void aUnaryWavSaysItsLengthAndAStreamedOneThatItIsOpen() {
        byte[] unary = server.stub().synthesize(text("Hello.")).getAudioContent().toByteArray();
        byte[] streamed = audio(server.stream(text("Hello."))).toByteArray();

        assertThat(littleEndian(unary, 4)).isEqualTo(unary.length - 8);
        assertThat(littleEndian(unary, 40)).isEqualTo(unary.length - WAV_HEADER);
        assertThat(littleEndian(streamed, 4)).isEqualTo(0xFFFFFFFF);
        assertThat(littleEndian(streamed, 40)).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void timepointsComeWhenAskedForAndBeforeTheirAudio() {
        SynthesizeRequest both = text("Hello.").toBuilder().addEnableTimePointing(TimepointType.TIMEPOINT_TYPE_WORD)
                .addEnableTimePointing(TimepointType.TIMEPOINT_TYPE_SSML_MARK).build();
        List<StreamSynthesizeResponse> parts = server.stream(both);

        assertThat(parts).extracting(StreamSynthesizeResponse::getPartCase).startsWith(PartCase.DESCRIPTION,
                PartCase.TIMEPOINT, PartCase.AUDIO_CONTENT, PartCase.TIMEPOINT, PartCase.TIMEPOINT,
                PartCase.AUDIO_CONTENT, PartCase.TIMEPOINT);
        assertThat(parts.get(3).getTimepoint().getMarkName()).isEqualTo("second");
        assertThat(parts.get(4).getTimepoint()).isEqualTo(Timepoint.newBuilder().setTimeSeconds(0.1)
                .setWord(WordTime.newBuilder().setSpan(TextSpan.newBuilder().setStart(1).setEnd(2)).setSpoken("x")
                        .setEndSeconds(0.2))
                .build());
        assertThat(server.stub().synthesize(both).getTimepointsList()).hasSize(6).isEqualTo(parts.stream()
                .filter(StreamSynthesizeResponse::hasTimepoint).map(StreamSynthesizeResponse::getTimepoint).toList());
        assertThat(server.stub().synthesize(text("Hello.")).getTimepointsList()).isEmpty();
        assertThat(server.stub().synthesize(text("Hello.").toBuilder()
                .addEnableTimePointing(TimepointType.TIMEPOINT_TYPE_SSML_MARK).build()).getTimepointsList())
                .extracting(Timepoint::getMarkName).containsExactly("second");
        assertInvalid("enable_time_pointing", text("Hello.").toBuilder().addEnableTimePointingValue(9).build());
    }

    @Test
    void explainsWithoutSpeaking() {
        ExplainResponse explained = server.stub().explain(explain("to"));

        assertThat(explained.getVoiceName()).isEqualTo("heart");
        assertThat(explained.getNormalized()).isEqualTo("to");
        assertThat(explained.getPhonemes()).isEqualTo("tˈu");
        ExplainedWord word = explained.getWords(0);
        assertThat(word.getSpan()).isEqualTo(TextSpan.newBuilder().setEnd(2).build());
        assertThat(List.of(word.getSource(), word.getRule(), word.getPartOfSpeech())).containsExactly("lexicon",
                "lexicon-checked", "NN");
        assertThat(word.getAlternatives(0).getScore()).isEqualTo(0.75);
        assertThat(explained.getUtterancesList()).containsExactly(TextSpan.newBuilder().setEnd(2).build());
        assertThat(explained.getCoverage().getSpokenList()).containsExactly(TextSpan.newBuilder().setEnd(2).build());
        assertThat(engine.chunksMade()).isZero();
        assertThat(statusOf(() -> server.stub().explain(explain(""))).getDescription()).startsWith("input.text: ");
        assertThat(statusOf(() -> server.stub().explain(explain("x".repeat(5001)))).getCode())
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    @Test
    void anExplanationMayBeInALanguageThatTheVoiceOnlyReads() {
        assertThat(server.stub().explain(explain("to")).getLanguageCode()).isEqualTo("en-US");
        assertThat(explainedBy("heart", "en-gb")).isEqualTo("heart en-GB");
        assertThat(explainedBy("heart", "en")).isEqualTo("heart en-US");
        assertThat(explainedBy("", "en-GB")).as("who speaks it comes first").isEqualTo("joe en-GB");
        assertInvalid("voice.language_code", voice("heart", "en-GB"));
        assertThat(statusOf(() -> explainedBy("heart", "de")).getDescription())
                .isEqualTo("voice.language_code: voice heart does not read \"de\"; it reads en-US, en-GB");
        assertThat(statusOf(() -> explainedBy("", "fr")).getDescription())
                .isEqualTo("voice.language_code: no voice reads \"fr\"; there are voices for en-US, en-GB, de");
    }

    private String explainedBy(String name, String language) {
        ExplainResponse answer = server.stub().explain(explain("to").toBuilder()
                .setVoice(VoiceSelectionParams.newBuilder().setName(name).setLanguageCode(language)).build());
        return answer.getVoiceName() + " " + answer.getLanguageCode();
    }

    private static ExplainRequest explain(String text) {
        return ExplainRequest.newBuilder().setInput(SynthesisInput.newBuilder().setText(text)).build();
    }

    @Test
    void trailersHoldTheRequestIdAndAShortReceipt() {
        AtomicReference<Metadata> trailers = new AtomicReference<>();
        var stub = TextToSpeechGrpc.newBlockingStub(ClientInterceptors.intercept(server.channel,
                MetadataUtils.newCaptureMetadataInterceptor(new AtomicReference<>(), trailers)));

        stub.synthesize(text("Hello."));

        Metadata received = Objects.requireNonNull(trailers.get());
        assertThat(received.get(CallTrailers.REQUEST_ID)).isEqualTo("0000002a");
        assertThat(received.get(CallTrailers.RECEIPT)).startsWith("request-id=0000002a;audio-seconds=0.500;")
                .hasSizeLessThan(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", "?! ,", "🙂🎧"})
    void textWithNothingToPronounceIsAnEmptySuccess(String text) {
        SynthesizeResponse wav = server.stub().synthesize(text(text));
        List<StreamSynthesizeResponse> pcm = server
                .stream(text(text).toBuilder().setAudioConfig(AudioConfig.newBuilder()
                        .setAudioEncoding(AudioEncoding.AUDIO_ENCODING_PCM)).build());

        assertThat(wav.getAudioContent().size()).isEqualTo(WAV_HEADER);
        assertThat(littleEndian(wav.getAudioContent().toByteArray(), 40)).isZero();
        assertThat(pcm).extracting(StreamSynthesizeResponse::getPartCase).containsExactly(PartCase.DESCRIPTION,
                PartCase.RECEIPT);
        assertThat(pcm.getLast().getReceipt().getCoverage().getSkippedList()).containsExactly(SkippedSpan.newBuilder()
                .setSpan(TextSpan.newBuilder().setEnd(text.codePointCount(0, text.length())))
                .setReason("nothing to pronounce").build());
    }

    @Test
    void anEmptyOrMissingTextIsRefusedByName() {
        assertInvalid("input.text", text(""));
        assertInvalid("input.ssml", ssml(""));
        assertInvalid("input", SynthesizeRequest.getDefaultInstance());
        assertThat(engine.chunksMade()).isZero();
    }

    @Test
    void ssmlIsHandedOnAsSsml() {
        List<SpokenInput> inputs = new ArrayList<>();
        engine.onOpen(request -> inputs.add(request.input()));

        server.stub().synthesize(ssml("<speak>a</speak>"));
        server.stream(text("<speak>a</speak>"));

        assertThat(inputs).containsExactly(new SpokenInput.Ssml("<speak>a</speak>"),
                new SpokenInput.PlainText("<speak>a</speak>"));
    }

    @Test
    void theLimitOfTheTextCountsBytesAndDependsOnTheCall() {
        String fits = "ü".repeat(2_500);
        assertThat(server.stub().synthesize(text(fits)).getReceipt().getAudioSeconds()).isPositive();

        Status unary = statusOf(() -> server.stub().synthesize(text(fits + "x")));
        assertThat(unary.getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(unary.getDescription()).contains("input.text", "5001", "5000").doesNotContain("ü");
        assertThat(server.stream(text(fits + "x"))).hasSize(7);
        Status stream = statusOf(() -> server.stream(text("x".repeat(100_000))));
        assertThat(stream.getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(stream.getDescription()).contains("input.text", "100000", "65536");
    }

    @Test
    void wrongFieldsAreRefusedByName() {
        assertInvalid("audio_config.audio_encoding", configured(config -> config.setAudioEncodingValue(99)));
        assertInvalid("audio_config.speaking_rate", configured(config -> config.setSpeakingRate(9)));
        assertInvalid("voice.language_code", voice("heart", "de"));
    }

    @Test
    void chooseAVoiceByNameOrByLanguage() {
        assertThat(server.stub().synthesize(voice("", "de")).getDescription().getVoiceName()).isEqualTo("joe");
        assertThat(server.stub().synthesize(voice("joe", "")).getDescription().getSampleRateHertz()).isEqualTo(22050);
        assertThat(server.stub().synthesize(voice("heart", "EN")).getDescription().getVoiceName()).isEqualTo("heart");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "No body\n", "heart "})
    void anUnknownVoiceIsNotFoundAndTheKnownOnesAreNamed(String name) {
        Status status = statusOf(() -> server.stub().synthesize(voice(name, "")));

        assertThat(status.getCode()).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(status.getDescription()).contains("voice.name", "heart, joe");
    }

    @Test
    void listsVoicesTheDefaultFirstAndFiltersByLanguage() {
        List<Voice> all = server.stub().listVoices(ListVoicesRequest.getDefaultInstance()).getVoicesList();
        List<Voice> german = server.stub().listVoices(ListVoicesRequest.newBuilder().setLanguageCode("de").build())
                .getVoicesList();

        assertThat(all).extracting(Voice::getName).containsExactly("heart", "joe");
        assertThat(all.getFirst().getNaturalSampleRateHertz()).isEqualTo(24000);
        assertThat(all.getFirst().getInstalled()).isTrue();
        assertThat(german).extracting(Voice::getName).containsExactly("joe");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new SynthesisException.InvalidRequest("seed", "is odd"), Status.Code.INVALID_ARGUMENT),
                Arguments.of(new SynthesisException.UnknownVoice("no such voice"), Status.Code.NOT_FOUND),
                Arguments.of(new SynthesisException.VoiceUnavailable("not here"), Status.Code.FAILED_PRECONDITION),
                Arguments.of(new SynthesisException.Overloaded("busy", Duration.ofMillis(1500)),
                        Status.Code.RESOURCE_EXHAUSTED),
                Arguments.of(new SynthesisException.ShuttingDown(), Status.Code.UNAVAILABLE),
                Arguments.of(new SynthesisException.Cancelled(), Status.Code.CANCELLED),
                Arguments.of(new SynthesisException.DeadlineExceeded(), Status.Code.DEADLINE_EXCEEDED),
                Arguments.of(new SynthesisException.StageFailed("vocoder", new IllegalStateException("secret")),
                        Status.Code.INTERNAL),
                Arguments.of(new IllegalStateException("secret"), Status.Code.INTERNAL));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureHasItsStatusWhereverItHappens(RuntimeException failure, Status.Code expected) {
        engine.onOpen(request -> {
            throw failure;
        });
        Status unary = statusOf(() -> server.stub().synthesize(text("Hello.")));
        Status stream = statusOf(() -> server.stream(text("Hello.")));
        engine.onOpen(request -> {}).onChunk(index -> {
            throw failure;
        });
        Status unaryWithin = statusOf(() -> server.stub().synthesize(text("Hello.")));
        Status streamWithin = statusOf(() -> server.stream(text("Hello.")));

        assertThat(List.of(unary, stream, unaryWithin, streamWithin)).allSatisfy(status -> {
            assertThat(status.getCode()).isEqualTo(expected);
            assertThat(status.getDescription()).isNotBlank().doesNotContain("secret", "Exception");
        });
    }

    @Test
    void anOverloadedServerSaysWhenToComeBack() throws Exception {
        engine.onOpen(request -> {
            throw new SynthesisException.Overloaded("busy", Duration.ofMillis(1500));
        });

        com.google.rpc.Status details = detailsOf(() -> server.stub().synthesize(text("Hello.")));

        RetryInfo retry = details.getDetails(0).unpack(RetryInfo.class);
        assertThat(retry.getRetryDelay().getSeconds()).isEqualTo(1);
        assertThat(retry.getRetryDelay().getNanos()).isEqualTo(500_000_000);
    }

    @Test
    void aRequestForSpeechMayBeRefusedBeforeItIsRead() throws Exception {
        engine.onAttempt(caller -> {
            throw new SynthesisException.Overloaded("busy with " + caller, Duration.ofMillis(1500));
        });

        com.google.rpc.Status unary = detailsOf(() -> server.stub().synthesize(SynthesizeRequest.getDefaultInstance()));
        com.google.rpc.Status stream = detailsOf(() -> server.stream(SynthesizeRequest.getDefaultInstance()));

        assertThat(unary.getCode()).as("not that it is empty").isEqualTo(Status.Code.RESOURCE_EXHAUSTED.value());
        assertThat(unary.getDetails(0).unpack(RetryInfo.class).getRetryDelay().getSeconds()).isEqualTo(1);
        assertThat(stream).isEqualTo(unary);
        assertThat(unary.getMessage()).isEqualTo("busy with local");
        assertThat(server.stub().listVoices(ListVoicesRequest.getDefaultInstance()).getVoicesCount()).isPositive();
        engine.onAttempt(caller -> {});
        assertThat(server.stream(text("Hello."))).isNotEmpty();
    }

    @Test
    void aUnaryAnswerIsBounded() {
        engine.withChunks(10_000);

        Status status = statusOf(() -> server.stub().synthesize(text("Hello.")));

        assertThat(status.getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(status.getDescription()).contains("input.text", "StreamSynthesize");
        assertThat(statusOf(() -> server.stub().synthesize(ssml("<speak>a</speak>"))).getDescription())
                .startsWith("input.ssml: makes more than");
        assertThat(engine.chunksMade()).isLessThan(1_000);
    }

    private void assertInvalid(String field, SynthesizeRequest request) {
        com.google.rpc.Status unary = detailsOf(() -> server.stub().synthesize(request));
        com.google.rpc.Status stream = detailsOf(() -> server.stream(request));
        assertThat(List.of(unary, stream)).allSatisfy(status -> {
            assertThat(status.getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT.value());
            assertThat(status.getMessage()).startsWith(field + ": ");
            assertThat(status.getDetails(0).unpack(BadRequest.class).getFieldViolations(0).getField()).isEqualTo(field);
        });
    }

    private static SynthesizeRequest ssml(String document) {
        return SynthesizeRequest.newBuilder().setInput(SynthesisInput.newBuilder().setSsml(document)).build();
    }

    private static SynthesizeRequest configured(Consumer<AudioConfig.Builder> configuration) {
        AudioConfig.Builder config = AudioConfig.newBuilder();
        configuration.accept(config);
        return text("Hello.").toBuilder().setAudioConfig(config).build();
    }

    private static SynthesizeRequest voice(String name, String language) {
        return SynthesizeRequest.newBuilder().setInput(SynthesisInput.newBuilder().setText("Hello.")).setVoice(
                VoiceSelectionParams.newBuilder().setName(name).setLanguageCode(language)).build();
    }

    private static ByteString audio(List<StreamSynthesizeResponse> parts) {
        return parts.stream().map(StreamSynthesizeResponse::getAudioContent).reduce(ByteString.EMPTY,
                ByteString::concat);
    }

    private static int littleEndian(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }
}
