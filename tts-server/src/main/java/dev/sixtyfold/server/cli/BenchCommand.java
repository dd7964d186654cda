package dev.sixtyfold.server.cli;

import dev.sixtyfold.server.bench.BenchReport;
import dev.sixtyfold.server.bench.Benchmark;
import dev.sixtyfold.server.bench.Machine;
import dev.sixtyfold.server.bench.Measurement;
import dev.sixtyfold.server.bench.TextSet;
import dev.sixtyfold.server.engine.Engine;
import dev.sixtyfold.server.engine.EngineConfig;
import dev.sixtyfold.server.engine.Stamping;
import dev.sixtyfold.server.engine.VoiceChoice;
import dev.sixtyfold.server.engine.VoiceDescription;
import dev.sixtyfold.synthesis.Receipt;
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
        + "a minute of audio in a second.")
final class BenchCommand implements Callable<Integer> {

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

    BenchCommand(Services services, Console console, InstantSource clock) {
        this.services = services;
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (rounds < 1 || rounds > 1000) {
            throw Usage.wrong(spec, "--rounds: " + rounds + " is not between 1 and 1000");
        }
        if (concurrency < 0 || concurrency > 1024) {
            throw Usage.wrong(spec, "--concurrency: " + concurrency + " is not between 1 and 1024");
        }
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
            json.writeObjectPropertyStart("machine");
            json.writeStringProperty("processor", machine.processor());
            json.writeNumberProperty("cores", machine.cores());
            json.writeStringProperty("operatingSystem", machine.operatingSystem());
            json.writeStringProperty("java", machine.java());
            json.writeEndObject();
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
