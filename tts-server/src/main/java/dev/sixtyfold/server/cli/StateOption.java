package dev.sixtyfold.server.cli;

import dev.sixtyfold.server.config.ConfigReader;
import dev.sixtyfold.server.lifecycle.ServerConfig;
import dev.sixtyfold.server.storage.Home;
import dev.sixtyfold.server.storage.StateConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose keys and records a command works with. */
final class StateOption {

    @Option(names = "--config", paramLabel = "FILE", description = "the configuration of a server, whose keys and records are "
            + "used (section `state`); default: those in SIXTYFOLD_HOME")
    private @Nullable Path file;

    /** The section of the file, or what holds without one. */
    StateConfig of(Home home) {
        ServerConfig defaults = ServerConfig.defaults(home);
        return (file == null ? defaults : ConfigReader.read(file, defaults)).state();
    }
}
