package dev.sixtyfold.server.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/**
 * The HTTP port: {@code GET /healthz} says that the process lives, {@code GET /readyz} whether it takes requests (200 or
 * 503).
 */
public final class HealthEndpoint implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService exchanges = Executors.newVirtualThreadPerTaskExecutor();

    private HealthEndpoint(HttpServer server, BooleanSupplier ready) {
        this.server = server;
        server.setExecutor(exchanges);
        server.createContext("/", exchange -> answer(exchange, 404, "there is only /healthz and /readyz"));
        server.createContext("/healthz", exchange -> answer(exchange, 200, "alive"));
        server.createContext("/readyz", exchange -> {
            boolean isReady = ready.getAsBoolean();
            answer(exchange, isReady ? 200 : 503, isReady ? "ready" : "not ready");
        });
    }

    /**
     * Listens on {@code address}.
     *
     * @throws IOException
     *             if the address cannot be bound
     */
    public static HealthEndpoint start(InetSocketAddress address, BooleanSupplier ready) throws IOException {
        HealthEndpoint endpoint = new HealthEndpoint(HttpServer.create(address, 0), ready);
        endpoint.server.start();
        return endpoint;
    }

    /** The real one, where port 0 was asked for. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        exchanges.shutdown();
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            boolean withBody = !exchange.getRequestMethod().equals("HEAD");
            if (!exchange.getRequestMethod().equals("GET") && withBody) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            byte[] body = (text + "\n").getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=us-ascii");
            exchange.sendResponseHeaders(status, withBody ? body.length : -1);
            if (withBody) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
