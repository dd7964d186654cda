package dev.sixtyfold.server.cli;

import dev.sixtyfold.encoding.AudioEncoding;
import dev.sixtyfold.server.audit.Way;
import dev.sixtyfold.server.caller.StandingLexicons;
import dev.sixtyfold.server.config.ConfigReader;
import dev.sixtyfold.server.engine.Engine;
import dev.sixtyfold.server.engine.Stamping;
import dev.sixtyfold.server.engine.VoiceChoice;
import dev.sixtyfold.server.lifecycle.ListenConfig;
import dev.sixtyfold.server.lifecycle.OldGeneration;
import dev.sixtyfold.server.lifecycle.RunningServer;
import dev.sixtyfold.server.lifecycle.ServerConfig;
import dev.sixtyfold.server.storage.Home;
import dev.sixtyfold.server.storage.WatermarkKeys;
import dev.sixtyfold.server.verification.VerificationService;
import dev.sixtyfold.speech.dsp.VectorUnit;
import dev.sixtyfold.synthesis.SpokenInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Starts the server and prints a line `ready "
        + "grpc=HOST:PORT http=HOST:PORT` when it answers. Its log goes to standard error. On SIGTERM it refuses new calls "
        + "and lets streams finish.", footer = {"",
            "Without a list of callers in the configuration everybody who reaches the server may have texts spoken: listen on "
                    + "other addresses than 127.0.0.1 in trusted networks only."})
final class ServeCommand implements Callable<Integer> {

    private static final String WARM_UP = "The first sentence takes the longest, so the server speaks it to itself.";

    private final Services services;
    private final Home home;
    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", description = "YAML; what it leaves out has its default")
    private @Nullable Path configFile;

    @Option(names = "--address", paramLabel = "ADDRESS", description = "to listen on; 0.0.0.0 for all; default 127.0.0.1")
    private @Nullable String address;

    @Option(names = "--grpc-port", paramLabel = "P", description = "default 6060; 0 takes any free one")
    private @Nullable Integer grpcPort;

    @Option(names = "--http-port", paramLabel = "P", description = "of /healthz and /readyz; default 6080; 0 takes any free "
            + "one")
    private @Nullable Integer httpPort;

    @Option(names = "--metrics-port", paramLabel = "P", description = "counts requests, times and refusals, and shows them to "
            + "Prometheus at /metrics on this port of 127.0.0.1; 0 takes any free one; default none")
    private @Nullable Integer metricsPort;

    ServeCommand(Services services, Home home, Console console) {
        this.services = services;
        this.home = home;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ServerConfig config = config();
        Stamping stamping = services.stamping(config.state(), WatermarkKeys.SERVER_BLOCK);
        VectorUnit.rest(); // until they are compiled, which nobody should wait for
        Engine engine = services.engine(config.engine(), stamping);
        RunningServer server;
        try {
            warmUp(engine);
            StandingLexicons lexicons = new ConfiguredLexicons(() -> engine.frontend(VoiceChoice.choose(
                    engine.voices(), "", "").id())).read(config.text().lexicons(), config.callers());
            server = RunningServer.start(config, engine, lexicons,
                    Optional.of(new VerificationService(config.verification(),
                            services.watermarkKeys(config.state().directory()).ring().verifying(),
                            stamping.records())));
        } catch (IOException | RuntimeException e) {
            engine.close();
            throw e;
        }
        OldGeneration.watch();
        Engine.Rehearsing rehearsal = engine.rehearse(VoiceChoice.choose(engine.voices(), "", "").id());
        Thread onSignal = new Thread(() -> stop(server, rehearsal, engine), "shutdown");
        Runtime.getRuntime().addShutdownHook(onSignal);
        console.out().println("ready grpc=" + server.grpcAddress() + " http=" + server.httpAddress() + server
                .metricsAddress().map(address -> " metrics=" + address).orElse(""));
        console.out().flush();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Runtime.getRuntime().removeShutdownHook(onSignal);
            stop(server, rehearsal, engine);
        }
        return 0;
    }

    private ServerConfig config() {
        ServerConfig defaults = ServerConfig.defaults(home);
        ServerConfig read = configFile == null ? defaults : ConfigReader.read(configFile, defaults);
        ListenConfig listen = read.listen();
        try {
            ServerConfig listening = read.withListen(new ListenConfig(
                    Objects.requireNonNullElse(address, listen.address()), Objects
                            .requireNonNullElse(grpcPort, listen.grpcPort()),
                    Objects.requireNonNullElse(httpPort, listen
                            .httpPort())));
            return metricsPort == null ? listening : listening.withMetrics(read.metrics().on(metricsPort));
        } catch (IllegalArgumentException e) {
            throw Usage.wrong(spec, "--" + e.getMessage());
        }
    }

    /** Nobody should be the one who waits for classes to load; and a voice that cannot speak is noticed here. */
    private static void warmUp(Engine engine) throws IOException {
        Speaker.Manner manner = new Speaker.Manner("", 1, 0, 0, 0, AudioEncoding.PCM, Speaker.Pauses.AS_USUAL);
        new LocalSpeaker(engine, Way.WARM_UP).speak(new SpokenInput.PlainText(WARM_UP), manner, encoded -> {});
    }

    private static void stop(RunningServer server, Engine.Rehearsing rehearsal, Engine engine) {
        try {
            server.shutDown();
            rehearsal.close();
            engine.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
