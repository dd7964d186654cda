package dev.sixtyfold.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The server that a command works through, if it shall, and the key by which that knows who calls. */
final class ServerOption {

    /** The environment variable that gives the key. */
    static final String VARIABLE = "SIXTYFOLD_KEY";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(names = "--server", paramLabel = "HOST:PORT", description = "have it done by this server instead of in this "
            + "process; the connection is not encrypted")
    private @Nullable String address;

    @Option(names = "--key-file", paramLabel = "FILE", description = "holds the key by which the server knows you, if it has a "
            + "list of callers; default: what the variable " + VARIABLE + " says")
    private @Nullable Path keyFile;

    /**
     * Connects, once it is used. None if no server is named.
     *
     * @throws IOException
     *             if the key cannot be read
     */
    Optional<ServerConnection> connection() throws IOException {
        if (address == null) {
            if (keyFile != null) {
                throw Usage.wrong(spec, "--key-file goes with --server");
            }
            return Optional.empty();
        }
        return Optional.of(ServerConnection.to(address, key()));
    }

    private Optional<String> key() throws IOException {
        if (keyFile == null) {
            return Optional.ofNullable(System.getenv(VARIABLE)).map(key -> checked(VARIABLE, key));
        }
        try {
            return Optional.of(checked("--key-file: " + keyFile, Files.readString(keyFile)));
        } catch (NoSuchFileException e) {
            throw new CommandFailure("--key-file: " + keyFile + ": there is no such file", e);
        }
    }

    private static String checked(String source, String text) {
        String key = text.strip();
        if (key.isEmpty() || !key.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new CommandFailure(source + ": is not one line of letters, digits and signs of ASCII without blanks");
        }
        return key;
    }
}
