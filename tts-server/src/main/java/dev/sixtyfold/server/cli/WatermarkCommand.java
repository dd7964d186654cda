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
import dev.sixtyfold.watermark.embed.Strength;
import dev.sixtyfold.watermark.embed.WatermarkEmbedder;
import dev.sixtyfold.watermark.key.WatermarkKey;
import dev.sixtyfold.watermark.pattern.KeyedPattern;
import dev.sixtyfold.watermark.pattern.Origin;
import dev.sixtyfold.watermark.pattern.RequestMark;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

        @Mixin
        private final StateOption state = new StateOption();

        Embed(Services services, Home home, Console console) {
            this.services = services;
            this.home = home;
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            StateConfig config = state.of(home);
            WatermarkKey key = services.watermarkKeys(config.directory()).ring().stamping();
            try (InputStream stream = opened(input.toString())) {
                AudioDecoder decoder = AudioDecoders.open(stream, input.toString());
                if (payload == null) {
                    embedNext(decoder, config, key);
                } else {
                    embedChosen(decoder, config, key);
                }
            }
            return 0;
        }

        /** Under the next id, which is on record before the file is there. */
        private void embedNext(AudioDecoder reader, StateConfig config, WatermarkKey key) throws IOException {
            InstantSource clock = InstantSource.system();
            try (Stamping stamping = services.stamping(config, WatermarkKeys.SINGLE)) {
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
        private void embedChosen(AudioDecoder reader, StateConfig config, WatermarkKey key) throws IOException {
            RequestId id = given();
            try (Database database = services.database(config)) {
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

    static InputStream opened(String file) throws IOException {
        try {
            return Files.newInputStream(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new CommandFailure(file + ": there is no such file", e);
        }
    }
}
