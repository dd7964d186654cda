package dev.sixtyfold.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.proto.v1.AudioConfig;
import dev.sixtyfold.proto.v1.AudioEncoding;
import dev.sixtyfold.proto.v1.StreamSynthesizeResponse;
import dev.sixtyfold.proto.v1.StreamingFlush;
import dev.sixtyfold.proto.v1.StreamingSynthesisInput;
import dev.sixtyfold.proto.v1.StreamingSynthesizeConfig;
import dev.sixtyfold.proto.v1.StreamingSynthesizeRequest;
import dev.sixtyfold.proto.v1.SynthesizeRequest;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that arrives in pieces sounds as if it had been sent at once. */
@Timeout(60)
@TestInstance(Lifecycle.PER_CLASS)
class IncrementalSpeechTest {

    private static final String TEXT = "Dr. Okonkwo paid $3.50 for it, i.e. nothing. Was it further last year? It felt "
            + "further!\n\nThe U.S. mail comes at 5 p.m. on most days 😀";

    private RealServer server;

    @BeforeAll
    void start() throws IOException {
        server = RealServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void thePiecesMakeTheSamplesOfTheWhole(boolean shortFirstPiece) throws InterruptedException {
        SynthesizeRequest whole = Speech.request(TEXT).setShortFirstPiece(shortFirstPiece).build();
        Call call = new Call(config().setShortFirstPiece(shortFirstPiece));
        Random random = new Random(60);
        int at = 0;
        while (at < TEXT.length()) {
            int end = TEXT.offsetByCodePoints(at, Math.min(1 + random.nextInt(9), TEXT.codePointCount(at,
                    TEXT.length())));
            call.push(TEXT.substring(at, end));
            at = end;
        }
        call.requests.onCompleted();

        Speech spoken = Speech.of(call.readToTheEnd());

        Speech unary = Speech.of(server.stub().synthesize(whole));
        unary.assertSameAs(spoken);
        assertThat(spoken.receipt().getCoverage()).isEqualTo(unary.receipt().getCoverage());
    }

    @Test
    void aSentenceIsHeardBeforeTheTextIsOver() throws InterruptedException {
        Call call = new Call(config());
        call.push("Good morning to you all. The");

        assertThat(call.read().hasDescription()).isTrue();
        assertThat(call.read().getAudioContent().size()).isPositive();

        call.requests.onCompleted();
        assertThat(call.readToTheEnd().getLast().getReceipt().getCoverage().getSpokenCount()).isEqualTo(2);
    }

    @Test
    void aFlushSpeaksWhatIsThere() throws InterruptedException {
        Call call = new Call(config());
        call.push("Hold on");
        call.requests.onNext(StreamingSynthesizeRequest.newBuilder().setFlush(StreamingFlush.getDefaultInstance())
                .build());

        assertThat(call.read().hasDescription()).isTrue();
        assertThat(call.read().getAudioContent().size()).isPositive();
        call.requests.onCompleted();
        call.readToTheEnd();
    }

    @Test
    void soDoesTheIdleTime() throws InterruptedException {
        Call call = new Call(config().setIdleFlushMillis(20));
        call.push("Hold on");

        assertThat(call.read().hasDescription()).isTrue();
        assertThat(call.read().getAudioContent().size()).isPositive();
        call.requests.onCompleted();
        call.readToTheEnd();
    }

    @Test
    void cancellingEndsTheWorkAndFreesThePlace() throws InterruptedException {
        Call call = new Call(config());
        call.push("Good morning to you all. ".repeat(40));
        assertThat(call.read().hasDescription()).isTrue();
        assertThat(call.read().getAudioContent().size()).isPositive();

        call.requests.cancel("barge-in", null);

        assertThat(call.ended.orTimeout(30, TimeUnit.SECONDS).join().getCode()).isEqualTo(Status.Code.CANCELLED);
        while (server.requestsUnderWay() > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whatComesOutOfOrderIsRefusedByName() {
        Call withoutConfig = new Call();
        withoutConfig.push("Hello.");
        Call empty = new Call();
        empty.requests.onCompleted();
        Call twice = new Call(config());
        twice.requests.onNext(StreamingSynthesizeRequest.newBuilder().setStreamingConfig(config()).build());
        Call negative = new Call(config().setIdleFlushMillis(-1));

        for (Call call : List.of(withoutConfig, empty, twice, negative)) {
            Status status = call.ended.orTimeout(30, TimeUnit.SECONDS).join();
            assertThat(status.getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
            assertThat(status.getDescription()).contains("streaming_config");
        }
    }

    private static StreamingSynthesizeConfig.Builder config() {
        return StreamingSynthesizeConfig.newBuilder().setSeed(60)
                .setAudioConfig(AudioConfig.newBuilder().setAudioEncoding(AudioEncoding.AUDIO_ENCODING_PCM));
    }

    /** A call of the client. */
    private final class Call implements ClientResponseObserver<StreamingSynthesizeRequest, StreamSynthesizeResponse> {

        private final BlockingQueue<StreamSynthesizeResponse> parts = new LinkedBlockingQueue<>();
        private final CompletableFuture<Status> ended = new CompletableFuture<>();
        private final ClientCallStreamObserver<StreamingSynthesizeRequest> requests;

        Call() {
            requests = (ClientCallStreamObserver<StreamingSynthesizeRequest>) server.asyncStub()
                    .streamingSynthesize(this);
        }

        Call(StreamingSynthesizeConfig.Builder config) {
            this();
            requests.onNext(StreamingSynthesizeRequest.newBuilder().setStreamingConfig(config).build());
        }

        void push(String piece) {
            requests.onNext(StreamingSynthesizeRequest.newBuilder()
                    .setInput(StreamingSynthesisInput.newBuilder().setText(piece)).build());
        }

        StreamSynthesizeResponse read() throws InterruptedException {
            return Objects.requireNonNull(parts.poll(30, TimeUnit.SECONDS), "no message within half a minute");
        }

        List<StreamSynthesizeResponse> readToTheEnd() throws InterruptedException {
            List<StreamSynthesizeResponse> all = new ArrayList<>();
            do {
                all.add(read());
            } while (!all.getLast().hasReceipt());
            return all;
        }

        @Override
        public void beforeStart(ClientCallStreamObserver<StreamingSynthesizeRequest> requestStream) {}

        @Override
        public void onNext(StreamSynthesizeResponse part) {
            parts.add(part);
        }

        @Override
        public void onError(Throwable problem) {
            ended.complete(Status.fromThrowable(problem));
        }

        @Override
        public void onCompleted() {
            ended.complete(Status.OK);
        }
    }
}
