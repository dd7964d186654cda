package dev.sixtyfold.load.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the figures come from /proc, which is Linux's")
class ProcessFiguresTest {

    private final long self = ProcessHandle.current().pid();

    @Test
    void anOpenFileCounts(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("open"));
        int before = ProcessFigures.of(self).fileDescriptors();
        try (InputStream first = Files.newInputStream(file); InputStream second = Files.newInputStream(file)) {
            assertThat(first).isNotSameAs(second);
            assertThat(ProcessFigures.of(self).fileDescriptors()).isEqualTo(before + 2);
        }
    }

    @Test
    void aJavaProcessHoldsMemoryAndSeveralThreads() throws IOException {
        ProcessFigures figures = ProcessFigures.of(self);

        assertThat(figures.residentKib()).isBetween(10_000L, 100_000_000L);
        assertThat(figures.threads()).isGreaterThan(2);
    }

    @Test
    void aProcessThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> ProcessFigures.of(Integer.MAX_VALUE)).isInstanceOf(IOException.class);
    }
}
