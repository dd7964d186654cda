package dev.sixtyfold.load.soak;

import dev.sixtyfold.load.setting.Capacity;
import dev.sixtyfold.load.setting.Report;
import dev.sixtyfold.load.setting.Setting;
import dev.sixtyfold.load.setting.Verdicts;
import dev.sixtyfold.server.bench.listeners.LoadGenerator;
import dev.sixtyfold.server.bench.listeners.LoadPlan;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Background;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Content;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Manner;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Pace;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Visitors;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Window;
import dev.sixtyfold.server.bench.listeners.LoadResult;
import dev.sixtyfold.server.bench.process.DisposableServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code run-soak}. */
@Command(name = "run-soak", mixinStandardHelpOptions = true, description = "Keeps a server at 70 %% of what it carries, with "
        + "listeners, clients that cancel, vanish, read slowly or not at all, and requests of every kind, and watches its "
        + "memory, threads and files. Linux only.")
public final class Soak implements Callable<Integer> {

    private static final double LISTENING_SHARE = 0.6;
    private static final double VISITING_SHARE = 0.1;
    /** Of the texts of {@code bench}, on average. */
    private static final double SECONDS_OF_A_TEXT = 13.1;
    private static final Map<Manner, Double> MIX = Map.of(Manner.LISTENS, 20.0, Manner.READS_SLOWLY, 20.0,
            Manner.STOPS_READING, 5.0, Manner.CANCELS, 35.0, Manner.VANISHES, 20.0);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration REST = Duration.ofSeconds(90);
    private static final double KIB_PER_MIB = 1024;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Setting setting = new Setting();

    @Mixin
    private Capacity capacity = new Capacity();

    @Option(names = "--minutes", paramLabel = "N", description = "default ${DEFAULT-VALUE}; less than ten say little, since "
            + "the JVM is still warming up")
    private double minutes = 30;

    /** Runs the command and ends with its exit status. */
    public static void main(String[] arguments) {
        System.exit(Setting.run(new Soak(), arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!(minutes >= 0.5 && minutes <= 10_000)) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "--minutes: " + minutes
                    + " is not between 0.5 and 10000");
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (DisposableServer server = setting.server();
                LoadGenerator generator = new LoadGenerator(server.address(), server::processorTime)) {
            int carried = capacity.listeners(generator, setting.content(), out);
            generator.run(LoadPlan.ofStreams(2, setting.content(), new Window(Duration.ZERO, WARM_UP, Duration.ZERO,
                    false)));
            ProcessWatch watch = new ProcessWatch(server.pid());
            ProcessFigures before = watch.settled(Integer.MAX_VALUE, Integer.MAX_VALUE, Duration.ofSeconds(5));
            Verdicts verdicts = soak(generator, watch, carried, server.address(), out);
            ProcessFigures after = watch.settled(before.threads(), before.fileDescriptors(), REST);
            verdicts.atMost("threads afterwards", before.threads(), after.threads(), "");
            verdicts.atMost("file descriptors afterwards", before.fileDescriptors(), after.fileDescriptors(), "");
            verdicts.print(out);
            return verdicts.allKept() ? 0 : 1;
        }
    }

    private Verdicts soak(LoadGenerator generator, ProcessWatch watch, int carried, InetSocketAddress address,
            PrintWriter out) throws IOException, InterruptedException {
        try (Requests requests = new Requests(setting.content().texts(), address);
                Requests.Endless endless = requests.endless();
                ProcessWatch.Samples samples = watch.sampling()) {
            LoadResult result = generator.run(plan(carried));
            out.println(Report.line("listeners", result.listeners()));
            out.println(Report.line("visitors", result.visitors()));
            out.println(Report.line(result.processor()));
            Verdicts verdicts = judged(result, samples.trend());
            verdicts.none("requests of every kind that failed", endless.failures());
            return verdicts;
        }
    }

    private LoadPlan plan(int carried) throws IOException {
        Content content = setting.content();
        return new LoadPlan(Math.max(1, (int) (LISTENING_SHARE * carried)), Pace.AS_IT_IS_PLAYED, new Visitors(
                VISITING_SHARE * carried / SECONDS_OF_A_TEXT, MIX), Background.NONE, content,
                new Window(Duration.ofSeconds(13), Duration
                        .ofMillis((long) (minutes * 60_000)), Duration.ofSeconds(60), false));
    }

    private static Verdicts judged(LoadResult result, MemoryTrend memory) {
        Verdicts verdicts = new Verdicts();
        verdicts.note("resident memory, second tenth, median", memory.medianOfTenth(2) / KIB_PER_MIB, "MiB");
        verdicts.note("resident memory, last tenth, median", memory.medianOfTenth(10) / KIB_PER_MIB, "MiB");
        verdicts.atMost("growth from one to the other", MemoryTrend.ALLOWED_PERCENT, 100 * memory.growth(), "%");
        verdicts.none("streams that hang", result.stuck());
        verdicts.none("listeners' streams that were broken off", result.listeners().streams().allBroken());
        verdicts.note("listeners' underruns", (double) result.listeners().underruns().count(), "");
        return verdicts;
    }
}
