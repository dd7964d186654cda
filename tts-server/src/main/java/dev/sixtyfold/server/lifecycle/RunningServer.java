package dev.sixtyfold.server.lifecycle;

import static java.lang.System.Logger.Level.INFO;

import dev.sixtyfold.server.caller.Callers;
import dev.sixtyfold.server.engine.Engine;
import dev.sixtyfold.server.grpc.Access;
import dev.sixtyfold.server.grpc.GrpcServer;
import dev.sixtyfold.server.http.HealthEndpoint;
import dev.sixtyfold.server.verification.VerificationService;
import dev.sixtyfold.text.lexicon.Lexicons;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A server that answers on both ports, until {@link #shutDown}. */
public final class RunningServer {

    private static final System.Logger LOG = System.getLogger(RunningServer.class.getName());

    private final GrpcServer grpc;
    private final HealthEndpoint http;
    private final AtomicBoolean ready;
    private final ServerConfig config;

    private RunningServer(GrpcServer grpc, HealthEndpoint http, AtomicBoolean ready, ServerConfig config) {
        this.grpc = grpc;
        this.http = http;
        this.ready = ready;
        this.config = config;
    }

    /**
     * Listens on both ports.
     *
     * @throws IOException
     *             if one of them cannot be bound, with the key of the configuration in the message; nothing listens then
     */
    public static RunningServer start(ServerConfig config, Engine engine) throws IOException {
        return start(config, engine, Lexicons.NONE, Optional.empty());
    }

    /**
     * The same with lexicons that hold for all requests, and for recordings that may be watermarked.
     *
     * @throws IOException
     *             as above
     */
    public static RunningServer start(ServerConfig config, Engine engine, Lexicons lexicons,
            Optional<VerificationService> verification) throws IOException {
        ListenConfig listen = config.listen();
        Access access = new Access(new Callers(config.callers()), verification);
        AtomicBoolean ready = new AtomicBoolean();
        HealthEndpoint http = bind("http-port", listen, listen.httpPort(), socket -> HealthEndpoint.start(socket,
                ready::get));
        try {
            GrpcServer grpc = bind("grpc-port", listen, listen.grpcPort(), socket -> GrpcServer.start(socket, config
                    .grpc(), config.limits(), engine, lexicons, access));
            ready.set(true);
            return new RunningServer(grpc, http, ready, config);
        } catch (IOException | RuntimeException e) {
            http.close();
            throw e;
        }
    }

    /** {@code HOST:PORT} of the gRPC port. */
    public String grpcAddress() {
        return address(config.listen(), grpc.port());
    }

    /** {@code HOST:PORT} of the HTTP port. */
    public String httpAddress() {
        return address(config.listen(), http.port());
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
        LOG.log(INFO, "stopped");
    }

    private static <S> S bind(String key, ListenConfig listen, int port, Listener<S> listener) throws IOException {
        try {
            return listener.listen(listen.socket(port));
        } catch (IOException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new IOException("listen." + key + ": cannot listen on " + address(listen, port) + " (" + reason
                    .getMessage() + ")", e);
        }
    }

    private static String address(ListenConfig listen, int port) {
        return (listen.address().contains(":") ? "[" + listen.address() + "]" : listen.address()) + ":" + port;
    }

    @FunctionalInterface
    private interface Listener<S> {
        S listen(InetSocketAddress socket) throws IOException;
    }
}
