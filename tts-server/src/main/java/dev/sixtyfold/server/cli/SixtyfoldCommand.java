package dev.sixtyfold.server.cli;

import picocli.CommandLine.Command;

/** The command without a subcommand: it has nothing but help and version. */
@Command(name = "sixtyfold", synopsisSubcommandLabel = "COMMAND", versionProvider = Version.class, mixinStandardHelpOptions = true, description = "Text to speech on your own machine, in real time.", footer = {
    "",
    "Voices and state are kept in SIXTYFOLD_HOME, by default ~/.cache/sixtyfold.",
    "Exit status: 0 fine, 1 the request failed, 2 wrong usage.",
    "Help for a command: sixtyfold help COMMAND"})
final class SixtyfoldCommand {}
