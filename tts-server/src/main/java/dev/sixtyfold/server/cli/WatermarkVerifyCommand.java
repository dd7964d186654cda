package dev.sixtyfold.server.cli;

import dev.sixtyfold.proto.v1.VerifyResponse;
import dev.sixtyfold.server.storage.Home;
import dev.sixtyfold.watermark.detect.SearchEffort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code watermark verify}. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = "Looks for a stamp of any key that is not "
        + "retired in recordings (WAV, FLAC, MP3, Ogg Opus), named as arguments or one a line on standard input. WATERMARKED is said if the "
        + "probability of the score without a stamp is at most 1e-6, whatever the audio; NOT_DETECTED does not mean "
        + "that a human spoke. How much a server shows depends on its caller's rights.")
final class WatermarkVerifyCommand implements Callable<Integer> {

    private final Services services;
    private final Home home;
    private final Console console;

    @Option(names = "--jsonl", description = "an object of JSON for each file")
    private boolean jsonl;

    @Option(names = "--unchanged", description = "do not look for changed tempo, speed and pitch: many times faster "
            + "where nothing is found")
    private boolean unchanged;

    @Mixin
    private final StateOption state = new StateOption();

    @Mixin
    private final ServerOption server = new ServerOption();

    @Parameters(paramLabel = "FILE", arity = "0..*")
    private List<String> files = new ArrayList<>();

    WatermarkVerifyCommand(Services services, Home home, Console console) {
        this.services = services;
        this.home = home;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        SearchEffort effort = unchanged ? SearchEffort.UNCHANGED : SearchEffort.CHANGED_TOO;
        Optional<ServerConnection> asked = server.connection();
        if (asked.isEmpty()) {
            return verifyAll(new LocalVerifier(services.watermarkKeys(state.of(home).directory()).ring().verifying(),
                    effort));
        }
        try (ServerConnection connection = asked.get()) {
            return verifyAll(new RemoteVerifier(connection, effort));
        }
    }

    private int verifyAll(RecordingVerifier verifier) throws IOException {
        int failed = 0;
        if (files.isEmpty()) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                failed += verify(verifier, line.strip()) ? 0 : 1;
            }
        } else {
            for (String file : files) {
                failed += verify(verifier, file) ? 0 : 1;
            }
        }
        return failed == 0 ? 0 : 1;
    }

    /** Prints a line; of a file that cannot be read it says why, and the others follow. */
    private boolean verify(RecordingVerifier verifier, String file) {
        if (file.isEmpty()) {
            return true;
        }
        try (InputStream stream = WatermarkCommand.opened(file)) {
            VerifyResponse found = verifier.verify(stream, file);
            console.out().println(jsonl ? VerificationLine.json(file, found) : VerificationLine.text(file, found));
            console.out().flush();
            return true;
        } catch (IOException | CommandFailure e) {
            String problem = e.getMessage() != null && e.getMessage().startsWith(file)
                    ? e.getMessage()
                    : file + ": cannot be read (" + e + ")";
            if (jsonl) {
                console.out().println(VerificationLine.error(file, problem));
                console.out().flush();
            }
            console.err().println("sixtyfold: " + problem);
            console.err().flush();
            return false;
        }
    }
}
