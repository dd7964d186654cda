package dev.sixtyfold.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sixtyfold.server.engine.ToneEngine;
import dev.sixtyfold.speech.Cancellation;
import dev.sixtyfold.synthesis.SynthesisRequest;
import dev.sixtyfold.synthesis.SynthesisStream;
import dev.sixtyfold.synthesis.schedule.Lane;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chunks of a tenth of a second, made in as long as a test says. */
class MeasuredStreamTest {

    private static final long MILLI = 1_000_000;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicLong now = new AtomicLong(17);
    private final AtomicLong cost = new AtomicLong();
    private final ToneEngine engine = new ToneEngine().onChunk(index -> now.addAndGet(cost.get()));
    private final SynthesisStream stream = new MeasuredSynthesizer(engine, Map.of(Lane.LIVE, new LaneMeters(registry,
            Lane.LIVE)), now::get).open(new SynthesisRequest("Hello.", ToneEngine.HEART.id(), 1, 0, 24_000, 0),
                    Cancellation.NEVER);

    @Test
    void aChunkThatIsReadyBeforeTheLastHasBeenHeardHasHeadroom() {
        stream.next();
        cost.set(30 * MILLI);
        stream.next();
        stream.next();

        assertThat(registry.get("sixtyfold.chunk.headroom").timer().totalTime(TimeUnit.MILLISECONDS)).isEqualTo(
                70 + 140,
                within(1e-3));
        assertThat(registry.get("sixtyfold.late.chunks").counter().count()).isZero();
    }

    @Test
    void aChunkThatWasAskedForInTimeAndIsReadyTooLateIsLate() {
        stream.next();
        cost.set(130 * MILLI);
        stream.next();
        cost.set(0);
        stream.next();

        assertThat(registry.get("sixtyfold.late.chunks").counter().count()).isEqualTo(1);
    }

    @Test
    void aReaderWhoComesLateIsNotLetDown() {
        stream.next();
        now.addAndGet(1000 * MILLI);
        stream.next();

        assertThat(registry.get("sixtyfold.late.chunks").counter().count()).isZero();
        assertThat(registry.get("sixtyfold.chunk.headroom").timer().count()).isZero();
    }

    @Test
    void theFirstSoundIsCountedOnceWhateverFollows() {
        stream.next();
        stream.next();
        stream.next();

        assertThat(registry.get("sixtyfold.first.sound").timer().totalTime(TimeUnit.MILLISECONDS)).isEqualTo(2,
                within(1e-3));
        assertThat(registry.get("sixtyfold.first.sound").timer().count()).isEqualTo(1);
    }

    @Test
    void aRequestIsCountedOnceWhenItIsOver() {
        while (stream.next().isPresent()) {
        }
        assertThat(registry.get("sixtyfold.requests").tag("outcome", "finished").counter().count()).isZero();
        stream.close();
        stream.close();

        assertThat(registry.get("sixtyfold.requests").tag("outcome", "finished").counter().count()).isEqualTo(1);
        assertThat(registry.get("sixtyfold.real.time.factor").summary().count()).isEqualTo(1);
    }

    @Test
    void theResidentMemoryIsReadWhereTheSystemTellsIt(@TempDir Path directory) throws Exception {
        Path status = Files.writeString(directory.resolve("status"),
                "Name:\tjava\nVmRSS:\t  345678 kB\nThreads:\t20\n");

        assertThat(new ResidentMemory(status).bytes()).isEqualTo(345_678 * 1024.0);
        assertThat(new ResidentMemory(directory.resolve("none")).bytes()).isNaN();
    }
}
