package dev.sixtyfold.server.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[]{"sixtyfold " + number() + " (Java " + Runtime.version() + ")"};
    }

    /** From the jar's manifest. */
    private static String number() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "(not packaged)");
    }
}
