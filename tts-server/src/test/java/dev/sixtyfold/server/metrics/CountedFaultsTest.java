package dev.sixtyfold.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sixtyfold.proto.v1.StreamSynthesizeResponse;
import dev.sixtyfold.proto.v1.SynthesisInput;
import dev.sixtyfold.proto.v1.SynthesizeRequest;
import dev.sixtyfold.proto.v1.TextToSpeechGrpc;
import dev.sixtyfold.proto.v1.TextToSpeechGrpc.TextToSpeechBlockingStub;
import dev.sixtyfold.server.audit.AuditResult;
import dev.sixtyfold.server.audit.AuditTrail;
import dev.sixtyfold.server.engine.Stamping;
import dev.sixtyfold.server.engine.ToneEngine;
import dev.sixtyfold.server.grpc.GrpcConfig;
import dev.sixtyfold.server.grpc.LimitsConfig;
import dev.sixtyfold.server.lifecycle.ListenConfig;
import dev.sixtyfold.server.lifecycle.RunningServer;
import dev.sixtyfold.server.lifecycle.ServerConfig;
import dev.sixtyfold.server.storage.Home;
import dev.sixtyfold.speech.SynthesisException;
import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.Deadline;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of requests that go wrong, and that each way is seen in the metrics. */
@Timeout(60)
class CountedFaultsTest {

    private static final int ENDLESS = 1_000_000;
    private static final String SECRET = "A text that is nobody's business.";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ToneEngine engine = new ToneEngine();
    private @Nullable RunningServer server;
    private @Nullable ManagedChannel channel;

    @AfterEach
    void stop() throws InterruptedException {
        if (channel != null) {
            channel.shutdownNow();
        }
        if (server != null) {
            server.shutDown();
        }
        http.close();
    }

    @Test
    void aRequestThatGoesWellIsCountedWithItsTimesAndNothingOfItsText() throws Exception {
        start(engine, Duration.ofMinutes(1));
        stub().streamSynthesize(request()).forEachRemaining(part -> {});

        awaitMetric("sixtyfold_calls_total{method=\"StreamSynthesize\",status=\"OK\"} 1.0");
        awaitMetric("sixtyfold_requests_total{lane=\"live\",outcome=\"finished\"} 1.0");
        assertThat(metrics()).contains("sixtyfold_audio_seconds_total{lane=\"live\"} 0.5",
                "sixtyfold_first_audio_seconds_bucket{lane=\"live\",le=\"0.01\"} 1",
                "sixtyfold_queue_wait_seconds_count{lane=\"live\"} 1",
                "sixtyfold_stage_seconds_total{lane=\"live\",stage=\"vocoder\"}",
                "sixtyfold_streams{lane=\"live\"} 0.0",
                "sixtyfold_refused_total{reason=\"first_audio\"} 0.0",
                "sixtyfold_refused_total{reason=\"unread\"} 0.0", "jvm_memory_used_bytes",
                "jvm_threads_live_threads")
                .doesNotContain("nobody");
    }

    @Test
    void figuresThatAreLookedAtOutliveAGarbageCollection() throws Exception {
        start(engine, Duration.ofMinutes(1));
        System.gc();
        assertThat(metrics()).contains("sixtyfold_streams{lane=\"live\"} 0.0", "sixtyfold_compute_threads 1.0")
                .doesNotContain("NaN");
    }

    @Test
    void aClientThatCancelsIsCounted() throws Exception {
        start(engine.withChunks(ENDLESS), Duration.ofMinutes(1));
        CancellableContext client = Context.current().withCancellation();
        client.run(() -> stub().streamSynthesize(request()).next());
        client.cancel(null);

        assertThat(engine.firstStreamClosed().await(30, TimeUnit.SECONDS)).isTrue();
        awaitMetric("sixtyfold_calls_total{method=\"StreamSynthesize\",status=\"CANCELLED\"} 1.0");
        awaitMetric("sixtyfold_requests_total{lane=\"live\",outcome=\"cancelled\"} 1.0");
    }

    @Test
    void aConnectionThatIsHalfOpenIsNoticedAndItsStreamEnded() throws Exception {
        GrpcConfig watchful = new GrpcConfig(100, 1 << 20, 8 << 10, Duration.ofMillis(500), Duration.ofSeconds(5),
                Duration.ofSeconds(10));
        RunningServer started = RunningServer.start(config(Duration.ofMinutes(1), watchful),
                engine.withChunks(ENDLESS));
        server = started;
        int port = port(started.grpcAddress());
        try (FreezingLink link = new FreezingLink(port)) {
            Iterator<StreamSynthesizeResponse> stream = stub(link.port()).streamSynthesize(request());
            stream.next();
            link.freeze();

            assertThat(engine.firstStreamClosed().await(30, TimeUnit.SECONDS)).isTrue();
            awaitMetric("sixtyfold_calls_total{method=\"StreamSynthesize\",status=\"CANCELLED\"} 1.0");
            awaitMetric("sixtyfold_requests_total{lane=\"live\",outcome=\"cancelled\"} 1.0");
        }
    }

    @Test
    void aReaderWhoStallsIsCounted() throws Exception {
        start(engine.withChunks(ENDLESS), Duration.ofMillis(100));
        Iterator<StreamSynthesizeResponse> stream = stub().streamSynthesize(request());
        stream.next();

        assertThat(engine.firstStreamClosed().await(30, TimeUnit.SECONDS)).isTrue();
        awaitMetric("sixtyfold_calls_total{method=\"StreamSynthesize\",status=\"ABORTED\"} 1.0");
    }

    /** The client's deadline is a little earlier than the server's, so the work waits for both. */
    @Test
    void aDeadlineThatPassesIsCounted() throws Exception {
        start(engine.withChunks(ENDLESS).onChunk(index -> {
            Deadline deadline = Context.current().getDeadline();
            while (deadline != null && !deadline.isExpired()) {
                LockSupport.parkNanos(1_000_000);
            }
        }), Duration.ofMinutes(1));
        assertThat(statusOf(() -> stub().withDeadlineAfter(Duration.ofMillis(300)).synthesize(request()))).isEqualTo(
                Status.Code.DEADLINE_EXCEEDED);
        awaitMetric("sixtyfold_requests_total{lane=\"live\",outcome=\"deadline_exceeded\"} 1.0");
        awaitMetric("sixtyfold_calls_total{method=\"Synthesize\",status=\"DEADLINE_EXCEEDED\"} 1.0");
    }

    @Test
    void aFloodIsRefusedAndCounted() throws Exception {
        start(engine.onOpen(request -> {
            throw new SynthesisException.Overloaded("full", Duration.ofSeconds(1));
        }), Duration.ofMinutes(1));
        assertThat(statusOf(() -> stub().synthesize(request()))).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        awaitMetric("sixtyfold_requests_total{lane=\"live\",outcome=\"refused\"} 1.0");
        awaitMetric("sixtyfold_calls_total{method=\"Synthesize\",status=\"RESOURCE_EXHAUSTED\"} 1.0");
        engine.onAttempt(caller -> {
            throw new SynthesisException.Overloaded("full", Duration.ofSeconds(1));
        });
        assertThat(statusOf(() -> stub().synthesize(request()))).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        awaitMetric("sixtyfold_calls_total{method=\"Synthesize\",status=\"RESOURCE_EXHAUSTED\"} 2.0");
        awaitMetric("sixtyfold_requests_total{lane=\"live\",outcome=\"refused\"} 1.0");
    }

    @Test
    void aStageThatThrowsEndsItsRequestAloneAndIsCounted() throws Exception {
        start(engine.onChunk(index -> {
            if (index == 2) {
                throw new SynthesisException.StageFailed("broken", new IllegalStateException(SECRET));
            }
        }), Duration.ofMinutes(1));
        assertThat(statusOf(() -> stub().synthesize(request()))).isEqualTo(Status.Code.INTERNAL);
        engine.onChunk(index -> {});
        assertThat(stub().synthesize(request()).getAudioContent().size()).isPositive();
        awaitMetric("sixtyfold_requests_total{lane=\"live\",outcome=\"failed\"} 1.0");
        awaitMetric("sixtyfold_requests_total{lane=\"live\",outcome=\"finished\"} 1.0");
        awaitMetric("sixtyfold_calls_total{method=\"Synthesize\",status=\"INTERNAL\"} 1.0");
    }

    @Test
    void aRequestThatRunsOutOfMemoryIsCounted() throws Exception {
        start(engine.onChunk(index -> {
            throw new SynthesisException.Overloaded("not enough memory", Duration.ofSeconds(5));
        }), Duration.ofMinutes(1));
        assertThat(statusOf(() -> stub().synthesize(request()))).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        awaitMetric("sixtyfold_requests_total{lane=\"live\",outcome=\"out_of_memory\"} 1.0");
    }

    @Test
    void recordsThatCannotBeKeptAreCounted() throws Exception {
        Stamping nobody = Stamping.forNobody();
        start(new ToneEngine(new Stamping(nobody.ids(), nobody.stage(), request -> new FullDisk(), nobody.records(),
                () -> {})), Duration.ofMinutes(1));
        assertThat(statusOf(() -> stub().synthesize(request()))).isEqualTo(Status.Code.UNAVAILABLE);
        awaitMetric("sixtyfold_requests_total{lane=\"live\",outcome=\"records_unavailable\"} 1.0");
    }

    private record FullDisk() implements AuditTrail.Recording {
        @Override
        public void awaitWritten() {
            throw new SynthesisException.RecordsUnavailable("no room", new IOException());
        }

        @Override
        public void end(AuditResult result) {}
    }

    @Test
    void onlyMetricsAreOnTheirPort() throws Exception {
        start(engine, Duration.ofMinutes(1));
        assertThat(get("/healthz").statusCode()).isEqualTo(404);
        assertThat(get("/metrics").headers().firstValue("Content-Type").orElseThrow()).startsWith(
                "text/plain; version=0.0.4");
        assertThat(http.send(HttpRequest.newBuilder(uri("/metrics")).POST(HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    @Test
    void withoutBeingAskedForThereIsNoSuchPort() throws Exception {
        server = RunningServer.start(ServerConfig.defaults(new Home(Path.of("home"))).withListen(new ListenConfig(
                "127.0.0.1", 0, 0)), engine);
        assertThat(server.metricsAddress()).isEmpty();
    }

    @Test
    void aPortOfMetricsThatIsTakenIsNamed() throws Exception {
        RunningServer first = start(engine, Duration.ofMinutes(1));
        int taken = port(first.metricsAddress().orElseThrow());
        ServerConfig config = config(Duration.ofMinutes(1));
        assertThatThrownBy(() -> RunningServer.start(config.withMetrics(config.metrics().on(taken)), new ToneEngine()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("metrics.port: cannot listen on 127.0.0.1:" + taken);
    }

    private RunningServer start(ToneEngine tones, Duration stalledReader) throws IOException {
        RunningServer started = RunningServer.start(config(stalledReader), tones);
        server = started;
        return started;
    }

    private static ServerConfig config(Duration stalledReader) {
        return config(stalledReader, GrpcConfig.DEFAULTS);
    }

    private static ServerConfig config(Duration stalledReader, GrpcConfig grpc) {
        ServerConfig defaults = ServerConfig.defaults(new Home(Path.of("home")));
        return new ServerConfig(new ListenConfig("127.0.0.1", 0, 0),
                grpc,
                new LimitsConfig(5_000, 65_536, 1 << 20, stalledReader), defaults.shutdown(), defaults.state(),
                defaults.engine(), defaults.text(), defaults.verification(), MetricsConfig.DEFAULTS.on(0), List.of());
    }

    private TextToSpeechBlockingStub stub() {
        return stub(port(started().grpcAddress()));
    }

    private TextToSpeechBlockingStub stub(int port) {
        ManagedChannel open = channel;
        if (open == null) {
            open = NettyChannelBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .usePlaintext().flowControlWindow(65_536).build();
            channel = open;
        }
        return TextToSpeechGrpc.newBlockingStub(open);
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private RunningServer started() {
        return Objects.requireNonNull(server);
    }

    private static SynthesizeRequest request() {
        return SynthesizeRequest.newBuilder().setInput(SynthesisInput.newBuilder().setText(SECRET)).build();
    }

    private static Status.Code statusOf(ThrowingCallable call) {
        return catchThrowableOfType(StatusRuntimeException.class, call).getStatus().getCode();
    }

    /** Until the line is there: calls are counted when they end, which a client may see a little earlier. */
    private void awaitMetric(String line) throws Exception {
        while (!metrics().contains(line + "\n")) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    private String metrics() throws Exception {
        HttpResponse<String> response = get("/metrics");
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://" + started().metricsAddress().orElseThrow() + path);
    }
}
