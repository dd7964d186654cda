package dev.sixtyfold.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.server.storage.Home;
import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.speech.VoiceId;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

@Timeout(60)
class OtherCommandsTest {

    @TempDir
    private Path home = Path.of("");
    private final TestServices services = new TestServices();

    @Test
    void explainMergesTheUtterancesOfALine() {
        CommandRun run = CommandRun.of(services, home, "ab.🙂.cd.\n\n", "explain", "--jsonl");

        assertThat(run.status()).isZero();
        assertThat(run.outLines()).containsExactly(
                "{\"text\":\"ab.🙂.cd.\",\"normalized\":\"ab cd\",\"phonemes\":\"ba dc\",\"words\":["
                        + "{\"text\":\"ab\",\"start\":0,\"end\":3,\"spoken\":\"ab\",\"phonemes\":\"ba\","
                        + "\"source\":\"lexicon\",\"rule\":\"lexicon\"},{\"text\":\"cd\",\"start\":5,\"end\":8,\"spoken\":\"cd\","
                        + "\"phonemes\":\"dc\",\"source\":\"lexicon\",\"rule\":\"lexicon\"}],\"skipped\":[{\"start\":3,"
                        + "\"end\":5,\"reason\":\"no reading\"}],\"spoken\":[{\"start\":0,\"end\":3},{\"start\":5,"
                        + "\"end\":8}],\"utterances\":[{\"start\":0,\"end\":3,\"normalized\":\"ab\"},{\"start\":3,"
                        + "\"end\":5,\"normalized\":\"\"},{\"start\":5,\"end\":8,\"normalized\":\"cd\"}]}",
                "{\"text\":\"\",\"normalized\":\"\",\"phonemes\":\"\",\"words\":[],\"skipped\":[],"
                        + "\"spoken\":[],\"utterances\":[]}");
    }

    @Test
    void explainEscapesWhatJsonDoesNotTake() {
        CommandRun run = CommandRun.of(services, home, "a\"\\\t\r\u0001b\n", "explain", "--jsonl");

        assertThat(run.outLines()).hasSize(1);
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), run.out())) {
            parser.nextToken();
            parser.nextToken();
            assertThat(parser.nextStringValue()).isEqualTo("a\"\\\t\r\u0001b");
        }
    }

    @Test
    void explainAnswersALineBeforeItReadsTheNext() throws Exception {
        PipedOutputStream input = new PipedOutputStream();
        try (PipedInputStream output = new PipedInputStream()) {
            Thread command = start(new PipedInputStream(input), output, "explain", "--jsonl");
            for (String line : new String[]{"one.", "two."}) {
                input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                input.flush();
                assertThat(readLine(output)).startsWith("{\"text\":\"" + line + "\"");
            }
            input.close();
            command.join();
        }
    }

    @Test
    void aLineThatCannotBeReadDoesNotEndTheCommand() {
        CommandRun run = CommandRun.of(services, home, "bad.\nab.\n", "explain", "--jsonl");

        assertThat(run.status()).isZero();
        assertThat(run.outLines()).hasSize(2).first().isEqualTo("{\"text\":\"bad.\",\"error\":\"text: is bad\"}");
        assertThat(run.outLines().getLast()).startsWith("{\"text\":\"ab.\",\"normalized\":\"ab\"");
    }

    @Test
    void explainForPeopleShowsWordsAndWhatIsSkipped() {
        CommandRun run = CommandRun.of(services, home, "ab.!\n", "explain");

        assertThat(run.out()).contains("ab", "ba", "lexicon", "skipped: no reading");
    }

    @Test
    void voicesListsTheCatalogue() {
        assertThat(CommandRun.of(services, home, "", "voices", "list").outLines()).hasSize(2).first().asString()
                .matches(
                        "heart +en-US +female +24000 Hz +Apache-2.0 +installed");
        assertThat(CommandRun.of(services, home, "", "voices", "list", "--jsonl").outLines()).last().isEqualTo(
                "{\"name\":\"joe\",\"languages\":[\"en-GB\",\"de\"],\"gender\":\"male\",\"sampleRate\":22050,"
                        + "\"license\":\"CC0-1.0\",\"installed\":false}");
    }

    @Test
    void voicesInstallInstallsByName() {
        CommandRun run = CommandRun.of(services, home, "", "voices", "install", "heart");

        assertThat(run.status()).isZero();
        assertThat(services.installed).containsExactly(new VoiceId("heart"));
    }

    @Test
    void benchReportsFiguresAsJson() {
        CommandRun run = CommandRun.of(services, home, "", "bench", "--json", "--rounds", "2", "--concurrency", "3");

        assertThat(run.status()).isZero();
        assertThat(run.outLines()).singleElement().asString().contains("\"realTimeFactorGoal\":60.0", "\"texts\":20",
                "\"audioSeconds\":10.0", "\"oneCore\":{\"streams\":1,\"rounds\":2", "\"allCores\":{\"streams\":3",
                "\"timeToFirstAudioP95Millis\":1.0",
                "\"timeToFirstSoundP95Millis\":2.0,\"stageShares\":{\"textFrontend\":0.0,\"acousticModel\":0.25,"
                        + "\"vocoder\":0.5,\"postprocessing\":0.25}",
                "\"voice\":\"heart\"", "\"modelHash\":\"5f70741d");
        assertThat(home.resolve("state")).doesNotExist();
    }

    @Test
    void benchReportsFiguresToPeople() {
        CommandRun run = CommandRun.of(services, home, "", "bench", "--rounds", "1");

        assertThat(run.out()).contains("20 texts", "x real time", "the goal of 60 is reached", "model 5f70741d");
    }

    @Test
    void benchCertifiesHowManyListenersAreCarried() {
        services.preparation = engine -> engine.withChunks(1); // one piece leaves no gap on any machine

        CommandRun run = CommandRun.of(services, home, "", "bench", "--capacity", "--json", "--most-listeners", "2",
                "--trial-seconds", "1", "--confirm-seconds", "1");

        assertThat(run.status()).isZero();
        assertThat(run.outLines()).singleElement().asString().contains("\"listeners\":2,",
                "\"idleTimeToFirstAudioP50Millis\":", "\"confirmation\":{\"measuredSeconds\":1.0",
                "\"timeToFirstAudioP50Millis\":", "\"timeToFirstAudioP95Millis\":", "\"timeToFirstAudioP99Millis\":",
                "\"underruns\":0", "\"processorShares\":{\"server\":0.0,\"loadGenerator\":", "\"voice\":\"heart\"",
                "\"modelHash\":\"5f70741d", "\"machine\":{");
        assertThat(run.err()).contains("    2 listeners: all served");
    }

    @Test
    void benchSaysThatNotEvenOneListenerIsCarried() {
        services.preparation = engine -> engine.onChunk(index -> {
            throw new SynthesisException.StageFailed("vocoder", new IllegalStateException());
        });

        CommandRun run = CommandRun.of(services, home, "", "bench", "--capacity", "--most-listeners", "1",
                "--trial-seconds", "1", "--confirm-seconds", "1");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("1 listeners: 0 underruns, 0 refused, 1 broken off").endsWith(
                "sixtyfold: not even one listener was served without a gap; see the trials above\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--most-listeners", "--trial-seconds", "--confirm-seconds"})
    void benchRefusesAnEffortOfNothing(String option) {
        CommandRun run = CommandRun.of(services, home, "", "bench", "--capacity", option, "0");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(option + ": 0 is not between 1 and");
    }

    @Test
    void serveSaysWhereItListensAndStopsOnDemand() throws Exception {
        Path config = Files.writeString(home.resolve("server.yaml"), "listen: {grpc-port: 1, http-port: 0}\n");
        try (PipedInputStream output = new PipedInputStream()) {
            Thread command = start(InputStream.nullInputStream(), output, "serve", "--config", config.toString(),
                    "--grpc-port", "0");
            Matcher ready = Pattern.compile("ready grpc=(127\\.0\\.0\\.1:\\d+) http=(127\\.0\\.0\\.1:\\d+)").matcher(
                    readLine(output));
            assertThat(ready.matches()).isTrue();
            HttpResponse<String> answer;
            try (HttpClient client = HttpClient.newHttpClient()) {
                answer = client.send(HttpRequest.newBuilder(URI.create("http://" + ready.group(2) + "/readyz")).build(),
                        HttpResponse.BodyHandlers.ofString());
            }
            CommandRun say = CommandRun.of(services, home, "", "say", "Hello.", "-o", home.resolve("x.wav").toString(),
                    "--server", ready.group(1));
            command.interrupt();
            command.join();

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("ready\n");
            assertThat(say.status()).isZero();
            assertThat(say.out()).contains("\"requestId\":\"");
        }
    }

    @Test
    void aBrokenLexiconOfACallerRefusesTheStartAndNamesTheFieldAndTheFile() throws Exception {
        Path lexicon = Files.writeString(home.resolve("names.tsv"), "Kowalczyk\t/k5/\n");
        Path unread = Files.writeString(home.resolve("unread.tsv"), "ask\t/zi/\t\task you\n");
        for (Path broken : List.of(lexicon, unread)) {
            Path config = Files.writeString(home.resolve("server.yaml"), "callers:\n- {name: alice, key-hash: "
                    + "2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683, rights: [synthesize], lexicons: ["
                    + broken + "]}\n");

            CommandRun run = CommandRun.of(services, home, "", "serve", "--config", config.toString());

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("callers.alice.lexicons: ", broken + ":1:").hasLineCount(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "serve --help", "say --help", "explain --help", "voices --help",
        "voices list --help",
        "voices install --help", "bench --help", "help say", "help"})
    void everyCommandExplainsItself(String arguments) {
        CommandRun run = CommandRun.of(services, home, "", arguments.split(" "));

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("Usage: sixtyfold");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aRehearsalLeavesNothingBehind() {
        CommandRun run = CommandRun.of(services, home, "", "rehearse");

        assertThat(run.status()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(home).isEmptyDirectory();
        assertThat(CommandRun.of(services, home, "", "--help").out()).doesNotContain("rehearse");
    }

    @Test
    void saysItsVersion() {
        assertThat(CommandRun.of(services, home, "", "--version").out()).startsWith("sixtyfold ").contains("Java 25");
    }

    private Thread start(InputStream input, PipedInputStream output, String... arguments) throws IOException {
        PrintStream out = new PrintStream(new PipedOutputStream(output), false, StandardCharsets.UTF_8);
        Console console = new Console(input, out, new PrintStream(PrintStream.nullOutputStream(), false,
                StandardCharsets.UTF_8));
        return Thread.ofPlatform().start(() -> CommandLines.run(services, new Home(home),
                console, arguments));
    }

    private static String readLine(InputStream in) throws IOException {
        return String.valueOf(new LineReader(new InputStreamReader(in, StandardCharsets.UTF_8)).next());
    }
}
