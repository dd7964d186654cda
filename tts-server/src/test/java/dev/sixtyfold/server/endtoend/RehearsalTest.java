package dev.sixtyfold.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.speech.dsp.VectorUnit;
import dev.sixtyfold.synthesis.Rehearsal;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class RehearsalTest {

    private static final String TEXT = "The ferry leaves the island at a quarter past seven, and nobody waits for it.";

    private RealServer server;

    @BeforeAll
    void start() throws IOException {
        server = RealServer.start();
    }

    @AfterEach
    void leaveThingsAsTheyWere() {
        VectorUnit.use();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aServerSpeaksTheSameBeforeItWhileItRunsAndAfterIt() throws InterruptedException {
        VectorUnit.rest();
        Speech before = speech();
        try (Rehearsal rehearsal = server.rehearse()) {
            Speech meanwhile = speech();
            rehearsal.await();
            assertThat(VectorUnit.used()).as("vectors win in the end").isTrue();
            before.assertSameAs(meanwhile);
            before.assertSameAs(speech());
        }
    }

    @Test
    void oneThatIsStoppedLeavesPlainLoops() {
        server.rehearse().close();

        assertThat(VectorUnit.used()).isFalse();
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).doesNotContain("rehearsal");
        assertThat(speech().samples().length).isPositive();
    }

    private Speech speech() {
        return Speech.of(server.stub().synthesize(Speech.request(TEXT).build()));
    }
}
