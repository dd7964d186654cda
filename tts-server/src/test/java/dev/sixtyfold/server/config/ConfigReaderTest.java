package dev.sixtyfold.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {

    record Port(int grpcPort, String address) {
        Port {
            if (grpcPort > 65_535) {
                throw new IllegalArgumentException("grpc-port: " + grpcPort + " is not a port");
            }
        }
    }

    record All(Port listen, Duration grace, Path directory) {}

    private static final All DEFAULTS = new All(new Port(6060, "here"), Duration.ofSeconds(30), Path.of("state"));

    @Test
    void whatTheFileSaysReplacesTheDefaultsAndNothingElseDoes() {
        All read = ConfigReader.read("c.yaml", """
                listen:
                  grpc-port: 7070
                directory: /data
                """, DEFAULTS);

        assertThat(read).isEqualTo(new All(new Port(7070, "here"), Duration.ofSeconds(30), Path.of("/data")));
    }

    record WithFiles(List<Path> files) {}

    @Test
    void aListOfFilesIsASequence() {
        WithFiles defaults = new WithFiles(List.of());
        assertThat(ConfigReader.read("c.yaml", "files: [a.yaml, b/c.pls]\n", defaults).files())
                .containsExactly(Path.of("a.yaml"), Path.of("b/c.pls"));
        assertThatThrownBy(() -> ConfigReader.read("c.yaml", "files: a.yaml\n", defaults))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("c.yaml:1: files: takes a list");
    }

    record Named(String name, List<Path> files) {}

    record WithEntries(List<Named> entries) {}

    @Test
    void anEntryOfAListNeedsItsKeysButListsMayBeLeftOut() {
        WithEntries none = new WithEntries(List.of());
        assertThat(ConfigReader.read("c.yaml", "entries: [{name: a}, {name: b, files: [c]}]\n", none).entries())
                .containsExactly(new Named("a", List.of()), new Named("b", List.of(Path.of("c"))));
        assertThatThrownBy(() -> ConfigReader.read("c.yaml", "entries:\n- files: [c]\n", none))
                .hasMessage("c.yaml:2: name: is missing in an entry of entries");
    }

    record WithSwitch(boolean on) {}

    @Test
    void aSwitchIsTrueOrFalse() {
        assertThat(ConfigReader.read("c.yaml", "on: true\n", new WithSwitch(false)).on()).isTrue();
        assertThatThrownBy(() -> ConfigReader.read("c.yaml", "on: maybe\n", new WithSwitch(false)))
                .hasMessage("c.yaml:1: on: \"maybe\" is neither true nor false");
    }

    @Test
    void anEmptyFileLeavesAllDefaults() {
        assertThat(ConfigReader.read("c.yaml", "# nothing yet\n", DEFAULTS)).isEqualTo(DEFAULTS);
    }

    @ParameterizedTest
    @CsvSource({"500ms, 500", "30s, 30000", "5 m, 300000", "1h, 3600000"})
    void durationsHaveAUnit(String written, long millis) {
        assertThat(ConfigReader.read("c.yaml", "grace: " + written, DEFAULTS).grace()).hasMillis(millis);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            listen: {grpc-prot: 1}   | c.yaml:1: unknown key "grpc-prot" in listen; did you mean "grpc-port"?
            grpcPort: 1              | c.yaml:1: unknown key "grpcPort" in the file; known keys: listen, grace, directory
            listen: {grpc-port: x}   | c.yaml:1: grpc-port: "x" is not a whole number that fits 32 bits
            listen: {grpc-port: 70000} | c.yaml:1: grpc-port: 70000 is not a port
            grace: 30                | c.yaml:1: grace: "30" is not a duration such as 500ms, 30s, 5m or 1h
            grace: [1]               | c.yaml:1: grace: takes a single value
            listen: 6060             | c.yaml:1: listen has keys and values, such as "grpc-port: …"
            """)
    void whatItDoesNotTakeIsRefusedWithTheFileTheLineAndTheKey(String yaml, String message) {
        assertThatThrownBy(() -> ConfigReader.read("c.yaml", yaml, DEFAULTS)).isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    @Test
    void theLineIsThatOfTheKey() {
        assertThatThrownBy(() -> ConfigReader.read("c.yaml", "grace: 1s\nlisten:\n  adress: here\n", DEFAULTS))
                .hasMessage("c.yaml:3: unknown key \"adress\" in listen; did you mean \"address\"?");
    }

    @Test
    void aFileThatIsNotYamlOrNotThereIsRefusedByName(@TempDir Path directory) throws Exception {
        Path broken = Files.writeString(directory.resolve("broken.yaml"), "a: [");

        assertThatThrownBy(() -> ConfigReader.read(broken, DEFAULTS)).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("broken.yaml: is not YAML");
        assertThatThrownBy(() -> ConfigReader.read(directory.resolve("none.yaml"), DEFAULTS)).isInstanceOf(
                ConfigurationException.class).hasMessageContaining("none.yaml: cannot be read");
    }
}
