package dev.sixtyfold.load.peers;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;

/** A process that speaks with another project's package; {@code peer_worker.py} says how it is talked to. */
final class PeerWorker implements AutoCloseable {

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int LONGEST_LINE = 200;

    private final Process process;
    private final DataInputStream in;
    private final OutputStream out;
    private final String description;

    private PeerWorker(Process process, DataInputStream in) throws IOException {
        this.process = process;
        this.in = in;
        this.out = process.getOutputStream();
        String ready = line();
        if (!ready.startsWith("ready ")) {
            throw new IOException("the worker said \"" + ready + "\" and not that it is ready");
        }
        this.description = ready.substring("ready ".length());
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param log
     *            gets what it writes to standard error
     */
    static PeerWorker start(List<String> command, Path log) throws IOException {
        Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        try {
            return new PeerWorker(process, new DataInputStream(new BufferedInputStream(process.getInputStream())));
        } catch (IOException e) {
            process.destroyForcibly();
            throw new IOException(e.getMessage() + " (its log is " + log + ")", e);
        }
    }

    String description() {
        return description;
    }

    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Speaks a text and tells the length of each piece of its audio, in nanoseconds, when it has been read. */
    void speak(String text, LongConsumer audio) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        for (String line = line(); !line.equals("end"); line = line()) {
            String[] words = line.split(" ", -1);
            long samples = Long.parseLong(words[1]);
            in.skipNBytes(samples * Short.BYTES);
            audio.accept(samples * NANOS_PER_SECOND / Long.parseLong(words[2]));
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n' && line.length() < LONGEST_LINE; c = in.readUnsignedByte()) {
            line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
