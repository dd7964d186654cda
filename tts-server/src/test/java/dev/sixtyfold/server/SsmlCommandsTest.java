package dev.sixtyfold.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.server.cli.CommandLines;
import dev.sixtyfold.server.cli.Console;
import dev.sixtyfold.server.engine.Engine;
import dev.sixtyfold.server.engine.EngineConfig;
import dev.sixtyfold.server.lifecycle.ListenConfig;
import dev.sixtyfold.server.lifecycle.RunningServer;
import dev.sixtyfold.server.lifecycle.ServerConfig;
import dev.sixtyfold.server.storage.Home;
import dev.sixtyfold.server.storage.StateConfig;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SSML on the command line, with the default voice, in this process and through a server. */
@Timeout(60)
@TestInstance(Lifecycle.PER_CLASS)
class SsmlCommandsTest {

    private static final int HEADER = 44;
    private static final double BYTES_A_SECOND = 48_000;
    private static final String DOCUMENT = "<speak>Ready. <break time=\"2s\"/> <mark name=\"go\"/>Go.</speak>";

    private final Home home = Home.of(System.getenv(), Path.of(System.getProperty("user.home")));
    private final Wiring wiring = new Wiring(home);
    private RunningServer server;

    @TempDir
    private Path directory = Path.of("");

    @BeforeAll
    void start() throws IOException {
        Path state = Files.createTempDirectory("ssml-commands");
        Engine engine = wiring.engine(EngineConfig.DEFAULTS, wiring.stamping(StateConfig.in(state), 1));
        server = RunningServer.start(ServerConfig.defaults(new Home(state))
                .withListen(new ListenConfig("127.0.0.1", 0, 0)), engine);
    }

    @AfterAll
    void stop() throws InterruptedException {
        server.shutDown();
    }

    private record Run(int status, String out, String err) {}

    private Run run(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), new PrintStream(
                out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        int status = CommandLines.run(wiring, home, console, arguments);
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private double seconds(String name) throws IOException {
        return (Files.size(directory.resolve(name)) - HEADER) / BYTES_A_SECOND;
    }

    @Test
    void sayFollowsADocumentFromAnArgumentOrFromStandardInput() throws IOException {
        Run argument = run("", "say", "--ssml", DOCUMENT, "-o", path("a.wav"), "--marks", path("a.jsonl"));
        Run input = run(DOCUMENT, "say", "--ssml", "-", "-o", path("b.wav"));
        Run remote = run("", "say", "--ssml", DOCUMENT, "-o", path("c.wav"), "--marks", path("c.jsonl"), "--server",
                server.grpcAddress());

        assertThat(argument.status()).as(argument.err()).isZero();
        assertThat(argument.err()).isEmpty();
        assertThat(input.status()).as(input.err()).isZero();
        assertThat(remote.status()).as(remote.err()).isZero();
        assertThat(seconds("a.wav")).isBetween(2.5, 5.0);
        assertThat(seconds("b.wav")).isEqualTo(seconds("a.wav"));
        assertThat(seconds("c.wav")).isEqualTo(seconds("a.wav"));
        assertThat(Files.readString(directory.resolve("a.jsonl"))).contains("\"mark\":\"go\"")
                .isEqualTo(Files.readString(directory.resolve("c.jsonl")));
    }

    @Test
    void withoutTheOptionTagsAreText() throws IOException {
        assertThat(run("", "say", "<speak>Ready. <break time=\"9s\"/> Go.</speak>", "-o", path("t.wav")).status())
                .isZero();
        assertThat(seconds("t.wav")).isLessThan(9);
    }

    @Test
    void eachLineIsADocumentAndTheOneThatIsWrongIsNamedWithThePlace() throws IOException {
        String lines = Files.writeString(directory.resolve("lines.txt"), """
                <speak>One.</speak>
                <speak>Two.</speak>
                <speak>Three <break time='x'/></speak>
                """).toString();
        for (String[] where : new String[][]{{}, {"--server", server.grpcAddress()}}) {
            Run run = run("", with(where, "say", "--ssml", "--lines", lines, "--out-dir", path("out" + where.length)));

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out()).hasLineCount(2);
            assertThat(run.err()).hasLineCount(1).contains("lines.txt, line 3: ")
                    .contains("input.ssml: line 1, column 14: <break> has a wrong time");
        }
    }

    @Test
    void sayTellsHowManyWishesWereNotFollowed() {
        for (String[] where : new String[][]{{}, {"--server", server.grpcAddress()}}) {
            Run run = run("", with(where, "say", "--ssml", "<speak><foo>One</foo> <bar>two</bar>.</speak>", "-o",
                    path("n.wav")));

            assertThat(run.status()).isZero();
            assertThat(run.err()).isEqualTo(
                    "sixtyfold: wishes that could not be followed: 2 (`sixtyfold explain --ssml` names them)\n");
        }
    }

    @Test
    void explainReadsADocumentALineAsJson() {
        String documents = DOCUMENT + "\n<speak><break time='x'/></speak>\n<speak><foo>Dr.</foo> Who</speak>\n";
        Run here = run(documents, "explain", "--ssml", "--jsonl");
        Run remote = run(documents, "explain", "--ssml", "--jsonl", "--server", server.grpcAddress());

        assertThat(here.status()).isZero();
        assertThat(here.out().lines().toList()).hasSize(3).satisfiesExactly(
                line -> assertThat(line).contains("\"normalized\":\"Ready. Go.\"")
                        .contains("\"text\":\"Go\",\"start\":50,\"end\":52"),
                line -> assertThat(line)
                        .contains("\"error\":\"input.ssml: line 1, column 8: <break> has a wrong time"),
                line -> assertThat(line).contains("\"normalized\":\"Doctor Who\"")
                        .contains("\"notes\":[{\"start\":7,\"end\":12,\"note\":\"unknown tag <foo>"));
        assertThat(remote.status()).isZero();
        assertThat(remote.out()).isEqualTo(here.out());
    }

    @Test
    void explainForPeopleTakesAllOfItsInputAsOneDocument() {
        for (String[] where : new String[][]{{}, {"--server", server.grpcAddress()}}) {
            Run run = run("<speak>\n  <p>Ready.</p>\n  <foo>Go.</foo>\n</speak>\n", with(where, "explain", "--ssml"));
            Run refused = run("<speak>\n  <p>Ready.\n</speak>\n", with(where, "explain", "--ssml"));

            assertThat(run.status()).isZero();
            assertThat(run.out()).contains("ɹˈɛdi", "note: unknown tag <foo>");
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err()).hasLineCount(1).contains("input.ssml: line 3, column")
                    .contains("not well-formed");
        }
    }

    @Test
    void explainThroughAServerAnswersTextsToo() {
        String texts = "Dr. Smith has 12 cats.\nIt's read.\n";
        Run here = run(texts, "explain", "--jsonl");

        assertThat(run(texts, "explain", "--jsonl", "--server", server.grpcAddress()).out()).isEqualTo(here.out());
        Run nobody = run(texts, "explain", "--jsonl", "--server", "127.0.0.1:1");
        assertThat(nobody.status()).isEqualTo(1);
        assertThat(nobody.err()).startsWith("sixtyfold: server 127.0.0.1:1: UNAVAILABLE").hasLineCount(1);
    }

    @Test
    void explainReadsBritishEnglishThoughTheVoiceDoesNotSpeakIt() {
        for (String[] where : new String[][]{{}, {"--server", server.grpcAddress()}}) {
            Run run = run("The lieutenant left on 3/5/1999.\n",
                    with(where, "explain", "--jsonl", "--language", "en-GB"));

            assertThat(run.status()).as(run.err()).isZero();
            assertThat(run.out()).contains("lɛftˈɛnənt", "the third of May nineteen ninety nine");
        }
    }

    private static String[] with(String[] more, String... arguments) {
        String[] all = new String[arguments.length + more.length];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return all;
    }
}
