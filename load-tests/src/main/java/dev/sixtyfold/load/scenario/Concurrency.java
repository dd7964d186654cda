package dev.sixtyfold.load.scenario;

import dev.sixtyfold.load.setting.Report;
import dev.sixtyfold.load.setting.Setting;
import dev.sixtyfold.load.setting.Verdicts;
import dev.sixtyfold.server.bench.listeners.LoadFigures;
import dev.sixtyfold.server.bench.listeners.LoadGenerator;
import dev.sixtyfold.server.bench.listeners.LoadPlan;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Content;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Window;
import dev.sixtyfold.server.bench.listeners.LoadResult;
import dev.sixtyfold.server.bench.process.DisposableServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code concurrency}. */
@Command(name = "concurrency", mixinStandardHelpOptions = true, description = "Two, four and sixteen streams at once, then 50 "
        + "listeners, then 100 or more: throughput, first audio against the idle median, and gaps.")
final class Concurrency implements Callable<Integer> {

    private static final double REAL_TIME_FACTOR_GOAL = 60;
    private static final int LISTENERS = 50;
    private static final double TIMES_IDLE = 15;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Setting setting = new Setting();

    @Option(names = "--listeners", paramLabel = "N", description = "in the last part; default ${DEFAULT-VALUE}")
    private int many = 100;

    @Option(names = "--seconds", paramLabel = "N", description = "that each part is measured; default ${DEFAULT-VALUE}")
    private long seconds = 30;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Verdicts verdicts = new Verdicts();
        try (DisposableServer server = setting.server();
                LoadGenerator generator = new LoadGenerator(server.address(), server::processorTime)) {
            run(generator, streams(2), "warming up", out);
            double idle = run(generator, streams(1), "1 stream", out).firstAudio().medianMillis();
            verdicts.note("idle: first audio, median", idle, "ms");
            for (int streams : List.of(2, 4, 16)) {
                LoadFigures heard = run(generator, streams(streams), streams + " streams", out);
                verdicts.atLeast(streams + " streams: throughput", REAL_TIME_FACTOR_GOAL, heard.throughput(),
                        "x real time");
                verdicts.note(streams + " streams: first audio p99", heard.firstAudio().millis(99) / idle,
                        "x idle median");
            }
            LoadFigures fifty = run(generator, listeners(LISTENERS), LISTENERS + " listeners", out);
            verdicts.atMost(LISTENERS + " listeners: first audio p99", TIMES_IDLE, fifty.firstAudio().millis(99) / idle,
                    "x idle median");
            served(verdicts, LISTENERS, fifty);
            served(verdicts, many, run(generator, listeners(many), many + " listeners", out));
        }
        verdicts.print(out);
        return verdicts.allKept() ? 0 : 1;
    }

    private static void served(Verdicts verdicts, int listeners, LoadFigures heard) {
        verdicts.none(listeners + " listeners: underruns", heard.underruns().count());
        verdicts.none(listeners + " listeners: refused or broken off", heard.refused() + heard.streams().allBroken());
    }

    private LoadPlan streams(int count) throws IOException {
        return LoadPlan.ofStreams(count, setting.content(), new Window(Duration.ZERO, Duration.ofSeconds(seconds),
                Duration.ZERO, false));
    }

    private LoadPlan listeners(int count) throws IOException {
        Content content = setting.content();
        return LoadPlan.ofListeners(count, content, new Window(Duration.ofSeconds(13), Duration.ofSeconds(seconds),
                Duration.ZERO, false));
    }

    private static LoadFigures run(LoadGenerator generator, LoadPlan plan, String who, PrintWriter out)
            throws InterruptedException {
        LoadResult result = generator.run(plan);
        out.println(Report.line(who, result.listeners()));
        out.println(Report.line(result.processor()));
        out.flush();
        return result.listeners();
    }
}
