package dev.sixtyfold.server.cli;

import dev.sixtyfold.server.bench.BenchReport;
import dev.sixtyfold.server.bench.Benchmark;
import dev.sixtyfold.server.bench.Machine;
import dev.sixtyfold.server.bench.Measurement;
import dev.sixtyfold.server.bench.TextSet;
import dev.sixtyfold.server.bench.capacity.CapacityBench;
import dev.sixtyfold.server.bench.capacity.CapacityCertificate;
import dev.sixtyfold.server.bench.listeners.LoadGenerator;
import dev.sixtyfold.server.bench.listeners.LoadPlan;
import dev.sixtyfold.server.bench.process.MeasuredServer;
import dev.sixtyfold.server.engine.Engine;
import dev.sixtyfold.server.engine.EngineConfig;
import dev.sixtyfold.server.engine.Stamping;
import dev.sixtyfold.server.engine.VoiceChoice;
import dev.sixtyfold.server.engine.VoiceDescription;
import dev.sixtyfold.synthesis.Receipt;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/** {@code bench}. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Speaks a fixed set of texts, several times over, "
        + "and reports seconds of audio for each second of wall time: on one core, and on many. The goal on one core is 60: "
        + "a minute of audio in a second. With --capacity it starts a server instead and finds how many listeners it carries "
        + "who play what they get from the first byte, without a buffer, and hear no gap; that takes some six minutes.")
final class BenchCommand implements Callable<Integer> {

    private static final long SEED = 60;

    private final Services services;
    private final Console console;
    private final InstantSource clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--json", description = "one object of JSON instead of a table for people")
    private boolean json;

    @Option(names = "--concurrency", paramLabel = "N", description = "streams at a time in the second measurement, and "
            + "threads that compute; one for each core if not given")
    private int concurrency;

    @Option(names = "--rounds", paramLabel = "N", description = "rounds that count; default ${DEFAULT-VALUE}")
    private int rounds = 5;

    @Option(names = "--voice", paramLabel = "NAME", description = "the default voice if not given")
    private String voice = "";

    @Option(names = "--capacity", description = "the number of listeners instead: a capacity certificate")
    private boolean capacity;

    @Option(names = "--most-listeners", paramLabel = "N", description = "that --capacity tries; default "
            + "${DEFAULT-VALUE}")
    private int mostListeners = CapacityBench.Effort.DEFAULTS.mostListeners();

    @Option(names = "--trial-seconds", paramLabel = "N", description = "that --capacity measures each number; default "
            + "${DEFAULT-VALUE}")
    private long trialSeconds = CapacityBench.Effort.DEFAULTS.trial().toSeconds();

    @Option(names = "--confirm-seconds", paramLabel = "N", description = "that --capacity measures the result; default "
            + "${DEFAULT-VALUE}")
    private long confirmSeconds = CapacityBench.Effort.DEFAULTS.confirmation().toSeconds();

    BenchCommand(Services services, Console console, InstantSource clock) {
        this.services = services;
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        requireBetween("--rounds", rounds, 1, 1000);
        requireBetween("--concurrency", concurrency, 0, 1024);
        requireBetween("--most-listeners", mostListeners, 1, 100_000);
        requireBetween("--trial-seconds", trialSeconds, 1, 3600);
        requireBetween("--confirm-seconds", confirmSeconds, 1, 86_400);
        return capacity ? certify() : bench();
    }

    private int certify() throws IOException, InterruptedException {
        VoiceChoice.choose(services.voices(), voice, "");
        Duration trial = Duration.ofSeconds(trialSeconds);
        Duration rampUp = CapacityBench.Effort.DEFAULTS.rampUp();
        CapacityBench.Effort effort = new CapacityBench.Effort(mostListeners, rampUp.compareTo(trial) < 0
                ? rampUp
                : trial, trial, Duration.ofSeconds(confirmSeconds));
        CapacityCertificate certificate;
        try (MeasuredServer server = services.measuredServer();
                LoadGenerator generator = new LoadGenerator(server.address(), server::processorTime)) {
            certificate = new CapacityBench(generator::run, new LoadPlan.Content(TextSet.published(), voice, SEED),
                    effort,
                    this::progress).measure(clock);
        }
        Machine machine = Machine.current();
        console.out().println(json ? CapacityJson.of(certificate, machine) : certificate.text(machine));
        console.out().flush();
        if (certificate.listeners() == 0) {
            throw new CommandFailure("not even one listener was served without a gap; see the trials above");
        }
        return 0;
    }

    private void progress(String line) {
        console.err().println(line);
        console.err().flush();
    }

    private int bench() throws InterruptedException {
        Machine machine = Machine.current();
        Measurement oneCore = measure(1);
        Measurement allCores = measure(concurrency == 0 ? machine.cores() : concurrency);
        Receipt any = oneCore.rounds().getFirst().receipts().getFirst();
        BenchReport report = new BenchReport(clock.instant(), any.voice().name(), any.modelHash(), oneCore.rounds()
                .getFirst().audioSeconds(), oneCore, allCores);
        console.out().println(json ? json(report, machine) : report.text(machine));
        console.out().flush();
        return 0;
    }

    private void requireBetween(String option, long given, long least, long most) {
        if (given < least || given > most) {
            throw Usage.wrong(spec, option + ": " + given + " is not between " + least + " and " + most);
        }
    }

    private Measurement measure(int streams) throws InterruptedException {
        try (Engine engine = services.engine(EngineConfig.ofThreads(streams), Stamping.forNobody())) {
            VoiceDescription chosen = VoiceChoice.choose(engine.voices(), voice, "");
            return new Benchmark(TextSet.published(), rounds).measure(engine, chosen, streams);
        }
    }

    private static String json(BenchReport report, Machine machine) {
        return JsonLine.object(json -> {
            json.writeStringProperty("date", report.date().toString());
            json.writeNumberProperty("realTimeFactorGoal", Receipt.REAL_TIME_FACTOR_GOAL);
            json.writeBooleanProperty("goalReached", report.goalReached());
            json.writeNumberProperty("texts", report.oneCore().rounds().getFirst().receipts().size());
            json.writeNumberProperty("audioSeconds", JsonLine.rounded(report.audioSeconds(), 3));
            measurement(json, "oneCore", report.oneCore());
            measurement(json, "allCores", report.allCores());
            json.writeStringProperty("voice", report.voice());
            json.writeStringProperty("modelHash", report.modelHash());
            MachineJson.write(json, machine);
        });
    }

    private static void measurement(JsonGenerator json, String name, Measurement measurement) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("streams", measurement.streams());
        json.writeNumberProperty("rounds", measurement.rounds().size());
        json.writeNumberProperty("realTimeFactor", JsonLine.rounded(measurement.realTimeFactor(), 2));
        json.writeNumberProperty("slowestRound", JsonLine.rounded(measurement.slowestRound(), 2));
        json.writeNumberProperty("fastestRound", JsonLine.rounded(measurement.fastestRound(), 2));
        json.writeNumberProperty("timeToFirstAudioP50Millis",
                JsonLine.rounded(measurement.timeToFirstAudioMillis(50), 2));
        json.writeNumberProperty("timeToFirstAudioP95Millis",
                JsonLine.rounded(measurement.timeToFirstAudioMillis(95), 2));
        json.writeNumberProperty("timeToFirstSoundP50Millis",
                JsonLine.rounded(measurement.timeToFirstSoundMillis(50), 2));
        json.writeNumberProperty("timeToFirstSoundP95Millis",
                JsonLine.rounded(measurement.timeToFirstSoundMillis(95), 2));
        json.writeObjectPropertyStart("stageShares");
        json.writeNumberProperty("textFrontend",
                JsonLine.rounded(measurement.share(Receipt.StageTimes::textFrontend), 4));
        json.writeNumberProperty("acousticModel",
                JsonLine.rounded(measurement.share(Receipt.StageTimes::acousticModel), 4));
        json.writeNumberProperty("vocoder", JsonLine.rounded(measurement.share(Receipt.StageTimes::vocoder), 4));
        json.writeNumberProperty("postprocessing",
                JsonLine.rounded(measurement.share(Receipt.StageTimes::postprocessing),
                        4));
        json.writeEndObject();
        json.writeEndObject();
    }
}
