package dev.sixtyfold.load.soak;

import dev.sixtyfold.server.bench.process.ServerProcess;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Sends requests to a real server, one after another, and watches what its process holds. The exit status is 1 if the
 * memory of the last tenth is more than 5 % above that of the second, and 2 for wrong usage.
 */
public final class Soak {

    private static final int LEAST_REQUESTS = 10;
    private static final int MOST_REQUESTS = 1_000_000;
    private static final double KIB_PER_MIB = 1024;

    private final PrintStream out;

    private Soak(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs a soak.
     *
     * @param arguments
     *            the number of requests, a file with a text on each line, a file for the server's log, and the command of
     *            the program
     */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(new Soak(out).run(arguments));
    }

    private int run(String[] arguments) throws IOException {
        if (arguments.length < 4 || !arguments[0].matches("\\d{1,7}")) {
            out.println("usage: Soak REQUESTS TEXTS LOG COMMAND...");
            return 2;
        }
        int requests = Integer.parseInt(arguments[0]);
        if (requests < LEAST_REQUESTS || requests > MOST_REQUESTS) {
            out.println("requests: " + requests + " is not between " + LEAST_REQUESTS + " and " + MOST_REQUESTS);
            return 2;
        }
        List<String> texts = Files.readAllLines(Path.of(arguments[1]));
        List<String> command = Arrays.asList(arguments).subList(3, arguments.length);
        try (ServerProcess server = ServerProcess.start(command, List.of(), Path.of(arguments[2]))) {
            return soak(server, texts, requests) ? 0 : 1;
        }
    }

    private boolean soak(ServerProcess server, List<String> texts, int requests) throws IOException {
        ProcessFigures before = ProcessFigures.of(server.pid());
        long start = System.nanoTime();
        double audioSeconds = 0;
        List<Long> resident = new ArrayList<>(requests);
        try (Requests client = new Requests(texts, server.address())) {
            for (int i = 0; i < requests; i++) {
                audioSeconds += client.send(i);
                resident.add(ProcessFigures.of(server.pid()).residentKib());
                if ((i + 1) % Math.max(1, requests / 10) == 0) {
                    out.printf(Locale.ROOT, "%6d requests  %7.1f MiB%n", i + 1, resident.getLast() / KIB_PER_MIB);
                }
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        ProcessFigures after = ProcessFigures.of(server.pid());
        MemoryTrend memory = new MemoryTrend(resident);
        out.printf(Locale.ROOT, "audio             %.0f s in %.0f s%n", audioSeconds, seconds);
        out.printf(Locale.ROOT, "second tenth      %.1f MiB (median)%n", memory.medianOfTenth(2) / KIB_PER_MIB);
        out.printf(Locale.ROOT, "last tenth        %.1f MiB (median), %+.1f %%; at most %+.0f %% is allowed%n",
                memory.medianOfTenth(10) / KIB_PER_MIB, 100 * memory.growth(), (double) MemoryTrend.ALLOWED_PERCENT);
        out.printf(Locale.ROOT, "threads           %d at the start, %d at the end%n", before.threads(),
                after.threads());
        out.printf(Locale.ROOT, "file descriptors  %d at the start, %d at the end%n", before.fileDescriptors(),
                after.fileDescriptors());
        out.println(memory.isBounded() ? "bounded" : "NOT BOUNDED");
        return memory.isBounded();
    }
}
