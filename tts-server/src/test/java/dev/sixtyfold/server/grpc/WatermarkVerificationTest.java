package dev.sixtyfold.server.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.rpc.BadRequest;
import dev.sixtyfold.proto.v1.SearchEffort;
import dev.sixtyfold.proto.v1.TextToSpeechGrpc;
import dev.sixtyfold.proto.v1.VerifyRequest;
import dev.sixtyfold.proto.v1.VerifyResponse;
import dev.sixtyfold.proto.v1.VerifyStreamRequest;
import dev.sixtyfold.proto.v1.WatermarkVerdict;
import dev.sixtyfold.proto.v1.WatermarkVerificationGrpc;
import dev.sixtyfold.proto.v1.WatermarkVerificationGrpc.WatermarkVerificationBlockingStub;
import dev.sixtyfold.proto.v1.WatermarkVerificationGrpc.WatermarkVerificationStub;
import dev.sixtyfold.server.audit.AuditFinding.Recorded;
import dev.sixtyfold.server.audit.AuditResult;
import dev.sixtyfold.server.audit.AuditedRequest;
import dev.sixtyfold.server.audit.Outcome;
import dev.sixtyfold.server.audit.Requester;
import dev.sixtyfold.server.audit.Way;
import dev.sixtyfold.server.caller.CallerConfig;
import dev.sixtyfold.server.caller.Callers;
import dev.sixtyfold.server.caller.Right;
import dev.sixtyfold.server.caller.StandingLexicons;
import dev.sixtyfold.server.engine.ToneEngine;
import dev.sixtyfold.server.verification.Recordings;
import dev.sixtyfold.server.verification.VerificationConfig;
import dev.sixtyfold.server.verification.VerificationService;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.watermark.key.WatermarkKey;
import dev.sixtyfold.watermark.pattern.Origin;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class WatermarkVerificationTest {

    private static final WatermarkKey KEY = WatermarkKey.parse("60".repeat(32));
    private static final RequestId ID = RequestId.parse("0badcafe");
    /** The hashes of "key" and "other", by sha256sum. */
    private static final List<CallerConfig> CALLERS = List.of(new CallerConfig("alice",
            "2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683", List.of(Right.VERIFY)),
            new CallerConfig("root", "d9298a10d1b0735837dc4bd85dac641b0f3cef27a47e5d53a54f2f3f5b2fcffa", List.of(
                    Right.VERIFY, Right.VERIFY_EXACT, Right.AUDIT)));

    private GrpcServer server;
    private ManagedChannel channel;

    @BeforeEach
    void start() throws IOException {
        Recorded record = new Recorded(new AuditedRequest(ID, new Requester("carol", Way.GRPC), Instant.EPOCH, 16_000,
                Optional.empty()), KEY.id().value(),
                new AuditResult(Outcome.FINISHED, Instant.EPOCH, Duration
                        .ofSeconds(4), 0));
        VerificationConfig config = new VerificationConfig(64 << 20, 600, 30, 600, 1, Duration.ofMillis(300));
        server = GrpcServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), GrpcConfig.DEFAULTS,
                LimitsConfig.DEFAULTS, new ToneEngine(), StandingLexicons.NONE,
                new Access(new Callers(CALLERS), Optional.of(
                        new VerificationService(config, List.of(KEY), id -> record))));
        channel = NettyChannelBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()))
                .usePlaintext().build();
    }

    @AfterEach
    void stop() throws InterruptedException {
        channel.shutdownNow();
        server.shutDown(Duration.ZERO);
    }

    @Test
    void whatACallerSeesDependsOnItsRights() {
        VerifyRequest request = clip(Recordings.marked(4, KEY, ID, Origin.ISSUED));

        VerifyResponse coarse = stub("key").verify(request);
        VerifyResponse all = stub("other").verify(request);

        assertThat(coarse).isEqualTo(VerifyResponse.newBuilder().setVerdict(
                WatermarkVerdict.WATERMARK_VERDICT_WATERMARKED).setRequestId("0badcafe").setAudioSeconds(4).build());
        assertThat(all.getEvidence().getSpansList()).singleElement().satisfies(span -> assertThat(span.getRequestId())
                .isEqualTo("0badcafe"));
        assertThat(all.getEvidence().getPValue()).isLessThan(1e-6);
        assertThat(all.getRecord().getCaller()).isEqualTo("carol");
    }

    @Test
    void aRecordingInPiecesOfAnySizeIsTheSame() throws Exception {
        byte[] file = Recordings.marked(4, KEY, ID, Origin.CHOSEN);

        VerifyResponse answer = upload("key", file, 4099).get();

        assertThat(answer.getRequestId()).isEqualTo("0badcafe");
        assertThat(answer.getForeign()).isTrue();
        assertThat(answer.getAudioSeconds()).isEqualTo(4);
    }

    @Test
    void errorsNameTheField() {
        com.google.rpc.Status details = ServerUnderTest.detailsOf(() -> stub("key").verify(clip(new byte[100])));

        assertThat(details.getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT.value());
        assertThat(details.getDetailsList()).singleElement().satisfies(detail -> assertThat(detail.unpack(
                BadRequest.class).getFieldViolations(0).getField()).isEqualTo("audio_content"));
        assertThat(ServerUnderTest.statusOf(() -> stub("key").verify(VerifyRequest.getDefaultInstance()))
                .getDescription()).contains("audio_content: has no audio in it");
        assertThat(upload("key", new byte[0], 1)).failsWithin(Duration.ofSeconds(30)).withThrowableThat()
                .withMessageContaining("audio_content: has no audio in it");
    }

    @Test
    void anUploadThatStopsInTheMiddleIsGivenUp() {
        CompletableFuture<VerifyResponse> answer = new CompletableFuture<>();
        StreamObserver<VerifyStreamRequest> upload = asyncStub("key").verifyStream(observer(answer));
        upload.onNext(piece(Recordings.unmarked(2), 0, 1000));

        assertThat(answer).failsWithin(Duration.ofSeconds(30)).withThrowableThat().withMessageContaining(
                "nothing of it has arrived for 300 ms");
    }

    @Test
    void withoutAKeyThereIsNoAnswerAndWithoutTheRightNeither() {
        assertThat(ServerUnderTest.statusOf(() -> WatermarkVerificationGrpc.newBlockingStub(channel).verify(clip(
                Recordings.unmarked(1)))).getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
        assertThat(ServerUnderTest.statusOf(() -> TextToSpeechGrpc.newBlockingStub(channel).synthesize(ServerUnderTest
                .text("Hello."))).getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
        assertThat(ServerUnderTest.statusOf(() -> TextToSpeechGrpc.newBlockingStub(channel).withInterceptors(
                MetadataUtils.newAttachHeadersInterceptor(headers("key"))).synthesize(ServerUnderTest.text("Hello.")))
                .getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
    }

    private CompletableFuture<VerifyResponse> upload(String key, byte[] file, int pieceBytes) {
        CompletableFuture<VerifyResponse> answer = new CompletableFuture<>();
        StreamObserver<VerifyStreamRequest> upload = asyncStub(key).verifyStream(observer(answer));
        for (int at = 0; at < file.length; at += pieceBytes) {
            upload.onNext(piece(file, at, Math.min(pieceBytes, file.length - at)));
        }
        upload.onCompleted();
        return answer;
    }

    private static VerifyStreamRequest piece(byte[] file, int from, int length) {
        return VerifyStreamRequest.newBuilder().setAudioContent(ByteString.copyFrom(file, from, length))
                .setSearchEffort(
                        SearchEffort.SEARCH_EFFORT_UNCHANGED)
                .build();
    }

    private static VerifyRequest clip(byte[] file) {
        return VerifyRequest.newBuilder().setAudioContent(ByteString.copyFrom(file)).setSearchEffort(
                SearchEffort.SEARCH_EFFORT_UNCHANGED).build();
    }

    private static StreamObserver<VerifyResponse> observer(CompletableFuture<VerifyResponse> answer) {
        return new StreamObserver<>() {
            @Override
            public void onNext(VerifyResponse response) {
                answer.complete(response);
            }

            @Override
            public void onError(Throwable problem) {
                answer.completeExceptionally(problem);
            }

            @Override
            public void onCompleted() {}
        };
    }

    private WatermarkVerificationBlockingStub stub(String key) {
        return WatermarkVerificationGrpc.newBlockingStub(channel).withInterceptors(MetadataUtils
                .newAttachHeadersInterceptor(headers(key)));
    }

    private WatermarkVerificationStub asyncStub(String key) {
        return WatermarkVerificationGrpc.newStub(channel).withInterceptors(MetadataUtils.newAttachHeadersInterceptor(
                headers(key)));
    }

    private static Metadata headers(String key) {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + key);
        return headers;
    }
}
