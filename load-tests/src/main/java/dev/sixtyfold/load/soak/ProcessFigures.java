package dev.sixtyfold.load.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process holds, by Linux's {@code /proc}.
 *
 * @param residentKib
 *            resident memory ({@code VmRSS}), in KiB
 * @param threads
 *            of the system, platform threads and those of native libraries
 * @param fileDescriptors
 *            open files, sockets and pipes
 */
record ProcessFigures(long residentKib, int threads, int fileDescriptors) {

    /**
     * Those of a process now.
     *
     * @throws IOException
     *             if there is no such process (any more), or no {@code /proc}
     */
    static ProcessFigures of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        List<String> status = Files.readAllLines(process.resolve("status"));
        try (Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
            return new ProcessFigures(number(status, "VmRSS:"), Math.toIntExact(number(status, "Threads:")),
                    Math.toIntExact(descriptors.count()));
        }
    }

    private static long number(List<String> status, String key) throws IOException {
        for (String line : status) {
            if (line.startsWith(key)) {
                return Long.parseLong(line.substring(key.length()).replace("kB", "").strip());
            }
        }
        throw new IOException("the process has ended: its status has no " + key);
    }
}
