package dev.sixtyfold.load.scenario;

import dev.sixtyfold.load.setting.Setting;
import picocli.CommandLine.Command;

/** {@code run-scenario}. */
@Command(name = "run-scenario", mixinStandardHelpOptions = true, subcommands = {Concurrency.class, Overload.class,
    BatchLane.class,
    SameTogether.class,
    Exactness.class}, description = "Holds the server to what it has promised under load, prints what was asked and what was measured, and "
            + "ends with status 1 if a promise was not kept.")
public final class RunScenario {

    private RunScenario() {}

    /** Runs the command and ends with its exit status. */
    public static void main(String[] arguments) {
        System.exit(Setting.run(new RunScenario(), arguments));
    }
}
