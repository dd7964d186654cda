package dev.sixtyfold.server.cli;

import dev.sixtyfold.encoding.WavHeader;
import dev.sixtyfold.encoding.decode.AudioDecoder;
import dev.sixtyfold.encoding.decode.AudioDecoders;
import dev.sixtyfold.server.audit.AuditResult;
import dev.sixtyfold.server.audit.AuditTrail;
import dev.sixtyfold.server.audit.AuditedRequest;
import dev.sixtyfold.server.audit.Outcome;
import dev.sixtyfold.server.audit.Requester;
import dev.sixtyfold.server.audit.Way;
import dev.sixtyfold.server.engine.Stamping;
import dev.sixtyfold.server.storage.ChosenMarks;
import dev.sixtyfold.server.storage.Database;
import dev.sixtyfold.server.storage.Home;
import dev.sixtyfold.server.storage.StateConfig;
import dev.sixtyfold.server.storage.WatermarkKeys;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.watermark.detect.DetectionStream;
import dev.sixtyfold.watermark.detect.SearchEffort;
import dev.sixtyfold.watermark.detect.Span;
import dev.sixtyfold.watermark.detect.Verification;
import dev.sixtyfold.watermark.detect.WatermarkDetector;
import dev.sixtyfold.watermark.embed.Strength;
import dev.sixtyfold.watermark.embed.WatermarkEmbedder;
import dev.sixtyfold.watermark.key.WatermarkKey;
import dev.sixtyfold.watermark.pattern.KeyedPattern;
import dev.sixtyfold.watermark.pattern.Origin;
import dev.sixtyfold.watermark.pattern.RequestMark;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/** {@code watermark}. */
@Command(name = "watermark", synopsisSubcommandLabel = "COMMAND", mixinStandardHelpOptions = true, description = "Stamps "
        + "recordings, and tells whose stamp they carry.")
final class WatermarkCommand {

    /** {@code watermark embed}. */
    @Command(name = "embed", mixinStandardHelpOptions = true, description = "Stamps a recording (WAV, FLAC, MP3, Ogg Opus) of any rate and number of "
            + "channels and writes it as a WAV file of 16-bit PCM, and puts that on record. Who holds the key can also choose the "
            + "id: `verify` then calls it foreign, since it names no request.")
    static final class Embed implements Callable<Integer> {

        private final Services services;
        private final Home home;
        private final Console console;

        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(index = "0", paramLabel = "IN.wav")
        private Path input = Path.of("");

        @Parameters(index = "1", paramLabel = "OUT.wav")
        private Path output = Path.of("");

        @Option(names = "--payload", paramLabel = "HEX", description = "the id, 8 hex digits; default: the next one of the "
                + "counter")
        private @Nullable String payload;

        Embed(Services services, Home home, Console console) {
            this.services = services;
            this.home = home;
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            WatermarkKey key = services.watermarkKeys(home.state()).ring().stamping();
            try (InputStream stream = opened(input.toString())) {
                AudioDecoder decoder = AudioDecoders.open(stream, input.toString());
                if (payload == null) {
                    embedNext(decoder, key);
                } else {
                    embedChosen(decoder, key);
                }
            }
            return 0;
        }

        /** Under the next id, which is on record before the file is there. */
        private void embedNext(AudioDecoder reader, WatermarkKey key) throws IOException {
            InstantSource clock = InstantSource.system();
            try (Stamping stamping = services.stamping(StateConfig.in(home.state()), WatermarkKeys.SINGLE)) {
                RequestId id = stamping.ids().reserve();
                AuditTrail.Recording recording = stamping.trail().begin(new AuditedRequest(id, Requester.local(
                        Way.EMBED), clock.instant(), reader.sampleRate(), Optional.empty()));
                recording.awaitWritten();
                Outcome outcome = Outcome.FAILED;
                Duration audio = Duration.ZERO;
                try {
                    audio = embed(reader, key, RequestMark.of(key, id));
                    outcome = Outcome.FINISHED;
                } finally {
                    recording.end(new AuditResult(outcome, clock.instant(), audio, 0));
                }
                report(id, key);
            }
        }

        /** An id of the administrator's own. The mark says so, and so do the records, before the file is there. */
        private void embedChosen(AudioDecoder reader, WatermarkKey key) throws IOException {
            RequestId id = given();
            try (Database database = services.database(StateConfig.in(home.state()))) {
                new ChosenMarks(database).add(id, key.id(), Requester.local(Way.EMBED),
                        InstantSource.system().instant());
            }
            embed(reader, key, RequestMark.of(key, id, Origin.CHOSEN));
            report(id, key);
        }

        private Duration embed(AudioDecoder reader, WatermarkKey key, RequestMark mark) throws IOException {
            WatermarkEmbedder embedder = new WatermarkEmbedder(new KeyedPattern(key), mark, reader.sampleRate(),
                    reader.channels(), Strength.STANDARD);
            try (OutputFile file = OutputFile.open(output)) {
                file.write(WavHeader.ofLength(reader.sampleRate(), reader.channels(), 0));
                for (Optional<float[][]> block = reader.read(); block.isPresent(); block = reader.read()) {
                    file.write(InterleavedPcm.samples(embedder.push(block.get())));
                }
                file.write(InterleavedPcm.samples(embedder.flushAll()));
                long bytes = file.length() - WavHeader.LENGTH;
                file.finish(WavHeader.ofLength(reader.sampleRate(), reader.channels(), bytes));
                return Duration.ofMillis(bytes / Short.BYTES / reader.channels() * 1000 / reader.sampleRate());
            }
        }

        private void report(RequestId id, WatermarkKey key) {
            console.out().println(JsonLine.object(json -> {
                json.writeStringProperty("payload", id.toString());
                json.writeStringProperty("keyId", key.id().value());
            }));
            console.out().flush();
        }

        private RequestId given() {
            try {
                return RequestId.parse(String.valueOf(payload));
            } catch (IllegalArgumentException e) {
                throw Usage.wrong(spec, "--payload: " + e.getMessage());
            }
        }
    }

    /** {@code watermark verify}. */
    @Command(name = "verify", mixinStandardHelpOptions = true, description = "Looks for a stamp of any key that is not "
            + "retired in recordings (WAV, FLAC, MP3, Ogg Opus), named as arguments or one a line on standard input. WATERMARKED is said if the "
            + "probability of the score without a stamp is at most 1e-6, whatever the audio; NOT_DETECTED does not mean "
            + "that a human spoke.")
    static final class Verify implements Callable<Integer> {

        private final Services services;
        private final Home home;
        private final Console console;

        @Option(names = "--jsonl", description = "an object of JSON for each file")
        private boolean jsonl;

        @Option(names = "--unchanged", description = "do not look for changed tempo, speed and pitch: many times faster "
                + "where nothing is found")
        private boolean unchanged;

        @Parameters(paramLabel = "FILE", arity = "0..*")
        private List<String> files = new ArrayList<>();

        Verify(Services services, Home home, Console console) {
            this.services = services;
            this.home = home;
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            List<KeyedPattern> patterns = services.watermarkKeys(home.state()).ring().verifying().stream().map(
                    KeyedPattern::new).toList();
            WatermarkDetector detector = new WatermarkDetector(patterns, unchanged
                    ? SearchEffort.UNCHANGED
                    : SearchEffort.CHANGED_TOO);
            int failed = 0;
            if (files.isEmpty()) {
                BufferedReader lines = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    failed += verify(detector, line.strip()) ? 0 : 1;
                }
            } else {
                for (String file : files) {
                    failed += verify(detector, file) ? 0 : 1;
                }
            }
            return failed == 0 ? 0 : 1;
        }

        /** Prints a line; of a file that cannot be read it says why, and the others follow. */
        private boolean verify(WatermarkDetector detector, String file) {
            if (file.isEmpty()) {
                return true;
            }
            try {
                Verification found = search(detector, file);
                console.out().println(jsonl ? json(file, found) : text(file, found));
                console.out().flush();
                return true;
            } catch (IOException | CommandFailure e) {
                String problem = e.getMessage() != null && e.getMessage().startsWith(file)
                        ? e.getMessage()
                        : file + ": cannot be read (" + e + ")";
                if (jsonl) {
                    console.out().println(JsonLine.object(json -> {
                        json.writeStringProperty("file", file);
                        json.writeStringProperty("error", problem);
                    }));
                    console.out().flush();
                }
                console.err().println("sixtyfold: " + problem);
                console.err().flush();
                return false;
            }
        }

        private static Verification search(WatermarkDetector detector, String file) throws IOException {
            try (InputStream stream = opened(file)) {
                AudioDecoder decoder = AudioDecoders.open(stream, file);
                DetectionStream detection = detector.open(decoder.sampleRate(), decoder.channels());
                for (Optional<float[][]> block = decoder.read(); block.isPresent(); block = decoder.read()) {
                    detection.push(block.get());
                }
                return detection.finish();
            }
        }

        private static String text(String file, Verification found) {
            return file + ": " + found.verdict() + found.requestId().map(id -> " " + id).orElse("")
                    + (found.isForeign() ? " (foreign: the id was chosen, it names no request)" : "");
        }

        private static String json(String file, Verification found) {
            return JsonLine.object(json -> {
                json.writeStringProperty("file", file);
                json.writeStringProperty("verdict", found.verdict().name());
                writeId(json, "requestId", found.requestId());
                writeId(json, "payload", found.requestId());
                json.writeBooleanProperty("foreign", found.isForeign());
                json.writeStringProperty("keyId", found.keyId().map(key -> key.value()).orElse(null));
                json.writeNumberProperty("score", JsonLine.rounded(found.score(), 2));
                json.writeNumberProperty("pValue", found.pValue());
                json.writeNumberProperty("activeSeconds", JsonLine.rounded(found.activeSeconds(), 2));
                json.writeArrayPropertyStart("spans");
                for (Span span : found.spans()) {
                    json.writeStartObject();
                    json.writeNumberProperty("startSeconds", JsonLine.rounded(span.startSeconds(), 2));
                    json.writeNumberProperty("endSeconds", JsonLine.rounded(span.endSeconds(), 2));
                    json.writeStringProperty("payload", span.requestId().toString());
                    json.writeStringProperty("keyId", span.keyId().value());
                    json.writeBooleanProperty("foreign", span.origin() == Origin.CHOSEN);
                    json.writeNumberProperty("tempo", JsonLine.rounded(span.line().tempo(), 4));
                    json.writeNumberProperty("pitch", JsonLine.rounded(span.line().pitch(), 4));
                    json.writeEndObject();
                }
                json.writeEndArray();
            });
        }

        private static void writeId(JsonGenerator json, String name, Optional<RequestId> id) {
            json.writeStringProperty(name, id.map(RequestId::toString).orElse(null));
        }
    }

    private static InputStream opened(String file) throws IOException {
        try {
            return Files.newInputStream(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new CommandFailure(file + ": there is no such file", e);
        }
    }
}
