package dev.sixtyfold.load.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sixtyfold.server.bench.listeners.LoadFigures;
import dev.sixtyfold.server.bench.listeners.LoadGenerator;
import dev.sixtyfold.server.bench.listeners.LoadPlan;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Content;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Window;
import dev.sixtyfold.server.bench.listeners.LoadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workers that are shell scripts. */
@Timeout(60)
class PeerTest {

    private static final LoadPlan PLAN = LoadPlan.ofStreams(3, new Content(List.of("one", "two"), "", 60), new Window(
            Duration.ZERO, Duration.ofSeconds(3), Duration.ofSeconds(30), false));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void hearsThePiecesOfEachText() throws Exception {
        // 4 and 2 samples at 8 Hz: three quarters of a second.
        Path script = script("""
                echo ready made of shell
                while read -r text; do
                    printf 'audio 4 8\\n12345678audio 2 8\\n1234end\\n'
                done
                """);
        try (Peer peer = Peer.start(List.of("sh", script.toString()), folder, folder.resolve("log"));
                LoadGenerator generator = LoadGenerator.of(peer::connect, peer::processorTime)) {
            LoadResult result = generator.run(PLAN);

            LoadFigures heard = result.listeners();
            assertThat(heard.streams().finished()).isPositive();
            assertThat(heard.streams().broken()).isEmpty();
            assertThat(heard.audioSeconds()).isGreaterThanOrEqualTo(0.75 * heard.streams().finished());
            assertThat(result.stuck()).isZero();
            assertThat(result.speaker().voice()).isEqualTo("made of shell");
            peer.awaitIdle();
        }
    }

    @Test
    void aWorkerThatEndsBreaksItsStreamsOff() throws Exception {
        Path script = script("echo ready for nothing\nread -r text\n");
        try (Peer peer = Peer.start(List.of("sh", script.toString()), folder, folder.resolve("log"));
                LoadGenerator generator = LoadGenerator.of(peer::connect, peer::processorTime)) {
            LoadFigures heard = generator.run(PLAN).listeners();

            assertThat(heard.streams().allBroken()).isPositive();
            assertThat(heard.streams().finished()).isZero();
        }
    }

    @Test
    void aWorkerThatDoesNotStartIsAnErrorWithItsLog() throws Exception {
        Path script = script("echo Traceback\n");
        Path log = folder.resolve("log");

        assertThatThrownBy(() -> Peer.start(List.of("sh", script.toString()), folder, log)).isInstanceOf(
                IOException.class).hasMessageContaining("the worker said \"Traceback\"").hasMessageContaining(
                        log.toString());
    }

    private Path script(String text) throws IOException {
        return Files.writeString(folder.resolve("worker.sh"), text);
    }
}
