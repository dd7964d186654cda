package dev.sixtyfold.voices.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.voices.VoiceStore;
import dev.sixtyfold.voices.manifest.VoiceManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SeveralProcessesTest {

    @TempDir
    Path home;

    private final SmallVoice small = SmallVoice.make();
    private final VoiceManifest manifest = small.manifest();

    @Test
    void theSecondWaitsForTheFirstAndFetchesNothing() throws Exception {
        String directory = new VoiceStore(home).directory(manifest).toString();
        Process first = InstallingProcess.start(home);
        try (var firstSays = first.inputReader(); var toFirst = first.outputWriter()) {
            assertThat(firstSays.readLine()).isEqualTo("started");
            assertThat(firstSays.readLine()).isEqualTo("fetching");
            Process second = InstallingProcess.start(home);
            try (var secondSays = second.inputReader()) {
                assertThat(secondSays.readLine()).isEqualTo("started");
                toFirst.write("go on\n");
                toFirst.flush();

                assertThat(firstSays.readLine()).isEqualTo(directory);
                assertThat(secondSays.readLine()).isEqualTo(directory);
                assertThat(List.of(first.waitFor(), second.waitFor())).containsOnly(0);
            } finally {
                second.destroyForcibly();
            }
        } finally {
            first.destroyForcibly();
        }
    }

    @Test
    void aProcessThatIsKilledHalfwayLeavesNothingThatCountsAndLocksNobodyOut() throws Exception {
        VoiceStore store = new VoiceStore(home);
        Process killed = InstallingProcess.start(home);
        try (var says = killed.inputReader()) {
            assertThat(says.readLine()).isEqualTo("started");
            assertThat(says.readLine()).isEqualTo("fetching");
        } finally {
            killed.destroyForcibly().waitFor();
        }
        assertThat(store.state(manifest)).isEqualTo(VoiceStore.State.ABSENT);
        assertThat(folder(store)).hasSize(2).anyMatch(name -> name.startsWith(".unfinished"));

        new VoiceInstaller(store, (wanted, directory) -> small.putWheelInto(directory)).install(manifest);

        assertThat(store.state(manifest)).isEqualTo(VoiceStore.State.INSTALLED);
        assertThat(folder(store)).hasSize(2).noneMatch(name -> name.startsWith(".unfinished"));
    }

    private List<String> folder(VoiceStore store) throws IOException {
        try (Stream<Path> files = Files.list(store.folder(manifest))) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
