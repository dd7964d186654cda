package dev.sixtyfold.synthesis.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BackgroundWorkTest {

    private static final String ORDINARY = "0";
    private static final String IDLE = "5";

    @Test
    @EnabledOnOs(OS.LINUX)
    void itsThreadGivesWayAndNoOtherDoes() throws InterruptedException {
        List<String> policies = new ArrayList<>();
        Thread worker = Thread.ofPlatform().start(() -> {
            policies.add(policy());
            BackgroundWork.of(() -> policies.add(policy())).run();
        });
        worker.join();
        assertThat(policies).containsExactly(ORDINARY, IDLE);
        assertThat(policy()).isEqualTo(ORDINARY);
    }

    /** The 41st field of the calling thread's {@code stat}; the second, a name, may have spaces in it. */
    private static String policy() {
        try {
            String stat = Files.readString(Path.of("/proc/thread-self/stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[41 - 3];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
