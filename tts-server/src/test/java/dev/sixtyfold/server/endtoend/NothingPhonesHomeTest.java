package dev.sixtyfold.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sixtyfold.server.Main;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real command line in a network where every packet that leaves the machine is counted. The voice is installed before,
 * outside of it.
 */
@Timeout(120)
class NothingPhonesHomeTest {

    private static final int WAV_HEADER_BYTES = 44;
    private static final String NO_NAMESPACE = "network namespaces cannot be made here: that takes Linux, the programs"
            + " unshare (util-linux) and ip (iproute2), and root or a user who may make user namespaces";

    @TempDir
    private Path directory;

    private LonelyNetwork network;

    @BeforeEach
    void enter() throws Exception {
        Optional<LonelyNetwork> available = LonelyNetwork.available(directory);
        assumeTrue(available.isPresent(), NO_NAMESPACE);
        network = available.orElseThrow();
        RealServer.start().close();
    }

    @Test
    void speakingSendsNothing() throws Exception {
        Path wav = directory.resolve("out.wav");

        LonelyNetwork.Run run = network.run(directory, java(Main.class, "say", "Nobody hears this but you.", "-o",
                wav.toString()));

        assertThat(run.status()).as(run.output()).isZero();
        assertThat(Files.size(wav)).isGreaterThan(WAV_HEADER_BYTES + 24_000);
        assertThat(run.packetsSent()).containsEntry("world0", 0L).containsEntry("lo", 0L);
    }

    /** The server and its client talk to each other over loopback, and to nobody else. */
    @Test
    void servingSendsNothingIntoTheWorld() throws Exception {
        Path wav = directory.resolve("out.wav");
        Path script = Files.writeString(directory.resolve("serve-and-say"), """
                set -e
                wav=$1
                shift
                mkfifo "$wav.ready"
                "$@" serve --grpc-port 0 --http-port 0 >"$wav.ready" &
                server=$!
                trap 'kill $server' EXIT
                read -r ready grpc http <"$wav.ready"
                "$@" say "Nobody hears this but you." -o "$wav" --server "${grpc#grpc=}"
                kill $server
                trap - EXIT
                wait $server || true
                """);
        List<String> command = new ArrayList<>(List.of("sh", script.toString(), wav.toString()));
        command.addAll(java(Main.class));

        LonelyNetwork.Run run = network.run(directory, command);

        assertThat(run.status()).as(run.output()).isZero();
        assertThat(Files.size(wav)).isGreaterThan(WAV_HEADER_BYTES + 24_000);
        assertThat(run.packetsSent()).containsEntry("world0", 0L);
        assertThat(run.packetsSent().get("lo")).as("packets between server and client").isPositive();
    }

    @Test
    void aProgramThatSendsAPacketIsNoticed() throws Exception {
        LonelyNetwork.Run run = network.run(directory, java(Knock.class));

        assertThat(run.status()).as(run.output()).isZero();
        assertThat(run.packetsSent()).containsEntry("world0", 1L);
    }

    private static List<String> java(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
                "-Doffline=true",
                "-cp",
                System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
