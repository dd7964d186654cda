package dev.sixtyfold.load.scenario;

import dev.sixtyfold.inference.BatchFigures;
import dev.sixtyfold.inference.Batching;
import dev.sixtyfold.load.pipeline.DefaultVoice;
import dev.sixtyfold.load.pipeline.ManyStreams;
import dev.sixtyfold.load.pipeline.ManyStreams.Heard;
import dev.sixtyfold.load.pipeline.ManyStreams.Wish;
import dev.sixtyfold.load.setting.Setting;
import dev.sixtyfold.load.setting.Verdicts;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code same-together}. */
@Command(name = "same-together", mixinStandardHelpOptions = true, description = "What is spoken together with other streams is, to "
        + "one unit of 16-bit PCM and with the same durations, what it is when it is spoken alone. In this process, since the "
        + "watermark of a server differs from request to request.")
final class SameTogether implements Callable<Integer> {

    private static final int MOST_TOGETHER = 12;
    /** Texts of {@code bench} from the shortest; the long ones only repeat themselves. */
    private static final int TEXTS = 12;
    private static final List<Integer> SAMPLE_RATES = List.of(8000, 24_000, 48_000);
    private static final List<Double> SPEAKING_RATES = List.of(0.8, 1.0, 1.0, 1.5);
    private static final int SEEDS = 2;
    private static final Duration LONGEST_WAIT = Duration.ofMillis(1);

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Setting setting = new Setting();

    @Option(names = "--mixes", paramLabel = "N", description = "random sets of streams, each spoken at once; default "
            + "${DEFAULT-VALUE}")
    private int mixes = 500;

    @Option(names = "--batching", paramLabel = "N", description = "put up to N streams' work into one run, by the graphs of "
            + "other devices, with N threads; without it each stream's runs are its own, as on processors")
    private @Nullable Integer most;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        SplittableRandom random = new SplittableRandom(setting.content().seed());
        Map<Wish, Heard> alone = new HashMap<>();
        Differences differences = new Differences();
        try (ManyStreams pipeline = pipeline()) {
            for (int mix = 1; mix <= mixes; mix++) {
                List<Wish> wishes = wishes(random);
                List<Heard> together = pipeline.together(wishes);
                for (int i = 0; i < wishes.size(); i++) {
                    differences.add(together.get(i), alone.computeIfAbsent(wishes.get(i), pipeline::alone));
                }
                if (mix % 50 == 0) {
                    out.println(mix + " mixes, " + differences);
                    out.flush();
                }
            }
        }
        Verdicts verdicts = differences.judged(mixes + " mixes");
        if (most != null) {
            shared(verdicts, "acoustic model", differences.batching().acousticModel());
            shared(verdicts, "vocoder", differences.batching().vocoder());
        }
        verdicts.print(out);
        return verdicts.allKept() ? 0 : 1;
    }

    /** Without runs of several streams nothing would be shown. */
    private static void shared(Verdicts verdicts, String stage, BatchFigures batching) {
        verdicts.some(stage + ": others in the runs of a stream", batching.runs() - batching.batches());
        verdicts.note(stage + ": streams in a run, mean", batching.meanSize(), "");
    }

    private ManyStreams pipeline() {
        return most == null
                ? DefaultVoice.open().manyStreams()
                : DefaultVoice.open(Optional.of(new Batching(most, LONGEST_WAIT))).manyStreams(most);
    }

    private List<Wish> wishes(SplittableRandom random) throws IOException {
        List<String> texts = setting.content().texts();
        List<Wish> wishes = new ArrayList<>();
        int count = random.nextInt(2, MOST_TOGETHER + 1);
        for (int i = 0; i < count; i++) {
            wishes.add(new Wish(texts.get(random.nextInt(Math.min(TEXTS, texts.size()))),
                    SPEAKING_RATES.get(random.nextInt(
                            SPEAKING_RATES.size())),
                    SAMPLE_RATES.get(random.nextInt(SAMPLE_RATES.size())), random.nextInt(SEEDS)));
        }
        return wishes;
    }
}
