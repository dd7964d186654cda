package dev.sixtyfold.server.cli;

import dev.sixtyfold.server.engine.VoiceChoice;
import dev.sixtyfold.speech.SkippedSpan;
import dev.sixtyfold.speech.SpokenWord;
import dev.sixtyfold.speech.Utterance;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    ExplainCommand(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Frontend frontend = services.frontend(VoiceChoice.choose(services.voices(), voice, language).id());
        LineReader lines = new LineReader(
                new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8)));
        PrintStream out = console.out();
        for (String line = lines.next(); line != null; line = lines.next()) {
            List<Utterance> utterances = frontend.utterances(line);
            out.println(jsonl ? json(line, utterances) : table(line, utterances));
            out.flush();
        }
        return 0;
    }

    private static String json(String line, List<Utterance> utterances) {
        return JsonLine.object(json -> {
            json.writeStringProperty("text", line);
            json.writeStringProperty("normalized", joined(utterances, Utterance::normalized));
            json.writeStringProperty("phonemes", joined(utterances, utterance -> utterance.phonemes().symbols()));
            json.writeArrayPropertyStart("words");
            for (SpokenWord word : words(utterances)) {
                json.writeStartObject();
                json.writeStringProperty("text", word.text());
                json.writeNumberProperty("start", word.source().start());
                json.writeNumberProperty("end", word.source().end());
                json.writeStringProperty("spoken", word.spoken());
                json.writeStringProperty("phonemes", word.phonemes());
                json.writeStringProperty("source", word.decidedBy());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("skipped");
            for (SkippedSpan skipped : skipped(utterances)) {
                json.writeStartObject();
                json.writeNumberProperty("start", skipped.source().start());
                json.writeNumberProperty("end", skipped.source().end());
                json.writeStringProperty("reason", skipped.reason());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static String table(String line, List<Utterance> utterances) {
        StringBuilder table = new StringBuilder(line).append('\n');
        for (SpokenWord word : words(utterances)) {
            table.append("  %5d-%-5d %-20s %-24s %-24s %s%n".formatted(word.source().start(), word.source().end(), word
                    .text(), word.spoken(), word.phonemes(), word.decidedBy()));
        }
        for (SkippedSpan skipped : skipped(utterances)) {
            table.append("  %5d-%-5d skipped: %s%n".formatted(skipped.source().start(), skipped.source().end(), skipped
                    .reason()));
        }
        return table.toString();
    }

    private static String joined(List<Utterance> utterances, Function<Utterance, String> part) {
        return utterances.stream().map(part).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }

    private static List<SpokenWord> words(List<Utterance> utterances) {
        return utterances.stream().flatMap(utterance -> utterance.phonemes().words().stream()).toList();
    }

    private static List<SkippedSpan> skipped(List<Utterance> utterances) {
        return utterances.stream().flatMap(utterance -> utterance.skipped().stream()).toList();
    }
}
