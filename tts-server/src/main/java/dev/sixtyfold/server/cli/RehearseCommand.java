package dev.sixtyfold.server.cli;

import dev.sixtyfold.encoding.AudioEncoding;
import dev.sixtyfold.server.audit.Way;
import dev.sixtyfold.server.engine.Engine;
import dev.sixtyfold.server.engine.EngineConfig;
import dev.sixtyfold.server.engine.Stamping;
import dev.sixtyfold.server.lifecycle.ListenConfig;
import dev.sixtyfold.server.lifecycle.RunningServer;
import dev.sixtyfold.server.lifecycle.ServerConfig;
import dev.sixtyfold.server.storage.Home;
import dev.sixtyfold.server.storage.StateConfig;
import dev.sixtyfold.server.storage.WatermarkKeys;
import dev.sixtyfold.synthesis.SpokenInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * {@code rehearse}: goes once through what the other commands do, so that the launcher can record which classes that takes
 * (the training run of the JVM's ahead-of-time cache). Nothing is kept of it: the audio goes nowhere, and the key and the
 * records are those of a directory that is removed.
 */
@Command(name = "rehearse", hidden = true, mixinStandardHelpOptions = true, description = "Goes once through what the other "
        + "commands do, for the launcher's cache of classes.")
final class RehearseCommand implements Callable<Integer> {

    private static final String TEXT = "On 3 May 2024, Dr. Ellis paid $12.50 for two tickets; zorbly enough, nobody came.";

    private final Services services;
    private final Home home;

    RehearseCommand(Services services, Home home) {
        this.services = services;
        this.home = home;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        services.frontend(services.voices().voices().getFirst().id()).utterances(TEXT);
        Path state = Files.createTempDirectory("sixtyfold-rehearsal");
        Stamping stamping = services.stamping(StateConfig.in(state), WatermarkKeys.SINGLE);
        try (Engine engine = services.engine(EngineConfig.DEFAULTS, stamping)) {
            new LocalSpeaker(engine, Way.BENCH).speak(new SpokenInput.PlainText(TEXT), manner(AudioEncoding.WAV),
                    encoded -> {});
            RunningServer server = RunningServer
                    .start(ServerConfig.defaults(home).withListen(new ListenConfig("127.0.0.1", 0,
                            0)), engine);
            try (Speaker remote = new RemoteSpeaker(ServerConnection.to(server.grpcAddress()), List.of())) {
                remote.speak(new SpokenInput.PlainText(TEXT), manner(AudioEncoding.PCM), encoded -> {});
            } finally {
                server.shutDown();
            }
        } finally {
            remove(state);
        }
        return 0;
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    private static Speaker.Manner manner(AudioEncoding encoding) {
        return new Speaker.Manner("", 1, 0, 0, 0, encoding, Speaker.Pauses.AS_USUAL);
    }
}
