package dev.sixtyfold.server.cli;

import dev.sixtyfold.proto.v1.ExplainRequest;
import dev.sixtyfold.proto.v1.ExplainResponse;
import dev.sixtyfold.proto.v1.VoiceSelectionParams;
import dev.sixtyfold.server.engine.Frontend;
import dev.sixtyfold.server.engine.VoiceChoice;
import dev.sixtyfold.server.grpc.Explanations;
import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.synthesis.SpokenInput;
import dev.sixtyfold.text.lexicon.Lexicons;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Option(names = "--ssml", description = "what comes is SSML (docs/ssml.md): a document a line with --jsonl, otherwise "
            + "one in all")
    private boolean ssml;

    @Option(names = "--voice", paramLabel = "NAME", description = "whose pronunciation; the default voice's if not given")
    private String voice = "";

    @Option(names = "--language", paramLabel = "TAG", description = "of the texts, such as en-US or en-GB; the voice's own if not "
            + "given")
    private String language = "";

    @Mixin
    private final ServerOption server = new ServerOption();

    @Option(names = "--lexicon", paramLabel = "FILE", description = "pronunciations of your own; may be given several "
            + "times, the first counts first")
    private List<Path> lexicons = List.of();

    ExplainCommand(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    /** Says how something would be spoken. */
    @FunctionalInterface
    private interface Explainer {

        /**
         * @throws SynthesisException
         *             if it cannot be read
         * @throws StatusRuntimeException
         *             if a server says so
         */
        ExplainResponse explain(SpokenInput input);
    }

    @Override
    public Integer call() throws IOException {
        Optional<ServerConnection> asked = server.connection();
        if (asked.isEmpty()) {
            explain(here());
            return 0;
        }
        try (ServerConnection connection = asked.get()) {
            explain(through(connection));
        } catch (StatusRuntimeException e) {
            throw asked.get().failure(e.getStatus(), e);
        }
        return 0;
    }

    private Explainer here() {
        VoiceChoice.Reading chosen = VoiceChoice.reading(services.voices(), voice, language);
        Frontend frontend = services.frontend(chosen);
        Lexicons own = LexiconFiles.read(lexicons, () -> frontend);
        return input -> Explanations.response(chosen, frontend.utterances(input, own));
    }

    private Explainer through(ServerConnection connection) throws IOException {
        List<String> own = LexiconFiles.texts(lexicons);
        VoiceSelectionParams selection = VoiceSelectionParams.newBuilder().setName(voice).setLanguageCode(language)
                .build();
        return input -> connection.stub().explain(ExplainRequest.newBuilder()
                .setInput(ServerConnection.input(input, own)).setVoice(selection).build());
    }

    private void explain(Explainer explainer) throws IOException {
        PrintStream out = console.out();
        if (ssml && !jsonl) {
            String document = InputText.all(console.in());
            out.println(new ExplanationText(document, explainer.explain(new SpokenInput.Ssml(document))).table());
            out.flush();
            return;
        }
        LineReader lines = new LineReader(
                new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8)));
        for (String line = lines.next(); line != null; line = lines.next()) {
            out.println(answer(explainer, line));
            out.flush();
        }
    }

    /** What a line would be; one that cannot be read says why, and the next one is read all the same. */
    private String answer(Explainer explainer, String line) {
        try {
            ExplanationText explanation = new ExplanationText(line, explainer.explain(ssml
                    ? new SpokenInput.Ssml(line)
                    : new SpokenInput.PlainText(line)));
            return jsonl ? explanation.json() : explanation.table();
        } catch (SynthesisException e) {
            return refusal(line, String.valueOf(e.getMessage()));
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() != Status.Code.INVALID_ARGUMENT) {
                throw e;
            }
            return refusal(line, Objects.requireNonNull(e.getStatus().getDescription()));
        }
    }

    private String refusal(String line, String problem) {
        return jsonl ? JsonLine.object(json -> {
            json.writeStringProperty("text", line);
            json.writeStringProperty("error", problem);
        }) : line + System.lineSeparator() + "  " + problem;
    }
}
