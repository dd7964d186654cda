package dev.sixtyfold.server.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a benchmark ran on.
 *
 * @param processor
 *            its model, or the architecture where the system does not say
 * @param cores
 *            that the JVM may use
 */
public record Machine(String processor, int cores, String operatingSystem, String java) {

    /** This one. */
    public static Machine current() {
        return new Machine(processorModel(Path.of("/proc/cpuinfo")).orElse(System.getProperty("os.arch")), Runtime
                .getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.vendor") + " " + Runtime.version());
    }

    private static Optional<String> processorModel(Path cpuinfo) {
        if (!Files.isReadable(cpuinfo)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(cpuinfo)) {
            return lines.filter(line -> line.startsWith("model name")).map(line -> line.substring(line.indexOf(':') + 1)
                    .strip()).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
