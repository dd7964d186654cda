package dev.sixtyfold.server.bench.process;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A server whose state (the counter of request ids, the watermark key) is in a folder of its own that goes with it. */
public final class DisposableServer implements MeasuredServer {

    private final ServerProcess process;
    private final Path folder;

    private DisposableServer(ServerProcess process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /**
     * Starts this very program in a JVM of its own, with the options of this one, and waits until it answers.
     *
     * @param mainClass
     *            of the program
     * @throws IOException
     *             if it ends without having been ready
     */
    public static DisposableServer ofThisProgram(String mainClass) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        return start(command);
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @param command
     *            of the program, to which {@code serve} and its options are added; it has to become the server itself, not
     *            to start it as a child
     * @throws IOException
     *             if it ends without having been ready
     */
    public static DisposableServer start(List<String> command) throws IOException {
        Path folder = Files.createTempDirectory("sixtyfold-measured-server");
        try {
            Path config = Files.writeString(folder.resolve("server.yaml"), "state: {directory: '"
                    + folder.resolve("state").toString().replace("'", "''") + "'}\n");
            return new DisposableServer(ServerProcess.start(command, List.of("--config", config.toString()),
                    folder.resolve("server.log")), folder);
        } catch (IOException | RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public InetSocketAddress address() {
        return process.address();
    }

    @Override
    public Duration processorTime() {
        return process.processorTime();
    }

    @Override
    public void close() {
        process.close();
        delete(folder);
    }

    /** As far as possible: it is in the folder for temporary files. */
    private static void delete(Path folder) {
        try (Stream<Path> content = Files.walk(folder)) {
            content.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
