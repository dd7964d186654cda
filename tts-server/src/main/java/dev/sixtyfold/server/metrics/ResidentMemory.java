package dev.sixtyfold.server.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process holds of the machine's memory, native memory of the runtime too, which the JVM does not count. */
final class ResidentMemory {

    private static final String KEY = "VmRSS:";

    private final Path status;

    /**
     * @param status
     *            {@code /proc/self/status}, or another file of its form
     */
    ResidentMemory(Path status) {
        this.status = status;
    }

    /** In bytes; not a number where the system does not say. */
    double bytes() {
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith(KEY)) {
                    return 1024 * Double.parseDouble(line.substring(KEY.length()).replace("kB", "").strip());
                }
            }
            return Double.NaN;
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
