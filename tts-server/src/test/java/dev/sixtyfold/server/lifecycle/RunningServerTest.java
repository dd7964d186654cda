package dev.sixtyfold.server.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sixtyfold.server.config.ConfigReader;
import dev.sixtyfold.server.engine.ToneEngine;
import dev.sixtyfold.server.http.HealthEndpoint;
import dev.sixtyfold.server.storage.Home;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunningServerTest {

    private static final ServerConfig DEFAULTS = ServerConfig.defaults(new Home(Path.of("home")));

    @Test
    void theExampleFileSaysTheDefaults() {
        Path example = Path.of(System.getProperty("sixtyfold.root"), "tts-server", "sixtyfold.example.yaml");

        assertThat(ConfigReader.read(example, DEFAULTS)).isEqualTo(DEFAULTS);
    }

    @Test
    void itsHomeIsInTheEnvironmentOrInTheUsersCache() {
        assertThat(Home.of(Map.of("SIXTYFOLD_HOME", "/data"), Path.of("/home/a")).state())
                .isEqualTo(Path.of("/data/state"));
        assertThat(Home.of(Map.of(), Path.of("/home/a")).directory()).isEqualTo(Path.of("/home/a/.cache/sixtyfold"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"grpc-port", "http-port"})
    void aPortThatIsTakenIsNamedAndTheOtherOneIsFreedAgain(String key) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int free = freePort();
            boolean grpcIsTaken = key.equals("grpc-port");
            ListenConfig listen = new ListenConfig("127.0.0.1", grpcIsTaken ? taken.getLocalPort() : free, grpcIsTaken
                    ? free
                    : taken.getLocalPort());

            assertThatThrownBy(() -> RunningServer.start(DEFAULTS.withListen(listen), new ToneEngine())).isInstanceOf(
                    IOException.class).hasMessageStartingWith(
                            "listen." + key + ": cannot listen on 127.0.0.1:" + taken
                                    .getLocalPort());
            new ServerSocket(free, 1, InetAddress.getLoopbackAddress()).close();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, /healthz, true, 200", "GET, /healthz, false, 200", "GET, /readyz, true, 200",
        "GET, /readyz, false, 503", "HEAD, /readyz, true, 200", "POST, /readyz, true, 405", "GET, /other, true, 404"})
    void theHttpPortSaysWhetherTheServerLivesAndIsReady(String method, String path, boolean ready, int status)
            throws Exception {
        AtomicBoolean state = new AtomicBoolean(ready);
        try (HealthEndpoint endpoint = HealthEndpoint.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                state::get); HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + path))
                    .method(
                            method, HttpRequest.BodyPublishers.noBody())
                    .build();

            assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(status);
        }
    }
}
