package dev.sixtyfold.load.setting;

import dev.sixtyfold.server.bench.capacity.CapacityBench;
import dev.sixtyfold.server.bench.listeners.LoadGenerator;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Content;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import picocli.CommandLine.Option;

/** The option of load tests that go by how many listeners this machine carries. */
public final class Capacity {

    private static final CapacityBench.Effort QUICK = new CapacityBench.Effort(4096, Duration.ofSeconds(13),
            Duration.ofSeconds(8), Duration.ofSeconds(20));

    @Option(names = "--capacity", paramLabel = "N", description = "listeners that this machine carries, by `sixtyfold bench "
            + "--capacity`; measured in some four minutes if not given")
    private int given;

    /**
     * As given, or measured.
     *
     * @throws IOException
     *             if not even one listener is carried
     */
    public int listeners(LoadGenerator generator, Content content, PrintWriter out) throws IOException,
            InterruptedException {
        int listeners = given > 0 ? given : measured(generator, content, out);
        if (listeners == 0) {
            throw new IOException("this machine does not carry one listener without a gap");
        }
        return listeners;
    }

    private static int measured(LoadGenerator generator, Content content, PrintWriter out) throws InterruptedException {
        return new CapacityBench(generator::run, content, QUICK, line -> {
            out.println(line);
            out.flush();
        }).measure(InstantSource.system()).listeners();
    }
}
