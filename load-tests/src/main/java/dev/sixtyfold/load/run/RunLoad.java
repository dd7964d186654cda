package dev.sixtyfold.load.run;

import dev.sixtyfold.load.setting.Report;
import dev.sixtyfold.load.setting.Setting;
import dev.sixtyfold.server.bench.listeners.LoadGenerator;
import dev.sixtyfold.server.bench.listeners.LoadPlan;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Background;
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
import java.util.EnumMap;
import java.util.Locale;
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

/** {@code run-load}. */
@Command(name = "run-load", mixinStandardHelpOptions = true, description = "Puts a server under a load of your choice and "
        + "prints what its clients experienced.")
public final class RunLoad implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Setting setting = new Setting();

    @Option(names = "--listeners", paramLabel = "N", description = "who play one text after another from the first byte, "
            + "without a buffer; default ${DEFAULT-VALUE}")
    private int listeners = 16;

    @Option(names = "--at-once", description = "listeners begin the next text when the last has arrived, not when it has "
            + "been played: a test of throughput")
    private boolean atOnce;

    @Option(names = "--arrivals", paramLabel = "RATE", description = "clients a second who come at random for one text; "
            + "default ${DEFAULT-VALUE}")
    private double arrivals;

    @Option(names = "--mix", split = ",", paramLabel = "MANNER=SHARE", description = "what those clients do: listens, "
            + "reads-slowly, stops-reading, cancels, vanishes, such as listens=80,cancels=15,vanishes=5; all listen if not "
            + "given")
    private Map<String, Double> mix = Map.of("listens", 1.0);

    @Option(names = "--batch", paramLabel = "N", description = "streams of the batch lane that are rendered meanwhile, each "
            + "following the last at once; default ${DEFAULT-VALUE}")
    private int batch;

    @Option(names = "--seconds", paramLabel = "N", description = "that are measured; default ${DEFAULT-VALUE}")
    private long seconds = 30;

    @Option(names = "--ramp-seconds", paramLabel = "N", description = "before them, in which the listeners come; default "
            + "${DEFAULT-VALUE}")
    private long rampSeconds = 13;

    @Option(names = "--drain-seconds", paramLabel = "N", description = "after them, in which streams may end by themselves; "
            + "default ${DEFAULT-VALUE}")
    private long drainSeconds = 30;

    @Option(names = "--server", paramLabel = "HOST:PORT", description = "a server that runs already; one is started on this "
            + "machine if not given")
    private @Nullable String server;

    /** Runs the command and ends with its exit status. */
    public static void main(String[] arguments) {
        System.exit(Setting.run(new RunLoad(), arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        LoadPlan plan = plan();
        if (server != null) {
            try (LoadGenerator generator = new LoadGenerator(address(server), () -> Duration.ZERO)) {
                print(generator.run(plan));
            }
        } else {
            try (DisposableServer started = setting.server();
                    LoadGenerator generator = new LoadGenerator(started.address(), started::processorTime)) {
                print(generator.run(plan));
            }
        }
        return 0;
    }

    private LoadPlan plan() throws IOException {
        try {
            return new LoadPlan(listeners, atOnce ? Pace.AT_ONCE : Pace.AS_IT_IS_PLAYED,
                    new Visitors(arrivals, manners()), new Background(batch, setting.content().texts()),
                    setting.content(), new Window(Duration.ofSeconds(rampSeconds), Duration.ofSeconds(seconds), Duration
                            .ofSeconds(drainSeconds), false));
        } catch (IllegalArgumentException e) {
            throw wrong("--" + e.getMessage());
        }
    }

    private Map<Manner, Double> manners() {
        Map<Manner, Double> manners = new EnumMap<>(Manner.class);
        mix.forEach((name, share) -> {
            try {
                manners.put(Manner.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')), share);
            } catch (IllegalArgumentException e) {
                throw wrong(
                        "--mix: \"" + name + "\" is none of listens, reads-slowly, stops-reading, cancels, vanishes");
            }
        });
        return manners;
    }

    private InetSocketAddress address(String given) {
        int colon = given.lastIndexOf(':');
        if (colon < 1 || !given.substring(colon + 1).matches("\\d{1,5}")) {
            throw wrong("--server: \"" + given + "\" is not HOST:PORT");
        }
        return new InetSocketAddress(given.substring(0, colon), Integer.parseInt(given.substring(colon + 1)));
    }

    private void print(LoadResult result) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(Report.line("listeners", result.listeners()));
        if (arrivals > 0) {
            out.println(Report.line("visitors", result.visitors()));
        }
        if (batch > 0) {
            out.println(Report.line("batch", result.background()));
        }
        out.println(Report.line(result.processor()));
        out.printf("%-24s %d when the drain was over%n", "streams that hang", result.stuck());
        out.flush();
    }

    private ParameterException wrong(String problem) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), problem);
    }
}
