package dev.sixtyfold.server.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** The port of the metrics: {@code GET /metrics} answers in Prometheus' text format. */
public final class MetricsEndpoint implements AutoCloseable {

    private final HttpServer server;
    private final ServerMetrics metrics;
    private final ExecutorService exchanges = Executors.newVirtualThreadPerTaskExecutor();

    private MetricsEndpoint(HttpServer server, ServerMetrics metrics) {
        this.server = server;
        this.metrics = metrics;
        server.setExecutor(exchanges);
        server.createContext("/", exchange -> {
            boolean isThere = exchange.getRequestURI().getPath().equals("/metrics");
            answer(exchange, isThere ? 200 : 404, isThere ? metrics::scrape : () -> "there is only /metrics\n");
        });
    }

    /**
     * Listens on {@code address}.
     *
     * @param metrics
     *            closed with the port
     * @throws IOException
     *             if the address cannot be bound
     */
    public static MetricsEndpoint start(InetSocketAddress address, ServerMetrics metrics) throws IOException {
        MetricsEndpoint endpoint = new MetricsEndpoint(HttpServer.create(address, 0), metrics);
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
        metrics.close();
    }

    private static void answer(HttpExchange exchange, int status, Supplier<String> text) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            byte[] body = text.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
