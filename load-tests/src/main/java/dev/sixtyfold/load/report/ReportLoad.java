package dev.sixtyfold.load.report;

import dev.sixtyfold.load.peers.Peer;
import dev.sixtyfold.load.setting.Setting;
import dev.sixtyfold.server.bench.listeners.LoadGenerator;
import dev.sixtyfold.server.bench.listeners.LoadPlan;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Window;
import dev.sixtyfold.server.bench.listeners.LoadResult;
import dev.sixtyfold.server.bench.process.DisposableServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code report-load}. */
@Command(name = "report-load", mixinStandardHelpOptions = true, description = "Measures this server and, beside it, other "
        + "projects' packages behind a simple server, from one listener to hundreds, and writes report.md and load.svg. Takes "
        + "some ten minutes.")
public final class ReportLoad implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Setting setting = new Setting();

    @Option(names = "--listeners", split = ",", paramLabel = "N", description = "levels; default 4,16,50,100,200,300,370")
    private List<Integer> listeners = List.of(4, 16, 50, 100, 200, 300, 370);

    @Option(names = "--streams", split = ",", paramLabel = "N", description = "levels; default 1,2,4,16")
    private List<Integer> streams = List.of(1, 2, 4, 16);

    @Option(names = "--seconds", paramLabel = "N", description = "that each level is measured; default ${DEFAULT-VALUE}")
    private long seconds = 10;

    @Option(names = "--ramp-seconds", paramLabel = "N", description = "in which the listeners of a level come; default "
            + "${DEFAULT-VALUE}")
    private long rampSeconds = 8;

    @Option(names = "--output", paramLabel = "FOLDER", description = "default load-tests/target/report")
    private Path output = Path.of("");

    @Option(names = "--peers", split = ",", hidden = true, description = "of hibari, piper, kokoro, those that are there")
    private List<String> peers = List.of();

    @Option(names = "--absent", hidden = true, description = "what is not there, and why; repeatable")
    private List<String> absent = new ArrayList<>();

    @Option(names = "--python", hidden = true)
    private Path python = Path.of("python3");

    @Option(names = "--worker", hidden = true)
    private Path worker = Path.of("");

    @Option(names = "--peer-folder", hidden = true)
    private Path peerFolder = Path.of("");

    /** Runs the command and ends with its exit status. */
    public static void main(String[] arguments) {
        System.exit(Setting.run(new ReportLoad(), arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Instant date = Instant.now();
        double loadBefore = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        Map<String, String> servers = new LinkedHashMap<>();
        List<Row> streamRows = new ArrayList<>();
        List<Row> listenerRows = new ArrayList<>();
        try (DisposableServer server = setting.server();
                LoadGenerator generator = new LoadGenerator(server.address(), server::processorTime)) {
            measure("Sixtyfold", generator, () -> {}, streamRows, listenerRows);
            servers.put("Sixtyfold", "this server over gRPC, audio while it is being made");
        }
        for (String name : peers) {
            try (Peer peer = Peer.start(List.of(python.toString(), worker.toString(), name), peerFolder, peerFolder
                    .resolve(name + ".log"));
                    LoadGenerator generator = LoadGenerator.of(peer::connect, peer::processorTime)) {
                measure(name, generator, peer::awaitIdle, streamRows, listenerRows);
                servers.put(name, peer.description() + ", a process for each core behind one queue");
            }
        }
        Publication publication = new Publication(date, loadBefore, servers, absent, streamRows, listenerRows);
        publication.write(output);
        out().println("written: " + output.resolve("report.md") + ", " + output.resolve("load.svg"));
        out().flush();
        return 0;
    }

    /** Waits until a server has done with what is left of the level before. */
    @FunctionalInterface
    private interface Pause {
        void await() throws InterruptedException;
    }

    private void measure(String server, LoadGenerator generator, Pause pause, List<Row> streamRows,
            List<Row> listenerRows)
            throws IOException, InterruptedException {
        Duration measured = Duration.ofSeconds(seconds);
        Window atOnce = new Window(Duration.ZERO, measured, Duration.ZERO, false);
        Window ramped = new Window(Duration.ofSeconds(rampSeconds), measured, Duration.ZERO, false);
        generator.run(LoadPlan.ofStreams(Runtime.getRuntime().availableProcessors(), setting.content(), atOnce));
        levels(server, streams, level -> {
            pause.await();
            return generator.run(LoadPlan.ofStreams(level, setting.content(), atOnce));
        }, streamRows);
        levels(server, listeners, level -> {
            pause.await();
            return generator.run(LoadPlan.ofListeners(level, setting.content(), ramped));
        }, listenerRows);
    }

    @FunctionalInterface
    private interface Load {
        LoadResult run(int level) throws IOException, InterruptedException;
    }

    private void levels(String server, List<Integer> levels, Load load, List<Row> rows) throws IOException,
            InterruptedException {
        for (int level : levels) {
            Row row = new Row(server, level, load.run(level));
            rows.add(row);
            out().print(row.markdown());
            out().flush();
            if (row.hopeless()) {
                return;
            }
        }
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
