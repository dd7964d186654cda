package dev.sixtyfold.server.grpc;

import static dev.sixtyfold.server.grpc.ServerUnderTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.proto.v1.ListVoicesRequest;
import dev.sixtyfold.proto.v1.StreamSynthesizeResponse;
import dev.sixtyfold.proto.v1.StreamSynthesizeResponse.PartCase;
import dev.sixtyfold.proto.v1.StreamingSynthesisInput;
import dev.sixtyfold.proto.v1.StreamingSynthesizeConfig;
import dev.sixtyfold.proto.v1.StreamingSynthesizeRequest;
import dev.sixtyfold.proto.v1.SynthesizeRequest;
import dev.sixtyfold.proto.v1.TextToSpeechGrpc;
import dev.sixtyfold.server.engine.ToneEngine;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FlowOfAStreamTest {

    /** What the transport may hold between the server's work and a reader: a window of 64 KiB, 32 KiB of queue, slack. */
    private static final int CHUNKS_IN_TRANSIT = 40;
    private static final int ENDLESS = 1_000_000;
    private static final LimitsConfig IMPATIENT = new LimitsConfig(5_000, 65_536, 1 << 20, Duration.ofMillis(100));

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
    void theWorkStaysCloseToTheReader() throws Exception {
        engine.withChunks(500);
        SlowReader<SynthesizeRequest> reader = new SlowReader<>();
        TextToSpeechGrpc.newStub(server.channel).streamSynthesize(text("Hello."), reader);

        int received = 0;
        for (StreamSynthesizeResponse part = reader.readOne(); part.getPartCase() != PartCase.RECEIPT; part = reader
                .readOne()) {
            received++;
            assertThat(engine.chunksMade()).isLessThan(received + CHUNKS_IN_TRANSIT);
        }
        assertThat(received).isEqualTo(501);
    }

    @Test
    void cancellingStopsTheWorkAndClosesTheStream() throws Exception {
        engine.withChunks(ENDLESS);
        SlowReader<SynthesizeRequest> reader = new SlowReader<>();
        TextToSpeechGrpc.newStub(server.channel).streamSynthesize(text("Hello."), reader);
        reader.readOne();
        reader.readOne();

        reader.call.join().cancel("enough", null);

        assertThat(engine.firstStreamClosed().await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(engine.chunksMade()).isLessThan(2 + CHUNKS_IN_TRANSIT);
    }

    @Test
    void aBrokenConnectionStopsAChunkThatIsBeingMade() throws Exception {
        CountDownLatch making = new CountDownLatch(1);
        CountDownLatch broken = new CountDownLatch(1);
        engine.withChunks(ENDLESS).onChunk(index -> {
            making.countDown();
            await(broken);
        });
        SlowReader<SynthesizeRequest> reader = new SlowReader<>();
        TextToSpeechGrpc.newStub(server.channel).streamSynthesize(text("Hello."), reader);
        await(making);

        server.channel.shutdownNow();
        reader.ended.get(30, TimeUnit.SECONDS);
        broken.countDown();

        assertThat(engine.firstStreamClosed().await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(engine.chunksMade()).isLessThan(CHUNKS_IN_TRANSIT);
    }

    @Test
    void aDeadlineEndsAStreamThatNobodyReads() throws Exception {
        engine.withChunks(ENDLESS);
        SlowReader<SynthesizeRequest> reader = new SlowReader<>();
        TextToSpeechGrpc.newStub(server.channel).withDeadlineAfter(Duration.ofMillis(300)).streamSynthesize(
                text("Hello."),
                reader);

        assertThat(reader.ended.get(30, TimeUnit.SECONDS).getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
        assertThat(engine.firstStreamClosed().await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aReaderWhoStopsIsGivenUp() throws Exception {
        engine.withChunks(ENDLESS);
        try (ServerUnderTest impatient = new ServerUnderTest(engine, IMPATIENT)) {
            SlowReader<SynthesizeRequest> reader = new SlowReader<>();
            TextToSpeechGrpc.newStub(impatient.channel).streamSynthesize(text("Hello."), reader);
            reader.readOne();

            assertThat(engine.firstStreamClosed().await(30, TimeUnit.SECONDS)).isTrue();
            reader.call.join().request(CHUNKS_IN_TRANSIT);
            Status status = reader.ended.get(30, TimeUnit.SECONDS);
            assertThat(status.getCode()).isEqualTo(Status.Code.ABORTED);
            assertThat(status.getDescription()).contains("0.1 s");
        }
    }

    @Test
    void aReaderOfAGrowingTextWhoStopsIsGivenUp() throws Exception {
        engine.withChunks(ENDLESS);
        try (ServerUnderTest impatient = new ServerUnderTest(engine, IMPATIENT)) {
            SlowReader<StreamingSynthesizeRequest> reader = new SlowReader<>();
            StreamObserver<StreamingSynthesizeRequest> text = TextToSpeechGrpc.newStub(impatient.channel)
                    .streamingSynthesize(reader);
            text.onNext(StreamingSynthesizeRequest.newBuilder().setStreamingConfig(StreamingSynthesizeConfig
                    .getDefaultInstance()).build());
            text.onNext(StreamingSynthesizeRequest.newBuilder().setInput(StreamingSynthesisInput.newBuilder().setText(
                    "Hello. Is there anybody?")).build());
            reader.readOne();

            assertThat(engine.firstStreamClosed().await(30, TimeUnit.SECONDS)).isTrue();
            reader.call.join().request(CHUNKS_IN_TRANSIT);
            assertThat(reader.ended.get(30, TimeUnit.SECONDS).getCode()).isEqualTo(Status.Code.ABORTED);
        }
    }

    @Test
    void aSlowReaderWhoKeepsReadingIsNotGivenUp() throws Exception {
        engine.withChunks(200);
        try (ServerUnderTest impatient = new ServerUnderTest(engine, IMPATIENT)) {
            SlowReader<SynthesizeRequest> reader = new SlowReader<>();
            TextToSpeechGrpc.newStub(impatient.channel).streamSynthesize(text("Hello."), reader);
            while (reader.readOne().getPartCase() != PartCase.RECEIPT) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    @Test
    void shuttingDownFinishesStreamsAndRefusesNewCalls() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        engine.onChunk(index -> {
            if (index == 1) {
                await(goOn);
            }
        });
        Iterator<StreamSynthesizeResponse> stream = server.stub().streamSynthesize(text("Hello."));
        stream.next();
        stream.next();
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(this::shutDown);

        Status refusal = firstRefusal();
        goOn.countDown();

        assertThat(refusal.getCode()).isEqualTo(Status.Code.UNAVAILABLE);
        StreamSynthesizeResponse last = stream.next();
        while (stream.hasNext()) {
            last = stream.next();
        }
        assertThat(last.getReceipt().getAudioSeconds()).isEqualTo(0.5);
        stopped.get(30, TimeUnit.SECONDS);
    }

    @Test
    void whatOutlastsTheGraceIsCancelled() throws Exception {
        engine.withChunks(ENDLESS);
        SlowReader<SynthesizeRequest> reader = new SlowReader<>();
        TextToSpeechGrpc.newStub(server.channel).streamSynthesize(text("Hello."), reader);
        reader.readOne();

        server.server.shutDown(Duration.ofMillis(1));

        assertThat(engine.firstStreamClosed().await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void healthAnswersForTheServerAndTheService() {
        for (String name : new String[]{"", TextToSpeechGrpc.SERVICE_NAME}) {
            assertThat(HealthGrpc.newBlockingStub(server.channel).check(HealthCheckRequest.newBuilder().setService(name)
                    .build()).getStatus()).isEqualTo(ServingStatus.SERVING);
        }
    }

    @Test
    void reflectionNamesTheService() throws Exception {
        CompletableFuture<ServerReflectionResponse> answer = new CompletableFuture<>();
        StreamObserver<ServerReflectionRequest> questions = ServerReflectionGrpc.newStub(server.channel)
                .serverReflectionInfo(new StreamObserver<>() {
                    @Override
                    public void onNext(ServerReflectionResponse value) {
                        answer.complete(value);
                    }

                    @Override
                    public void onError(Throwable problem) {
                        answer.completeExceptionally(problem);
                    }

                    @Override
                    public void onCompleted() {}
                });
        questions.onNext(ServerReflectionRequest.newBuilder().setListServices("").build());

        assertThat(answer.get(30, TimeUnit.SECONDS).getListServicesResponse().getServiceList())
                .extracting(service -> service
                        .getName())
                .contains("sixtyfold.v1.TextToSpeech");
        questions.onCompleted();
    }

    private Status firstRefusal() {
        while (true) {
            try {
                server.stub().listVoices(ListVoicesRequest.getDefaultInstance());
            } catch (StatusRuntimeException e) {
                return e.getStatus();
            }
        }
    }

    private void shutDown() {
        try {
            server.server.shutDown(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited in vain");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a message when it is told to, and no sooner. */
    private static final class SlowReader<Q> implements ClientResponseObserver<Q, StreamSynthesizeResponse> {

        private final BlockingQueue<StreamSynthesizeResponse> parts = new LinkedBlockingQueue<>();
        private final CompletableFuture<Status> ended = new CompletableFuture<>();
        private final CompletableFuture<ClientCallStreamObserver<Q>> call = new CompletableFuture<>();

        @Override
        public void beforeStart(ClientCallStreamObserver<Q> requestStream) {
            requestStream.disableAutoRequestWithInitial(0);
            call.complete(requestStream);
        }

        StreamSynthesizeResponse readOne() throws InterruptedException {
            call.join().request(1);
            StreamSynthesizeResponse part = parts.poll(30, TimeUnit.SECONDS);
            assertThat(part).as("a message").isNotNull();
            return part;
        }

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
