package dev.sixtyfold.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.sixtyfold.proto.v1.ExplainRequest;
import dev.sixtyfold.proto.v1.ExplainedWord;
import dev.sixtyfold.proto.v1.StreamSynthesizeResponse;
import dev.sixtyfold.proto.v1.StreamingSynthesisInput;
import dev.sixtyfold.proto.v1.StreamingSynthesizeConfig;
import dev.sixtyfold.proto.v1.StreamingSynthesizeRequest;
import dev.sixtyfold.proto.v1.SynthesisInput;
import dev.sixtyfold.proto.v1.SynthesizeRequest;
import dev.sixtyfold.proto.v1.TextToSpeechGrpc.TextToSpeechBlockingStub;
import dev.sixtyfold.server.caller.CallerConfig;
import dev.sixtyfold.server.caller.Callers;
import dev.sixtyfold.server.caller.Right;
import dev.sixtyfold.server.caller.StandingLexicons;
import dev.sixtyfold.server.grpc.Access;
import dev.sixtyfold.text.lexicon.LexiconText;
import dev.sixtyfold.text.lexicon.Lexicons;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who calls decides which of the configured pronunciations hold. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LexiconsOfCallersTest {

    /** The hashes of "key" and "other", by sha256sum. */
    private static final List<CallerConfig> CALLERS = List.of(
            new CallerConfig("alice", "2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683",
                    List.of(Right.SYNTHESIZE)),
            new CallerConfig("bob", "d9298a10d1b0735837dc4bd85dac641b0f3cef27a47e5d53a54f2f3f5b2fcffa",
                    List.of(Right.SYNTHESIZE)));
    private static final Lexicons SERVER = lexicon(Lexicons.NONE, "server", "Kowalczyk\t/ˈzi/\nNagy\t/ˈkoʊ/\n");
    private static final Lexicons ALICE = lexicon(SERVER, "alice", "Kowalczyk\t/ˈzu/\n");

    private RealServer server;

    @BeforeAll
    void start() throws IOException {
        server = RealServer.start(new StandingLexicons(SERVER, Map.of("alice", ALICE)),
                new Access(new Callers(CALLERS), Optional.empty()));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aCallersLexiconComesBeforeTheServersAndHoldsForNobodyElse() {
        assertThat(explained("key", input())).contains("Kowalczyk zˈu lexicon alice", "Nagy kˈO lexicon server");
        assertThat(explained("other", input())).contains("Kowalczyk zˈi lexicon server", "Nagy kˈO lexicon server");
    }

    @Test
    void theRequestsOwnComesBeforeBoth() {
        SynthesisInput own = input().toBuilder().addLexicons("Kowalczyk\t/ˈkoʊ/\n").build();

        assertThat(explained("key", own)).contains("Kowalczyk kˈO request lexicon");
    }

    @Test
    void whatIsSpokenFollowsTheCallerToo() {
        ByteString alice = samples("key");

        assertThat(alice).isNotEqualTo(samples("other"));
        assertThat(alice).isEqualTo(samples("key"));
    }

    @Test
    void textInPiecesFollowsTheCallerToo() throws Exception {
        assertThat(inPieces("key")).isNotEqualTo(inPieces("other"));
    }

    private static SynthesisInput input() {
        return SynthesisInput.newBuilder().setText("Ask Kowalczyk and Nagy.").build();
    }

    /** The words with their phonemes and what decided them. */
    private List<String> explained(String key, SynthesisInput input) {
        List<String> words = new ArrayList<>();
        for (ExplainedWord word : stub(key).explain(ExplainRequest.newBuilder().setInput(input).build())
                .getWordsList()) {
            words.add(word.getText() + " " + word.getPhonemes() + " " + word.getSource());
        }
        return words;
    }

    private ByteString samples(String key) {
        return stub(key).synthesize(SynthesizeRequest.newBuilder().setInput(input()).build()).getAudioContent();
    }

    private ByteString inPieces(String key) throws Exception {
        CompletableFuture<ByteString> audio = new CompletableFuture<>();
        StreamObserver<StreamingSynthesizeRequest> requests = server.asyncStub()
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers(key)))
                .streamingSynthesize(new StreamObserver<>() {
                    private final List<StreamSynthesizeResponse> parts = new ArrayList<>();

                    @Override
                    public void onNext(StreamSynthesizeResponse part) {
                        parts.add(part);
                    }

                    @Override
                    public void onError(Throwable error) {
                        audio.completeExceptionally(error);
                    }

                    @Override
                    public void onCompleted() {
                        audio.complete(Speech.audio(parts));
                    }
                });
        requests.onNext(StreamingSynthesizeRequest.newBuilder().setStreamingConfig(StreamingSynthesizeConfig
                .getDefaultInstance()).build());
        for (String piece : List.of("Ask Kowal", "czyk and Nagy.")) {
            requests.onNext(StreamingSynthesizeRequest.newBuilder().setInput(StreamingSynthesisInput
                    .newBuilder().setText(piece)).build());
        }
        requests.onCompleted();
        return audio.get(60, TimeUnit.SECONDS);
    }

    private TextToSpeechBlockingStub stub(String key) {
        return server.stub().withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers(key)));
    }

    private static Metadata headers(String key) {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + key);
        return headers;
    }

    private static Lexicons lexicon(Lexicons further, String name, String content) {
        return further.and(List.of(LexiconText.parse(name + ".tsv", name, content)));
    }
}
