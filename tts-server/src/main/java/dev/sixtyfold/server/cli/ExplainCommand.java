package dev.sixtyfold.server.cli;

import dev.sixtyfold.server.engine.Frontend;
import dev.sixtyfold.server.engine.VoiceChoice;
import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.text.lexicon.Lexicons;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code explain}. */
@Command(name = "explain", mixinStandardHelpOptions = true, description = "Reads texts from standard input, one a line, and "
        + "says how each would be spoken: in which words and phonemes, and what would be left out. Nothing is synthesised.", footer = {
            "",
            "Offsets count Unicode code points of the line, start inclusive, end exclusive.",
            "Example:",
            "  echo 'Dr. Smith has 12 cats.' | sixtyfold explain --jsonl"})
final class ExplainCommand implements Callable<Integer> {

    private final Services services;
    private final Console console;

    @Option(names = "--jsonl", description = "an object of JSON for each line, instead of a table for people")
    private boolean jsonl;

    @Option(names = "--voice", paramLabel = "NAME", description = "whose pronunciation; the default voice's if not given")
    private String voice = "";

    @Option(names = "--language", paramLabel = "TAG", description = "of the texts, such as en-US; the voice's own if not "
            + "given")
    private String language = "";

    @Option(names = "--lexicon", paramLabel = "FILE", description = "pronunciations of your own; may be given several "
            + "times, the first counts first")
    private List<Path> lexicons = List.of();

    ExplainCommand(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Frontend frontend = services.frontend(VoiceChoice.choose(services.voices(), voice, language).id());
        Lexicons own = LexiconFiles.read(lexicons, () -> frontend);
        LineReader lines = new LineReader(
                new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8)));
        PrintStream out = console.out();
        for (String line = lines.next(); line != null; line = lines.next()) {
            out.println(answer(frontend, own, line));
            out.flush();
        }
        return 0;
    }

    /** What a line would be; one that cannot be read says why, and the next one is read all the same. */
    private String answer(Frontend frontend, Lexicons own, String line) {
        try {
            ExplanationText explanation = new ExplanationText(line, frontend.utterances(line, own));
            return jsonl ? explanation.json() : explanation.table();
        } catch (SynthesisException e) {
            String problem = String.valueOf(e.getMessage());
            return jsonl ? JsonLine.object(json -> {
                json.writeStringProperty("text", line);
                json.writeStringProperty("error", problem);
            }) : line + System.lineSeparator() + "  " + problem;
        }
    }
}
