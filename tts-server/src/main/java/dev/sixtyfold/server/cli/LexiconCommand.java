package dev.sixtyfold.server.cli;

import dev.sixtyfold.server.engine.Frontend;
import dev.sixtyfold.server.engine.VoiceChoice;
import dev.sixtyfold.text.lexicon.Lexicon;
import dev.sixtyfold.text.lexicon.LexiconText;
import dev.sixtyfold.text.lexicon.check.LexiconExamples;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lexicon}. */
@Command(name = "lexicon", synopsisSubcommandLabel = "COMMAND", mixinStandardHelpOptions = true, description = "Files with "
        + "pronunciations of your own.")
final class LexiconCommand {

    /** {@code lexicon check}. */
    @Command(name = "check", mixinStandardHelpOptions = true, description = "Reads lexicons and their examples, and says "
            + "where an example is not read as the lexicon says. Exit status 1 if one is not.")
    static final class Check implements Callable<Integer> {

        private final Services services;
        private final Console console;

        @Parameters(arity = "1..*", paramLabel = "FILE", description = "PLS 1.0, YAML, or lines with tabs")
        private List<Path> files = List.of();

        @Option(names = "--voice", paramLabel = "NAME", description = "that reads the examples; the default voice if not "
                + "given")
        private String voice = "";

        @Option(names = "--language", paramLabel = "TAG", description = "in which they are read, such as en-US or en-GB; the "
                + "voice's own if not given")
        private String language = "";

        Check(Services services, Console console) {
            this.services = services;
            this.console = console;
        }

        @Override
        public Integer call() {
            Frontend frontend = services.frontend(VoiceChoice.reading(services.voices(), voice, language));
            int status = 0;
            for (Path file : files) {
                Lexicon lexicon = LexiconText.read(file);
                List<String> differences = LexiconExamples.differences(lexicon, frontend::utterances);
                differences.forEach(console.out()::println);
                console.out().println(file + ": " + lexicon.size() + " words and phrases, " + lexicon.examples().size()
                        + " examples, " + (differences.isEmpty()
                                ? "all as expected"
                                : differences.size()
                                        + " differences"));
                status = differences.isEmpty() ? status : 1;
            }
            console.out().flush();
            return status;
        }
    }
}
