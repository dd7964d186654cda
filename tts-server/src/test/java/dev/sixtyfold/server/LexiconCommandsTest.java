package dev.sixtyfold.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.server.cli.CommandLines;
import dev.sixtyfold.server.cli.Console;
import dev.sixtyfold.server.storage.Home;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lexicons on the command line, with the default voice. */
class LexiconCommandsTest {

    @TempDir
    Path directory;

    private record Run(int status, String out, String err) {}

    private static Run run(String input, String... arguments) {
        Home home = Home.of(System.getenv(), Path.of(System.getProperty("user.home")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), new PrintStream(
                out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        int status = CommandLines.run(new Wiring(home), home, console, arguments);
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }

    @Test
    void explainNamesTheLexiconThatDecided() throws IOException {
        Run run = run("Ask Kowalczyk.\n", "explain", "--jsonl", "--lexicon", file("names.tsv",
                "Kowalczyk\t/kəˈvɑltʃɪk/\t\tAsk Kowalczyk.\n"));
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("kəvˈɑlʧɪk").contains("\"source\":\"lexicon names\"");
    }

    @Test
    void sayFollowsALexicon() throws IOException {
        String lexicon = file("names.tsv", "Kowalczyk\t/ˈzi/\n");
        Path plain = directory.resolve("plain.wav");
        Path own = directory.resolve("own.wav");
        assertThat(run("", "say", "Ask Kowalczyk.", "-o", plain.toString()).status()).isZero();
        assertThat(run("", "say", "Ask Kowalczyk.", "-o", own.toString(), "--lexicon", lexicon).status()).isZero();
        assertThat(Files.size(own)).isLessThan(Files.size(plain));
    }

    @Test
    void checkTellsTheDifferences() throws IOException {
        String good = file("good.yaml", "entries: {W3C: {alias: web}}\nexamples: [{text: W3C, spoken: web}]\n");
        Run fine = run("", "lexicon", "check", good);
        assertThat(fine.status()).isZero();
        assertThat(fine.out()).contains("1 words and phrases, 1 examples, all as expected");
        String bad = file("bad.yaml", "entries: {W3C: {alias: web}}\nexamples: [{text: W3C, spoken: net}]\n");
        Run differing = run("", "lexicon", "check", good, bad);
        assertThat(differing.status()).isEqualTo(1);
        assertThat(differing.out()).contains("bad.yaml:2:12: is read as \"web\", not \"net\"")
                .contains("1 differences");
        Run refused = run("a\n", "explain", "--lexicon", bad);
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("lexicon bad breaks its own examples").contains("not \"net\"");
    }

    @Test
    void checkReadsTheExamplesInTheLanguageThatIsAskedFor() throws IOException {
        String british = file("roads.yaml", """
                entries: {W3C: {alias: 3/4/2021}}
                examples: [{text: W3C, spoken: the third of April twenty twenty one}]
                """);

        assertThat(run("", "lexicon", "check", "--language", "en-GB", british).status()).isZero();
        assertThat(run("", "lexicon", "check", british).out()).contains("1 differences");
    }

    @Test
    void aFileThatIsNoLexiconIsRefusedInOneLine() throws IOException {
        Run run = run("", "lexicon", "check", file("bad.tsv", "Kowalczyk\t/k5/\n"));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("bad.tsv:1:11").hasLineCount(1);
    }
}
