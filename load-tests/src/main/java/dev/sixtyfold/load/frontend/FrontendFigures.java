package dev.sixtyfold.load.frontend;

import dev.sixtyfold.load.pipeline.DefaultVoice;
import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.synthesis.Voice;
import dev.sixtyfold.text.TextFrontend;
import dev.sixtyfold.text.UtteranceReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Prints the three figures of the text frontend, on one thread: seconds of audio that the texts would make for each second
 * of reading; the time to the first utterance of a text; and the heap that the loaded frontend holds.
 */
final class FrontendFigures {

    private static final int WARM_UP_ROUNDS = 400;
    private static final int ROUNDS = 200;

    private FrontendFigures() {}

    /**
     * The program.
     *
     * @param arguments
     *            a file with a text on each line
     */
    public static void main(String[] arguments) throws IOException {
        List<String> texts = Files.readAllLines(Path.of(arguments[0]));
        double heapBefore = heapMegabytes();
        TextFrontend frontend = DefaultVoice.frontend();
        texts.forEach(text -> readAll(frontend, text));
        double heap = heapMegabytes() - heapBefore;
        Voice voice = DefaultVoice.open().voice();
        double audioSeconds = texts.stream().mapToDouble(text -> audioSeconds(voice, text)).sum();
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            texts.forEach(text -> readAll(frontend, text));
        }
        // Processor time: on a busy machine the clock also counts what others do.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] rounds = new double[ROUNDS];
        double fastest = Double.MAX_VALUE;
        List<Double> firstMillis = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            long began = System.nanoTime();
            long start = threads.getCurrentThreadCpuTime();
            texts.forEach(text -> readAll(frontend, text));
            rounds[i] = (threads.getCurrentThreadCpuTime() - start) / 1e9;
            fastest = Math.min(fastest, (System.nanoTime() - began) / 1e9);
            for (String text : texts) {
                long opened = System.nanoTime();
                frontend.open(text).next();
                firstMillis.add((System.nanoTime() - opened) / 1e6);
            }
        }
        Arrays.sort(rounds);
        double[] first = firstMillis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(Locale.ROOT, "%d texts, %.1f s of audio, %d rounds after %d%n", texts.size(), audioSeconds,
                ROUNDS, WARM_UP_ROUNDS);
        System.out.printf(Locale.ROOT,
                "reading      %.0f x real time at the median, %.0f in the slowest tenth; by the clock "
                        + "%.0f in the fastest round%n",
                audioSeconds / rounds[ROUNDS / 2], audioSeconds / rounds[ROUNDS * 9 / 10], audioSeconds / fastest);
        System.out.printf(Locale.ROOT, "first piece  %.3f ms at the median, %.3f ms at the 99th percentile%n",
                first[first.length / 2], first[first.length * 99 / 100]);
        System.out.printf(Locale.ROOT, "memory       %.1f MB of heap for the frontend, once it has read the texts%n",
                heap);
    }

    /** What is in use after a collection. */
    private static double heapMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    /** How long the voice would speak, by its acoustic model. */
    private static double audioSeconds(Voice voice, String text) {
        UtteranceReader reader = voice.textFrontend().open(text);
        double seconds = 0;
        for (Optional<Utterance> next = reader.next(); next.isPresent(); next = reader.next()) {
            if (!next.get().phonemes().isSilent()) {
                seconds += voice.acousticModel().predict(next.get().phonemes(), 1).seconds();
            }
        }
        return seconds;
    }

    private static void readAll(TextFrontend frontend, String text) {
        UtteranceReader reader = frontend.open(text);
        while (reader.next().isPresent()) {
            // each is made when it is asked for
        }
    }
}
