package dev.sixtyfold.server.grpc;

import dev.sixtyfold.proto.v1.TextToSpeechGrpc;
import dev.sixtyfold.proto.v1.WatermarkVerificationGrpc;
import dev.sixtyfold.server.caller.StandingLexicons;
import dev.sixtyfold.server.engine.Engine;
import io.grpc.BindableService;
import io.grpc.CompressorRegistry;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerInterceptors;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The gRPC port: the services, health and reflection. */
public final class GrpcServer {

    private final Server server;
    private final ExecutorService calls;
    private final ReaderPatience patience;
    private final CallGate gate;
    private final HealthStatusManager health;

    private GrpcServer(ServerBuilder<?> builder, Engine engine, LimitsConfig limits, StandingLexicons lexicons,
            Access access) {
        this.calls = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("grpc-call-", 0).factory());
        this.patience = new ReaderPatience(limits.stalledReader(), calls);
        this.gate = new CallGate();
        this.health = new HealthStatusManager();
        BindableService service = new TextToSpeechService(engine, limits, lexicons, calls, patience);
        CallerInterceptor callers = new CallerInterceptor(access.callers());
        WatchedCalls watched = new WatchedCalls(access.watch());
        access.verification().ifPresent(verification -> builder.addService(ServerInterceptors.intercept(
                new WatermarkVerificationService(verification, calls, access.watch()), callers, gate, watched)));
        this.server = builder
                .executor(calls)
                // Noise-like samples do not shrink, and a compressor would hold back the first of them.
                .compressorRegistry(CompressorRegistry.newEmptyInstance())
                .addService(
                        ServerInterceptors.intercept(service, new CallTrailers.Interceptor(), new OverloadGate(engine),
                                callers, gate, watched))
                .addService(health.getHealthService())
                .addService(ProtoReflectionServiceV1.newInstance())
                .build();
    }

    /**
     * A server that listens on {@code address}.
     *
     * @throws IOException
     *             if the address cannot be bound
     */
    public static GrpcServer start(InetSocketAddress address, GrpcConfig config, LimitsConfig limits, Engine engine)
            throws IOException {
        return start(address, config, limits, engine, StandingLexicons.NONE, Access.SPEECH_FOR_ALL);
    }

    /**
     * The same with lexicons that hold without being asked for, for certain callers.
     *
     * @throws IOException
     *             if the address cannot be bound
     */
    public static GrpcServer start(InetSocketAddress address, GrpcConfig config, LimitsConfig limits, Engine engine,
            StandingLexicons lexicons, Access access) throws IOException {
        return start(NettyServerBuilder.forAddress(address)
                .maxConcurrentCallsPerConnection(config.maxCallsPerConnection())
                .maxInboundMessageSize(config.maxMessageBytes())
                .maxInboundMetadataSize(config.maxMetadataBytes())
                .keepAliveTime(config.keepaliveTime().toMillis(), TimeUnit.MILLISECONDS)
                .keepAliveTimeout(config.keepaliveTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .permitKeepAliveTime(config.shortestClientKeepalive().toMillis(), TimeUnit.MILLISECONDS)
                .permitKeepAliveWithoutCalls(true), limits, engine, lexicons, access);
    }

    /** A server on any transport. */
    static GrpcServer start(ServerBuilder<?> transport, LimitsConfig limits, Engine engine, StandingLexicons lexicons,
            Access access) throws IOException {
        GrpcServer started = new GrpcServer(transport, engine, limits, lexicons, access);
        started.server.start();
        started.health.setStatus(TextToSpeechGrpc.SERVICE_NAME, ServingStatus.SERVING);
        access.verification().ifPresent(verification -> started.health.setStatus(
                WatermarkVerificationGrpc.SERVICE_NAME, ServingStatus.SERVING));
        return started;
    }

    /** The real one, where port 0 was asked for. */
    public int port() {
        return server.getPort();
    }

    /**
     * Refuses new calls and lets those under way finish; health says NOT_SERVING. After {@code grace} what is left is
     * cancelled.
     */
    public void shutDown(Duration grace) throws InterruptedException {
        if (gate.shut()) {
            health.enterTerminalState();
        }
        server.shutdown();
        if (!server.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
            server.shutdownNow();
            server.awaitTermination(5, TimeUnit.SECONDS);
        }
        patience.close();
        calls.shutdown();
    }
}
