package dev.sixtyfold.load.scenario;

import dev.sixtyfold.load.pipeline.DefaultVoice;
import dev.sixtyfold.load.pipeline.ManyStreams;
import dev.sixtyfold.load.pipeline.ManyStreams.Heard;
import dev.sixtyfold.load.pipeline.ManyStreams.Wish;
import dev.sixtyfold.load.setting.Setting;
import dev.sixtyfold.load.setting.Verdicts;
import dev.sixtyfold.speech.dsp.VectorUnit;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code exactness}. */
@Command(name = "exactness", mixinStandardHelpOptions = true, description = "The samples of a text do not depend on who reads "
        + "them how fast, on the threads that compute, on what else is spoken, or on whether kernels are plain loops or "
        + "vectors. In this process, since the watermark of a server differs from request to request.")
final class Exactness implements Callable<Integer> {

    private static final int MOST_THREADS = 4;
    private static final int MOST_WORDS = 60;
    private static final long LONGEST_PAUSE_MICROS = 20_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Setting setting = new Setting();

    @Option(names = "--texts-count", paramLabel = "N", description = "texts of random length, each at a random speed from 0.5 to "
            + "2; default ${DEFAULT-VALUE}")
    private int count = 100;

    @Option(names = "--rounds", paramLabel = "N", description = "in which all are spoken together; default "
            + "${DEFAULT-VALUE}")
    private int rounds = 4;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        SplittableRandom random = new SplittableRandom(setting.content().seed());
        List<Wish> wishes = wishes(random);
        DefaultVoice voice = DefaultVoice.open();
        List<Heard> alone;
        try (ManyStreams pipeline = voice.manyStreams(1)) {
            alone = wishes.stream().map(pipeline::alone).toList();
        }
        Differences differences = new Differences();
        for (int round = 1; round <= rounds; round++) {
            for (int first = 0; first < wishes.size();) {
                int together = Math.min(random.nextInt(1, 9), wishes.size() - first);
                List<Heard> heard = together(voice, random, wishes.subList(first, first + together));
                for (int i = 0; i < together; i++) {
                    differences.add(heard.get(i), alone.get(first + i));
                }
                first += together;
            }
            out.println("round " + round + ": " + differences);
            out.flush();
        }
        Verdicts verdicts = differences.judged(rounds + " rounds of " + wishes.size() + " texts");
        verdicts.print(out);
        return verdicts.allKept() ? 0 : 1;
    }

    /** With threads, readers and kernels as chance has it, and kernels that change while the streams run. */
    private static List<Heard> together(DefaultVoice voice, SplittableRandom random, List<Wish> wishes)
            throws InterruptedException {
        long longest = random.nextLong(1, LONGEST_PAUSE_MICROS);
        try (ManyStreams pipeline = voice.manyStreams(random.nextInt(1, MOST_THREADS + 1))) {
            return pipeline.together(wishes, () -> {
                ThreadLocalRandom chance = ThreadLocalRandom.current();
                if (chance.nextBoolean()) {
                    VectorUnit.use();
                } else {
                    VectorUnit.rest();
                }
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(chance.nextLong(longest)));
            });
        } finally {
            VectorUnit.use();
        }
    }

    private List<Wish> wishes(SplittableRandom random) throws IOException {
        List<String> words = setting.content().texts().stream().flatMap(text -> Arrays.stream(text.split(" ")))
                .toList();
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = random.nextInt(1, MOST_WORDS + 1);
            int start = random.nextInt(words.size());
            String text = String.join(" ", IntStream.range(start, start + length)
                    .mapToObj(word -> words.get(word % words.size())).toList());
            wishes.add(new Wish(text, random.nextDouble(0.5, 2), 24_000, i));
        }
        return wishes;
    }
}
