package dev.sixtyfold.server.cli;

import dev.sixtyfold.inference.InferenceException;
import dev.sixtyfold.server.config.ConfigurationException;
import dev.sixtyfold.server.storage.Home;
import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.text.lexicon.LexiconException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;

/** The command line: all commands, and how their failures are told. */
public final class CommandLines {

    private CommandLines() {}

    /**
     * Runs the command that {@code arguments} name.
     *
     * @return the exit status: 0 fine, 1 the request failed, 2 wrong usage
     */
    public static int run(Services services, Home home, Console console, String... arguments) {
        PrintWriter out = new PrintWriter(console.out(), true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(console.err(), true, StandardCharsets.UTF_8);
        CommandLine voices = new CommandLine(new VoicesCommand())
                .addSubcommand(new VoicesCommand.ListVoices(services, console))
                .addSubcommand(new VoicesCommand.Install(services, console));
        CommandLine lexicon = new CommandLine(new LexiconCommand())
                .addSubcommand(new LexiconCommand.Check(services, console));
        CommandLine keys = new CommandLine(new WatermarkKeysCommand())
                .addSubcommand(new WatermarkKeysCommand.ListKeys(services, home, console))
                .addSubcommand(new WatermarkKeysCommand.Rotate(services, home, console))
                .addSubcommand(new WatermarkKeysCommand.Retire(services, home, console));
        CommandLine watermark = new CommandLine(new WatermarkCommand())
                .addSubcommand(new WatermarkCommand.Embed(services, home, console))
                .addSubcommand(new WatermarkVerifyCommand(services, home, console))
                .addSubcommand(keys);
        CommandLine audit = new CommandLine(new AuditCommand())
                .addSubcommand(new AuditCommand.Show(services, home, console));
        return new CommandLine(new SixtyfoldCommand())
                .addSubcommand(new ServeCommand(services, home, console))
                .addSubcommand(new SayCommand(services, home, console))
                .addSubcommand(new ExplainCommand(services, console))
                .addSubcommand(voices)
                .addSubcommand(lexicon)
                .addSubcommand(watermark)
                .addSubcommand(audit)
                .addSubcommand(new BenchCommand(services, console, InstantSource.system()))
                .addSubcommand(new RehearseCommand(services, home))
                .addSubcommand(new HelpCommand())
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(CommandLines::wrongUsage)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command))
                .setExecutionStrategy(CommandLines::execute)
                .execute(arguments);
    }

    private static int execute(CommandLine.ParseResult parsed) {
        CommandLine last = parsed.asCommandLineList().getLast();
        boolean lacksCommand = !last.getSubcommands().isEmpty() && !parsed.asCommandLineList().stream().anyMatch(
                command -> command.isUsageHelpRequested() || command.isVersionHelpRequested());
        if (lacksCommand) {
            throw new ParameterException(last, "missing command; one of " + last.getSubcommands().values().stream()
                    .map(CommandLine::getCommandSpec).filter(command -> !command.usageMessage().hidden())
                    .map(CommandLine.Model.CommandSpec::name).collect(Collectors.joining(", ")));
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static int wrongUsage(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(oneLine(name + ": " + wrong.getMessage() + " (see " + name + " --help)"));
        return ExitCode.USAGE;
    }

    private static int failed(Exception failure, CommandLine command) {
        String line = switch (failure) {
            case SynthesisException known -> known.getMessage();
            case CommandFailure known -> known.getMessage();
            case ConfigurationException known -> known.getMessage();
            case InferenceException known -> known.getMessage();
            case LexiconException known -> known.getMessage();
            case UncheckedIOException unchecked -> describe(Objects.requireNonNull(unchecked.getCause()));
            case IOException io -> describe(io);
            default -> "internal error: " + failure + "; SIXTYFOLD_TRACE=1 shows where";
        };
        command.getErr().println(oneLine("sixtyfold: " + line));
        if (System.getenv("SIXTYFOLD_TRACE") != null) {
            failure.printStackTrace(command.getErr());
        }
        return ExitCode.SOFTWARE;
    }

    /** The messages of file system exceptions are bare names. */
    private static String describe(IOException failure) {
        return failure.getClass() == IOException.class
                ? String.valueOf(failure.getMessage())
                : failure.getMessage() + ": "
                        + failure.getClass().getSimpleName().replaceAll("Exception$", "").replaceAll(
                                "(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s*\\R\\s*", " ");
    }
}
