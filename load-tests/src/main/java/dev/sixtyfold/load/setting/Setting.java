package dev.sixtyfold.load.setting;

import dev.sixtyfold.server.bench.listeners.LoadPlan.Content;
import dev.sixtyfold.server.bench.process.DisposableServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** The options of all load tests. The scripts give the hidden ones. */
public final class Setting {

    @Option(names = "--launcher", hidden = true, required = true)
    private Path launcher = Path.of("");

    @Option(names = "--texts", hidden = true, required = true)
    private Path texts = Path.of("");

    @Option(names = "--seed", paramLabel = "N", description = "of all that is random; default ${DEFAULT-VALUE}")
    private long seed = 60;

    /** Starts a server as its users do. */
    public DisposableServer server() throws IOException {
        return DisposableServer.start(List.of(launcher.toString()));
    }

    /** The texts of {@code sixtyfold bench}. */
    public Content content() throws IOException {
        return new Content(Files.readAllLines(texts), "", seed);
    }

    /**
     * Runs a command, in which a later option replaces an earlier one.
     *
     * @return the exit status: 0 fine, 1 if a promise was broken or the test failed, 2 wrong usage
     */
    public static int run(Object command, String... arguments) {
        return new CommandLine(command).setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setUsageHelpAutoWidth(true).setOverwrittenOptionsAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println(line.getCommandName() + ": " + (failure instanceof IOException
                            ? failure.getMessage()
                            : failure));
                    return ExitCode.SOFTWARE;
                })
                .execute(arguments);
    }
}
