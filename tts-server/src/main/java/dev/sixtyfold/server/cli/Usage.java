package dev.sixtyfold.server.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Complaints about arguments that only the command itself can judge. */
final class Usage {

    private Usage() {}

    /**
     * @param spec
     *            of the command, set by the time that it runs
     */
    static ParameterException wrong(@Nullable CommandSpec spec, String problem) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), problem);
    }
}
