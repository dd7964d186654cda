package dev.sixtyfold.load.scenario;

import dev.sixtyfold.load.setting.Report;
import dev.sixtyfold.load.setting.Setting;
import dev.sixtyfold.load.setting.Verdicts;
import dev.sixtyfold.server.bench.listeners.LoadFigures;
import dev.sixtyfold.server.bench.listeners.LoadGenerator;
import dev.sixtyfold.server.bench.listeners.LoadPlan;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Background;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Content;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Pace;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Visitors;
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

/** {@code batch-lane}. */
@Command(name = "batch-lane", mixinStandardHelpOptions = true, description = "An hour of text is rendered in the batch lane while "
        + "others listen: their first audio hardly waits and nobody hears a gap. When nobody listens, the batch lane has all "
        + "cores.")
final class BatchLane implements Callable<Integer> {

    private static final double TIMES_ALONE = 1.5;
    private static final double TIMES_ONE_CORE = 1.8;
    private static final double AN_HOUR = 3600;
    /** So long after the last listener the batch lane may still be held back. */
    private static final Duration CALM = Duration.ofSeconds(12);

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Setting setting = new Setting();

    @Option(names = "--listeners", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
    private int listeners = 16;

    @Option(names = "--seconds", paramLabel = "N", description = "that each part is measured; default ${DEFAULT-VALUE}; with "
            + "less, less than an hour of text may be rendered meanwhile, which is only noted")
    private long seconds = 60;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        int cores = Runtime.getRuntime().availableProcessors();
        Verdicts verdicts = new Verdicts();
        try (DisposableServer server = setting.server();
                LoadGenerator generator = new LoadGenerator(server.address(), server::processorTime)) {
            run(generator, plan(0, 2 * cores, Duration.ZERO), out);
            LoadFigures alone = run(generator, plan(listeners, 0, CALM), out).listeners();
            LoadResult both = run(generator, plan(listeners, 2 * cores, CALM), out);
            double one = run(generator, plan(0, 1, CALM), out).background().throughput();
            double all = run(generator, plan(0, 2 * cores, Duration.ZERO), out).background().throughput();
            verdicts.note("first audio of listeners alone, median", alone.firstAudio().medianMillis(), "ms");
            verdicts.note("first audio beside the batch lane, median", both.listeners().firstAudio().medianMillis(),
                    "ms");
            verdicts.atMost("ratio of the two", TIMES_ALONE, both.listeners().firstAudio().medianMillis()
                    / alone.firstAudio().medianMillis(), "");
            verdicts.none("underruns of listeners alone", alone.underruns().count());
            verdicts.none("underruns beside the batch lane", both.listeners().underruns().count());
            verdicts.note("text rendered meanwhile", both.background().audioSeconds() / AN_HOUR, "h");
            verdicts.note("batch lane, one stream", one, "x real time");
            verdicts.note("batch lane, " + 2 * cores + " streams", all, "x real time");
            if (cores > 1) {
                verdicts.atLeast("ratio of the two on " + cores + " cores", TIMES_ONE_CORE, all / one, "");
            }
        }
        verdicts.print(out);
        return verdicts.allKept() ? 0 : 1;
    }

    private LoadPlan plan(int listening, int rendering, Duration rampUp) throws IOException {
        Content content = setting.content();
        // A few minutes each, as the segments of something long.
        String all = String.join(" ", content.texts());
        return new LoadPlan(listening, Pace.AS_IT_IS_PLAYED, Visitors.NONE, new Background(rendering, List.of(all)),
                content,
                new Window(rampUp, Duration.ofSeconds(seconds), Duration.ZERO, false));
    }

    private static LoadResult run(LoadGenerator generator, LoadPlan plan, PrintWriter out) throws InterruptedException {
        LoadResult result = generator.run(plan);
        if (plan.listeners() > 0) {
            out.println(Report.line(plan.listeners() + " listeners", result.listeners()));
        }
        if (plan.background().streams() > 0) {
            out.println(Report.line(plan.background().streams() + " batch streams", result.background()));
        }
        out.println(Report.line(result.processor()));
        out.flush();
        return result;
    }
}
