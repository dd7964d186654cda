package dev.sixtyfold.server.cli;

import dev.sixtyfold.encoding.AudioEncoding;
import dev.sixtyfold.server.engine.Engine;
import dev.sixtyfold.server.engine.EngineConfig;
import dev.sixtyfold.server.engine.Stamping;
import dev.sixtyfold.server.lifecycle.ListenConfig;
import dev.sixtyfold.server.lifecycle.RunningServer;
import dev.sixtyfold.server.lifecycle.ServerConfig;
import dev.sixtyfold.server.storage.Home;
import dev.sixtyfold.synthesis.SpokenInput;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code rehearse}: goes once through what the other commands do, so that the launcher can record which classes that takes
 * (the training run of the JVM's ahead-of-time cache). Nothing is kept of it: the audio goes nowhere and the request ids
 * are not those of the durable counter.
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
        try (Engine engine = services.engine(EngineConfig.DEFAULTS, Stamping.forNobody())) {
            new LocalSpeaker(engine).speak(new SpokenInput.PlainText(TEXT), manner(AudioEncoding.WAV), encoded -> {});
            RunningServer server = RunningServer
                    .start(ServerConfig.defaults(home).withListen(new ListenConfig("127.0.0.1", 0,
                            0)), engine);
            try (Speaker remote = new RemoteSpeaker(ServerConnection.to(server.grpcAddress()), List.of())) {
                remote.speak(new SpokenInput.PlainText(TEXT), manner(AudioEncoding.PCM), encoded -> {});
            } finally {
                server.shutDown();
            }
        }
        return 0;
    }

    private static Speaker.Manner manner(AudioEncoding encoding) {
        return new Speaker.Manner("", 1, 0, 0, 0, encoding);
    }
}
