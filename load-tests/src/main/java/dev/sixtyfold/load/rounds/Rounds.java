package dev.sixtyfold.load.rounds;

import dev.sixtyfold.load.pipeline.DefaultVoice;
import dev.sixtyfold.load.pipeline.OneStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Speaks a set of texts once for each line that it reads, and answers each with a line of JSON: {@code {"audioSeconds":…,
 * "wallSeconds":…}}. Its first line, before any is read, says that it is ready. The other side of the comparison speaks the
 * same protocol.
 */
public final class Rounds {

    private static final double NANOS_PER_SECOND = 1e9;

    private Rounds() {}

    /**
     * Runs until the end of standard input.
     *
     * @param arguments
     *            a file with a text on each line
     */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        List<String> texts = Files.readAllLines(Path.of(arguments[0]));
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (OneStream stream = DefaultVoice.open().oneStream()) {
            out.println("{\"ready\":\"sixtyfold, Java " + Runtime.version() + "\"}");
            while (commands.readLine() != null) {
                long start = System.nanoTime();
                double audioSeconds = 0;
                for (String text : texts) {
                    audioSeconds += stream.speak(text);
                }
                double wallSeconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
                out.printf(Locale.ROOT, "{\"audioSeconds\":%.4f,\"wallSeconds\":%.4f}%n", audioSeconds, wallSeconds);
            }
        }
    }
}
