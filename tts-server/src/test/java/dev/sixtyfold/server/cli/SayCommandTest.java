package dev.sixtyfold.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.server.config.ConfigReader;
import dev.sixtyfold.server.engine.ToneEngine;
import dev.sixtyfold.server.lifecycle.ListenConfig;
import dev.sixtyfold.server.lifecycle.RunningServer;
import dev.sixtyfold.server.lifecycle.ServerConfig;
import dev.sixtyfold.server.storage.Home;
import dev.sixtyfold.speech.SynthesisException.InvalidRequest;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SayCommandTest {

    private static final int HEADER = 44;
    /** Of "key", by sha256sum. */
    private static final String HASH_OF_KEY = "2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683";
    private static final int SECOND_AT_24_KHZ = 48_000;

    @TempDir
    private Path directory = Path.of("");
    private final TestServices services = new TestServices();

    @Test
    void speaksATextIntoAWavWithTheRightLength() throws Exception {
        Path file = directory.resolve("out file.wav");

        CommandRun run = run("", "say", "Hello.", "-o", file.toString());

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.outLines()).singleElement().asString().contains(
                "\"audioSeconds\":0.5");
        try (AudioInputStream audio = AudioSystem.getAudioInputStream(file.toFile())) {
            assertThat(audio.getFrameLength()).isEqualTo(12_000);
        }
        assertThat(filesIn(directory)).containsExactlyInAnyOrder("out file.wav", "home");
    }

    @Test
    void readsTheTextFromStandardInputAndWritesToStandardOutput() {
        CommandRun run = run("Hello.\n", "say", "-", "-o", "-", "--format", "pcm");

        assertThat(run.status()).isZero();
        assertThat(run.outBytes()).hasSize(SECOND_AT_24_KHZ / 2);
    }

    @Test
    void theSameSeedGivesTheSameFileAndAnotherOneAnother() throws Exception {
        byte[][] files = new byte[3][];
        for (int i = 0; i < 3; i++) {
            Path file = directory.resolve(i + ".wav");
            run("", "say", "Hello.", "-o", file.toString(), "--seed", i == 2 ? "8" : "7");
            files[i] = Files.readAllBytes(file);
        }
        assertThat(files[1]).isEqualTo(files[0]);
        assertThat(files[2]).isNotEqualTo(files[0]);
    }

    @Test
    void speaksEachLineIntoAFileOfItsOwnAndReportsIt() throws Exception {
        Path lines = Files.writeString(directory.resolve("lines.txt"), "One.\r\nTwo.\nThree.\n");

        CommandRun run = run("", "say", "--lines", lines.toString(), "--out-dir",
                directory.resolve("new/dir").toString());

        assertThat(run.status()).isZero();
        assertThat(run.outLines()).hasSize(3);
        assertThat(run.outLines().get(1)).matches("\\{\"index\":2,\"file\":\"00002.wav\",\"requestId\":\"[0-9a-f]{8}\","
                + "\"audioSeconds\":0.5,\"wallMillis\":5.0,\"timeToFirstAudioMillis\":1.0,"
                + "\"timeToFirstSoundMillis\":2.0}");
        assertThat(filesIn(directory.resolve("new/dir"))).containsExactlyInAnyOrder("00001.wav", "00002.wav",
                "00003.wav");
    }

    @Test
    void aFailureLeavesWhatWasThereAndNothingHalfWritten() throws Exception {
        Path file = Files.writeString(directory.resolve("out.wav"), "precious");
        services.preparation = engine -> engine.onChunk(index -> {
            if (index == 3) {
                throw new IllegalStateException("broken");
            }
        });

        CommandRun run = run("", "say", "Hello.", "-o", file.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(file).hasContent("precious");
        assertThat(filesIn(directory)).containsExactlyInAnyOrder("out.wav", "home");
    }

    @Test
    void aDeviceIsWrittenToAndNotReplaced() {
        CommandRun run = run("", "say", "Hello.", "-o", "/dev/null");

        assertThat(run.status()).isZero();
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void aLinkKeepsPointingToTheFileThatIsReplaced() throws Exception {
        Path target = Files.writeString(directory.resolve("target.wav"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link.wav"), target);

        run("", "say", "Hello.", "-o", link.toString());

        assertThat(link).isSymbolicLink();
        assertThat(Files.size(target)).isEqualTo(HEADER + SECOND_AT_24_KHZ / 2);
    }

    @Test
    void theLineThatFailsIsNamedAndThoseBeforeItStay() {
        CommandRun run = run("One.\n2 fails\nThree.", withBrokenSecond(), "say", "--lines", "-", "--out-dir",
                directory.resolve(
                        "out").toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("sixtyfold: -, line 2: input.text: is broken\n");
        assertThat(filesIn(directory.resolve("out"))).containsExactly("00001.wav");
    }

    @Test
    void saysWhenNothingCouldBeSpoken() {
        CommandRun run = run("", "say", "...", "-o", directory.resolve("out.wav").toString());

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEqualTo("sixtyfold: nothing in the text can be spoken; the audio is empty\n");
        assertThat(directory.resolve("out.wav")).hasSize(HEADER);
    }

    @Test
    void throughAServerTheFileIsTheSame() throws Exception {
        Path local = directory.resolve("local.wav");
        Path remote = directory.resolve("remote.wav");
        RunningServer server = RunningServer
                .start(ServerConfig.defaults(new Home(directory)).withListen(new ListenConfig(
                        "127.0.0.1", 0, 0)), new ToneEngine());
        try {
            String[] common = {"--seed", "3", "--sample-rate", "16000"};
            run("", concat(new String[]{"say", "Hello.", "-o", local.toString()}, common));
            CommandRun run = run("", concat(new String[]{"say", "Hello.", "-o", remote.toString(), "--server", server
                    .grpcAddress()}, common));
            CommandRun refused = run("", "say", "", "-o", remote.toString(), "--server", server.grpcAddress());

            assertThat(run.status()).isZero();
            assertThat(run.out()).contains("\"requestId\":\"0000002a\"");
            assertThat(Files.readAllBytes(remote)).isEqualTo(Files.readAllBytes(local));
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.err()).contains("INVALID_ARGUMENT: input.text: is empty");
        } finally {
            server.shutDown();
        }
    }

    @Test
    void aServerWithCallersTakesTheKeyOfOne() throws Exception {
        Path key = Files.writeString(directory.resolve("key"), "key\n");
        String out = directory.resolve("x.wav").toString();
        ServerConfig config = ConfigReader.read(Files.writeString(directory.resolve("server.yaml"), """
                listen: {grpc-port: 0, http-port: 0}
                callers:
                  - {name: alice, key-hash: %s, rights: [synthesize]}
                """.formatted(HASH_OF_KEY)), ServerConfig.defaults(new Home(directory)));
        RunningServer server = RunningServer.start(config, new ToneEngine());
        try {
            String[] say = {"say", "Hello.", "-o", out, "--server", server.grpcAddress()};
            CommandRun nobody = run("", say);
            CommandRun alice = run("", concat(say, "--key-file", key.toString()));
            CommandRun explained = run("Hello.\n", "explain", "--jsonl", "--server", server.grpcAddress(), "--key-file",
                    key.toString());

            assertThat(nobody.status()).isEqualTo(1);
            assertThat(nobody.err()).contains("UNAUTHENTICATED", "--key-file or SIXTYFOLD_KEY").hasLineCount(1);
            assertThat(alice.err()).isEmpty();
            assertThat(alice.status()).isZero();
            assertThat(explained.status()).isZero();
        } finally {
            server.shutDown();
        }
    }

    @Test
    void aServerThatIsNotThereIsOneLine() {
        CommandRun run = run("", "say", "Hello.", "-o", directory.resolve("x.wav").toString(), "--server",
                "127.0.0.1:1");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).startsWith("sixtyfold: server 127.0.0.1:1: UNAVAILABLE").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            say Hello.                             | missing -o FILE
            say -o x.wav                           | missing TEXT
            say --lines a.txt                      | missing --out-dir DIR
            say --lines a.txt --out-dir d -o x.wav | --lines goes with --out-dir
            say Hello. -o x.wav --out-dir d        | --out-dir goes with --lines
            say Hello. -o x.wav --format ogg       | none of wav, pcm
            say Hello. -o x.wav --speed fast       | '--speed'
            say Hello. -o x.wav --pitch 2          | '--pitch'
            speak Hello.                           | 'speak'
            voices                                 | missing command; one of list, install
            voices install No/Name                 | NAME: a voice name has
            bench --rounds 0                       | --rounds: 0 is not between
            serve --grpc-port 70000                | --grpc-port: 70000 is not between 0 and 65535
            """)
    void wrongUsageIsOneLineAndStatusTwo(String arguments, String message) {
        CommandRun run = run("", arguments.split(" "));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(message).contains("--help)").hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            say Hello. -o missing/x.wav            | missing/x.wav: there is no such directory
            say Hello. -o x.wav --speed 9          | audio_config.speaking_rate
            say Hello. -o x.wav --voice nobody     | there is no voice "nobody"; there are heart, joe
            say Hello. -o x.wav --server nowhere   | "nowhere" is not HOST:PORT
            say Hello. -o x.wav --server a:1 --key-file none | none: there is no such file
            say --lines none.txt --out-dir d       | none.txt
            serve --config none.yaml               | none.yaml: cannot be read
            explain --language fr                  | no voice reads "fr"
            voices install nobody                  | there is no voice nobody
            """)
    void aFailedRequestIsOneLineAndStatusOne(String arguments, String message) {
        CommandRun run = run("", arguments.replace("-o ", "-o " + directory + "/").replace("--out-dir ", "--out-dir "
                + directory + "/").split(" "));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).startsWith("sixtyfold: ").hasLineCount(1);
        assertThat(run.err().replace(directory + "/", "")).contains(message);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anInputThatIsNotUtf8IsRefused() {
        CommandRun run = CommandRun.of(services, directory.resolve("home"),
                new ByteArrayInputStream(new byte[]{(byte) 0xFF}),
                "say", "-", "-o", directory.resolve("x.wav").toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("sixtyfold: standard input: is not UTF-8 text\n");
    }

    private TestServices withBrokenSecond() {
        services.preparation = engine -> engine.onOpen(request -> {
            if (request.text().startsWith("2")) {
                throw new InvalidRequest("input.text", "is broken");
            }
        });
        return services;
    }

    private CommandRun run(String input, TestServices with, String... arguments) {
        return CommandRun.of(with, directory.resolve("home"), input, arguments);
    }

    private CommandRun run(String input, String... arguments) {
        return run(input, services, arguments);
    }

    private static String[] concat(String[] first, String... second) {
        return Stream.concat(Stream.of(first), Stream.of(second)).toArray(String[]::new);
    }

    private static List<String> filesIn(Path folder) {
        return List.of(Objects.requireNonNull(folder.toFile().list()));
    }
}
