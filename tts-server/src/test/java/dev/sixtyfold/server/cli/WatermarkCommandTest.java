package dev.sixtyfold.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.encoding.WavHeader;
import dev.sixtyfold.server.audit.AuditFinding;
import dev.sixtyfold.server.caller.StandingLexicons;
import dev.sixtyfold.server.config.ConfigReader;
import dev.sixtyfold.server.engine.ToneEngine;
import dev.sixtyfold.server.lifecycle.ListenConfig;
import dev.sixtyfold.server.lifecycle.RunningServer;
import dev.sixtyfold.server.lifecycle.ServerConfig;
import dev.sixtyfold.server.storage.Home;
import dev.sixtyfold.server.verification.VerificationService;
import dev.sixtyfold.watermark.key.WatermarkKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class WatermarkCommandTest {

    @TempDir
    private Path home = Path.of("");
    private final TestServices services = new TestServices();

    @ParameterizedTest
    @CsvSource({"16000,1", "24000,1", "44100,2"})
    void whatIsEmbeddedIsFoundAgainInAnyRateAndNumberOfChannels(int rate, int channels) throws IOException {
        Path in = recording("in.wav", rate, channels);
        Path out = home.resolve("out.wav");

        CommandRun embed = run("embed", in.toString(), out.toString(), "--payload", "0badcafe");
        CommandRun verify = run("verify", "--jsonl", out.toString(), in.toString());

        assertThat(embed.err()).isEmpty();
        assertThat(embed.out()).startsWith("{\"payload\":\"0badcafe\",\"keyId\":\"");
        assertThat(Files.size(out)).isEqualTo(Files.size(in));
        assertThat(verify.outLines()).hasSize(2);
        assertThat(verify.outLines().getFirst()).contains("\"verdict\":\"WATERMARKED\"",
                "\"requestId\":\"0badcafe\"", "\"spans\":[{");
        assertThat(verify.outLines().getLast()).contains("\"verdict\":\"NOT_DETECTED\"", "\"requestId\":null",
                "\"spans\":[]");
    }

    @Test
    void idsThatAreNotGivenComeFromTheCounterAndDiffer() throws IOException {
        Path in = recording("in.wav", 16_000, 1);

        String first = run("embed", in.toString(), home.resolve("a.wav").toString()).out();
        String second = run("embed", in.toString(), home.resolve("b.wav").toString()).out();

        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void aRetiredKeyVerifiesNoMoreAndARotatedOneStill() throws IOException {
        Path in = recording("in.wav", 16_000, 1);
        Path out = home.resolve("out.wav");
        String embedded = run("embed", in.toString(), out.toString()).out();
        String key = embedded.replaceAll("(?s).*\"keyId\":\"([^\"]*)\".*", "$1");

        assertThat(run("keys", "rotate").status()).isZero();
        assertThat(run("verify", "--jsonl", "--unchanged", out.toString()).out()).contains("WATERMARKED", key);
        assertThat(run("keys", "retire", key).status()).isZero();
        assertThat(run("keys", "list").out()).contains(key);
        assertThat(run("verify", "--jsonl", "--unchanged", out.toString()).out()).contains("NOT_DETECTED");
    }

    @Test
    void filesThatAreNoRecordingsAreNamed() throws IOException {
        Path text = Files.writeString(home.resolve("text.wav"), "no audio at all, but long enough for a header of WAV");
        Path out = home.resolve("out.wav");

        CommandRun missing = run("verify", "--jsonl", home.resolve("none.wav").toString());
        CommandRun wrong = run("embed", text.toString(), out.toString());
        CommandRun payload = run("embed", recording("in.wav", 16_000, 1).toString(), out.toString(), "--payload",
                "xyz");

        assertThat(missing.status()).isEqualTo(1);
        assertThat(missing.err()).contains("none.wav", "no such file").hasLineCount(1);
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.err()).contains("text.wav").hasLineCount(1);
        assertThat(payload.status()).isEqualTo(2);
        assertThat(payload.err()).contains("--payload");
        assertThat(out).as("nothing is left half written").doesNotExist();
    }

    @Test
    void anIdThatWasChosenIsForeignAndOnRecordAsChosen() throws IOException {
        Path in = recording("in.wav", 16_000, 1);
        Path chosen = home.resolve("chosen.wav");
        Path issued = home.resolve("issued.wav");
        run("embed", in.toString(), chosen.toString(), "--payload", "0badcafe");
        String id = run("embed", in.toString(), issued.toString()).out().replaceAll(
                "(?s).*\"payload\":\"([0-9a-f]{8}).*", "$1");

        assertThat(run("verify", "--jsonl", "--unchanged", chosen.toString(), issued.toString()).outLines())
                .satisfiesExactly(line -> assertThat(line).contains("\"payload\":\"0badcafe\",\"foreign\":true"),
                        line -> assertThat(line).contains("\"payload\":\"" + id + "\",\"foreign\":false"));
        assertThat(run("verify", "--unchanged", chosen.toString()).out()).contains("0badcafe (foreign");
        assertThat(CommandRun.of(services, home, "", "audit", "show", "0badcafe", id).outLines()).satisfiesExactly(
                line -> assertThat(line).contains("\"status\":\"UNKNOWN\"", "\"chosenAt\":[\""),
                line -> assertThat(line).contains("\"status\":\"RECORDED\"", "\"way\":\"EMBED\"",
                        "\"outcome\":\"FINISHED\"", "\"audioSeconds\":5.0").doesNotContain("chosenAt"));
    }

    @Test
    void aFileThatCannotBeReadGetsALineAndTheOthersFollow() throws IOException {
        Path good = recording("good.wav", 16_000, 1);
        Path text = Files.writeString(home.resolve("notes.txt"), "no recording");
        String input = home.resolve("none.wav") + "\n" + text + "\n" + good + "\n";

        CommandRun verify = CommandRun.of(services, home, input, "watermark", "verify", "--jsonl", "--unchanged");

        assertThat(verify.status()).isEqualTo(1);
        assertThat(verify.outLines()).satisfiesExactly(
                line -> assertThat(line).contains("\"error\":\"", "none.wav: there is no such file"),
                line -> assertThat(line).contains("notes.txt\",\"error\":\"", "is no recording of a known kind"),
                line -> assertThat(line).contains("good.wav\",\"verdict\":\"NOT_DETECTED\""));
        assertThat(verify.err().lines()).hasSize(2);
    }

    @Test
    void verifyingNeedsNoDatabase() throws IOException {
        Path in = recording("in.wav", 16_000, 1);

        assertThat(run("verify", "--jsonl", "--unchanged", in.toString()).status()).isZero();
        assertThat(home.resolve("state/sixtyfold.db")).doesNotExist();
    }

    @Test
    void theKeysAndRecordsMayBeThoseOfAServersConfiguration() throws IOException {
        Path in = recording("in.wav", 16_000, 1);
        Path out = home.resolve("out.wav");
        Path state = home.resolve("elsewhere");
        Path config = Files.writeString(home.resolve("server.yaml"), "state: {directory: " + state
                + ", database-url: 'jdbc:sqlite:" + state + "/records.db'}\n");

        String id = run("embed", in.toString(), out.toString(), "--config", config.toString()).out().replaceAll(
                "(?s).*\"payload\":\"([0-9a-f]{8}).*", "$1");

        assertThat(run("verify", "--unchanged", out.toString()).out()).contains("NOT_DETECTED");
        assertThat(run("verify", "--unchanged", "--config", config.toString(), out.toString()).out()).contains(id);
        assertThat(run("keys", "list", "--config", config.toString()).outLines()).singleElement().isNotEqualTo(
                run("keys", "list").outLines().getFirst());
        assertThat(CommandRun.of(services, home, "", "audit", "show", "--config", config.toString(), id).out())
                .contains(
                        "RECORDED");
        assertThat(state.resolve("records.db")).exists();
        assertThat(home.resolve("state/sixtyfold.db")).doesNotExist();
    }

    @Test
    void throughAServerTheVerdictIsTheSameAndTheRestDependsOnTheRights() throws Exception {
        Path in = recording("in.wav", 44_100, 2);
        Path out = home.resolve("out.wav");
        Path text = Files.writeString(home.resolve("notes.txt"), "no recording");
        Path key = Files.writeString(home.resolve("key"), "key");
        run("embed", in.toString(), out.toString(), "--payload", "0badcafe");
        List<WatermarkKey> keys = services.watermarkKeys(new Home(home).state()).ring().verifying();
        ServerConfig open = ServerConfig.defaults(new Home(home)).withListen(new ListenConfig("127.0.0.1", 0, 0));
        ServerConfig withCallers = ConfigReader.read(Files.writeString(home.resolve("server.yaml"), """
                listen: {grpc-port: 0, http-port: 0}
                callers:
                  - name: alice
                    key-hash: 2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683
                    rights: [verify]
                """), ServerConfig.defaults(new Home(home)));

        CommandRun local = run("verify", "--jsonl", out.toString(), in.toString());
        CommandRun remote = through(open, keys, "verify", "--jsonl", out.toString(), in.toString());
        CommandRun alice = through(withCallers, keys, "verify", "--jsonl", "--key-file", key.toString(), out.toString(),
                text.toString());
        CommandRun nobody = through(withCallers, keys, "verify", out.toString());

        assertThat(remote.out()).isEqualTo(local.out());
        assertThat(alice.outLines().getFirst()).contains("WATERMARKED", "0badcafe").doesNotContain("score", "spans");
        assertThat(alice.outLines().getLast()).contains("notes.txt\",\"error\":\"",
                "INVALID_ARGUMENT: audio_content: ");
        assertThat(nobody.status()).isEqualTo(1);
        assertThat(nobody.err()).contains("UNAUTHENTICATED").hasLineCount(1);
    }

    private CommandRun through(ServerConfig config, List<WatermarkKey> keys, String... arguments) throws Exception {
        RunningServer server = RunningServer.start(config, new ToneEngine(), StandingLexicons.NONE, Optional.of(
                new VerificationService(config.verification(), keys, id -> new AuditFinding.Unknown())));
        try {
            String[] all = Arrays.copyOf(arguments, arguments.length + 2);
            all[arguments.length] = "--server";
            all[arguments.length + 1] = server.grpcAddress();
            return run(all);
        } finally {
            server.shutDown();
        }
    }

    @Test
    void aKeyWithoutAServerIsWrongUsage() {
        assertThat(run("verify", "--key-file", "key", "x.wav").err()).contains("--key-file goes with --server");
    }

    private CommandRun run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "watermark";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return CommandRun.of(services, home, "", all);
    }

    /** Five seconds of noise in syllables, as broad as speech. */
    private Path recording(String name, int rate, int channels) throws IOException {
        Random random = new Random(7);
        float[][] samples = new float[channels][5 * rate];
        double low = 0;
        for (int n = 0; n < samples[0].length; n++) {
            low += 0.3 * (random.nextGaussian() - low);
            double syllable = Math.pow(Math.sin(Math.PI * 4 * n / rate), 2);
            for (float[] channel : samples) {
                channel[n] = (float) (0.2 * low * syllable);
            }
        }
        byte[] audio = InterleavedPcm.samples(samples);
        byte[] header = WavHeader.ofLength(rate, channels, audio.length);
        byte[] file = new byte[header.length + audio.length];
        System.arraycopy(header, 0, file, 0, header.length);
        System.arraycopy(audio, 0, file, header.length, audio.length);
        return Files.write(home.resolve(name), file);
    }
}
