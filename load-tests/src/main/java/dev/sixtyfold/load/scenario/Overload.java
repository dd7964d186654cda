package dev.sixtyfold.load.scenario;

import dev.sixtyfold.load.setting.Capacity;
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
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code overload}. */
@Command(name = "overload", mixinStandardHelpOptions = true, description = "Three times as many listeners as the machine "
        + "carries: who is admitted hears no gap, the others are told at once when to come again, and when they have gone the "
        + "server is soon itself again.")
final class Overload implements Callable<Integer> {

    private static final int TIMES = 3;
    private static final double REFUSAL_MILLIS = 50;
    private static final double RECOVERY_SECONDS = 5;
    private static final int MOST_PROBES = 30;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Setting setting = new Setting();

    @Mixin
    private Capacity capacity = new Capacity();

    @Option(names = "--seconds", paramLabel = "N", description = "of overload; default ${DEFAULT-VALUE}")
    private long seconds = 120;

    @Option(names = "--promise-millis", paramLabel = "N", description = "to first audio, which admission promises "
            + "(engine.first-audio-limit); default ${DEFAULT-VALUE}")
    private double promiseMillis = 250;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Content content = setting.content();
        try (DisposableServer server = setting.server();
                LoadGenerator generator = new LoadGenerator(server.address(), server::processorTime)) {
            int carried = capacity.listeners(generator, content, out);
            Duration second = Duration.ofSeconds(1);
            generator.run(LoadPlan.ofStreams(2, content, window(second.multipliedBy(10))));
            double idleMillis = generator.run(LoadPlan.ofStreams(1, content, window(second.multipliedBy(10))))
                    .listeners()
                    .firstAudio().medianMillis();
            LoadResult result = generator
                    .run(LoadPlan.ofListeners(TIMES * carried, content, new Window(Duration.ofSeconds(
                            13), Duration.ofSeconds(seconds), Duration.ZERO, false)));
            int probes = 0;
            double probed;
            do {
                probes++;
                probed = generator.run(LoadPlan.ofStreams(1, content, window(second))).listeners().firstAudio()
                        .medianMillis();
            } while (probed > 2 * idleMillis && probes < MOST_PROBES);
            out.println(Report.line(TIMES * carried + " listeners", result.listeners()));
            out.println(Report.line(result.processor()));
            Verdicts verdicts = judged(result.listeners());
            verdicts.atMost("until first audio takes at most twice its idle median again", RECOVERY_SECONDS, probes,
                    "s");
            verdicts.note("first audio then, median", probed, "ms");
            verdicts.note("idle median", idleMillis, "ms");
            verdicts.print(out);
            return verdicts.allKept() ? 0 : 1;
        }
    }

    private Verdicts judged(LoadFigures heard) {
        Verdicts verdicts = new Verdicts();
        verdicts.some("refused streams", heard.refused());
        verdicts.none("underruns of admitted streams", heard.underruns().count());
        verdicts.none("admitted streams that were broken off", heard.streams().allBroken());
        verdicts.atMost("first audio of admitted streams, p99", promiseMillis, heard.firstAudio().millis(99), "ms");
        verdicts.atMost("refusals, p99", REFUSAL_MILLIS, heard.refusals().millis(99), "ms");
        verdicts.note("refusals, slowest", heard.refusals().mostMillis(), "ms");
        verdicts.none("refusals without a time to retry", heard.streams().refusedWithoutRetryTime());
        return verdicts;
    }

    private static Window window(Duration measured) {
        return new Window(Duration.ZERO, measured, Duration.ZERO, false);
    }
}
