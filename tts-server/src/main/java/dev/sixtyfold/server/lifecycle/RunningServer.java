package dev.sixtyfold.server.lifecycle;

import static java.lang.System.Logger.Level.INFO;

import dev.sixtyfold.server.caller.Callers;
import dev.sixtyfold.server.caller.StandingLexicons;
import dev.sixtyfold.server.engine.Engine;
import dev.sixtyfold.server.grpc.Access;
import dev.sixtyfold.server.grpc.CallWatch;
import dev.sixtyfold.server.grpc.GrpcServer;
import dev.sixtyfold.server.http.HealthEndpoint;
import dev.sixtyfold.server.metrics.MetricsEndpoint;
import dev.sixtyfold.server.metrics.ServerMetrics;
import dev.sixtyfold.server.verification.VerificationService;
import dev.sixtyfold.watermark.detect.Verdict;
import io.grpc.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A server that answers on its ports, until {@link #shutDown}. */
public final class RunningServer {

    private static final System.Logger LOG = System.getLogger(RunningServer.class.getName());

    private final GrpcServer grpc;
    private final HealthEndpoint http;
    private final Optional<MetricsEndpoint> metrics;
    private final AtomicBoolean ready;
    private final ServerConfig config;

    private RunningServer(GrpcServer grpc, HealthEndpoint http, Optional<MetricsEndpoint> metrics, AtomicBoolean ready,
            ServerConfig config) {
        this.grpc = grpc;
        this.http = http;
        this.metrics = metrics;
        this.ready = ready;
        this.config = config;
    }

    /**
     * Listens on the ports that the configuration has.
     *
     * @throws IOException
     *             if one of them cannot be bound, with the key of the configuration in the message; nothing listens then
     */
    public static RunningServer start(ServerConfig config, Engine engine) throws IOException {
        return start(config, engine, StandingLexicons.NONE, Optional.empty());
    }

    /**
     * The same with lexicons that hold without being asked for, and for recordings that may be watermarked.
     *
     * @throws IOException
     *             as above
     */
    public static RunningServer start(ServerConfig config, Engine engine, StandingLexicons lexicons,
            Optional<VerificationService> verification) throws IOException {
        ListenConfig listen = config.listen();
        AtomicBoolean ready = new AtomicBoolean();
        HealthEndpoint http = bind("listen.http-port", listen.address(), listen.httpPort(),
                socket -> HealthEndpoint.start(socket, ready::get));
        Optional<MetricsEndpoint> metrics = Optional.empty();
        try {
            Optional<ServerMetrics> counted = config.metrics().enabled()
                    ? Optional.of(new ServerMetrics())
                    : Optional.empty();
            if (counted.isPresent()) {
                metrics = Optional.of(bind("metrics.port", config.metrics().address(), config.metrics().port(),
                        socket -> MetricsEndpoint.start(socket, counted.get())));
            }
            Engine speaking = counted.map(all -> all.measured(engine)).orElse(engine);
            Access access = new Access(new Callers(config.callers()), verification, counted.<CallWatch>map(
                    CountedCalls::new).orElse(CallWatch.NONE));
            GrpcServer grpc = bind("listen.grpc-port", listen.address(), listen.grpcPort(),
                    socket -> GrpcServer.start(socket, config.grpc(), config.limits(), speaking, lexicons, access));
            ready.set(true);
            return new RunningServer(grpc, http, metrics, ready, config);
        } catch (IOException | RuntimeException e) {
            http.close();
            metrics.ifPresent(MetricsEndpoint::close);
            throw e;
        }
    }

    private record CountedCalls(ServerMetrics metrics) implements CallWatch {

        @Override
        public void ended(String method, Status.Code status) {
            metrics.called(method, status.name());
        }

        @Override
        public void verified(Verdict verdict) {
            metrics.verified(verdict);
        }
    }

    /** {@code HOST:PORT} of the gRPC port. */
    public String grpcAddress() {
        return address(config.listen().address(), grpc.port());
    }

    /** {@code HOST:PORT} of the HTTP port. */
    public String httpAddress() {
        return address(config.listen().address(), http.port());
    }

    /** {@code HOST:PORT} of the metrics, if they are counted. */
    public Optional<String> metricsAddress() {
        return metrics.map(endpoint -> address(config.metrics().address(), endpoint.port()));
    }

    /**
     * Refuses new calls, lets those under way finish for as long as the configuration grants, and returns when nothing
     * runs any more.
     */
    public void shutDown() throws InterruptedException {
        Duration grace = config.shutdown().grace();
        LOG.log(INFO, "shutting down: new calls are refused, streams have {0} s to finish", grace.toSeconds());
        ready.set(false);
        grpc.shutDown(grace);
        http.close();
        metrics.ifPresent(MetricsEndpoint::close);
        LOG.log(INFO, "stopped");
    }

    private static <S> S bind(String key, String address, int port, Listener<S> listener) throws IOException {
        try {
            return listener.listen(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new IOException(key + ": cannot listen on " + address(address, port) + " (" + reason.getMessage()
                    + ")", e);
        }
    }

    private static String address(String host, int port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    @FunctionalInterface
    private interface Listener<S> {
        S listen(InetSocketAddress socket) throws IOException;
    }
}
