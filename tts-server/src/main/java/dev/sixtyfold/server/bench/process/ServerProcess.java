package dev.sixtyfold.server.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server as a child process, on a free port of the loopback interface. */
final class ServerProcess implements MeasuredServer {

    private static final Pattern READY = Pattern.compile("ready grpc=127\\.0\\.0\\.1:(\\d+) .*");
    private static final int FAREWELL_SECONDS = 60;

    private final Process process;
    private final int port;
    private final Thread atExit;

    /**
     * @param atExit
     *            runs when this JVM ends: whoever measures may be ended by a signal, and the server is not to outlive it
     */
    private ServerProcess(Process process, int port, Thread atExit) {
        this.process = process;
        this.port = port;
        this.atExit = atExit;
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @param command
     *            of the program, to which {@code serve} and its options are added; it has to become the server itself, not
     *            to start it as a child
     * @param options
     *            of {@code serve}, beside the addresses
     * @param log
     *            gets what the server writes to standard error
     * @throws IOException
     *             if the command does not run, or ends without having been ready
     */
    static ServerProcess start(List<String> command, List<String> options, Path log) throws IOException {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of("serve", "--address", "127.0.0.1", "--grpc-port", "0", "--http-port", "0"));
        words.addAll(options);
        Process process = new ProcessBuilder(words).redirectError(log.toFile()).start();
        Thread atExit = new Thread(process::destroy, "end-of-measured-server");
        try {
            ServerProcess started = new ServerProcess(process, readyPort(process, log), atExit);
            Runtime.getRuntime().addShutdownHook(atExit);
            return started;
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Left open on purpose: the server's output ends with the server. */
    private static int readyPort(Process process, Path log) throws IOException {
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(),
                StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                return Integer.parseInt(ready.group(1));
            }
        }
        throw new IOException("the server ended before it was ready: " + lastLine(log));
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty() ? "it said nothing" : lines.getLast();
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    long pid() {
        return process.pid();
    }

    /** Asks it to stop as a service manager would, and insists if it does not. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // this JVM is ending, and the hook runs already
        }
    }
}
