package dev.sixtyfold.server;

import static java.lang.System.Logger.Level.WARNING;

import dev.sixtyfold.inference.InferenceException;
import dev.sixtyfold.inference.InferenceRuntime;
import dev.sixtyfold.inference.Network;
import dev.sixtyfold.inference.NetworkOptions;
import dev.sixtyfold.server.audit.AuditedSynthesizer;
import dev.sixtyfold.server.audit.Requester;
import dev.sixtyfold.server.bench.process.DisposableServer;
import dev.sixtyfold.server.bench.process.MeasuredServer;
import dev.sixtyfold.server.cli.Services;
import dev.sixtyfold.server.config.ConfigurationException;
import dev.sixtyfold.server.engine.DevicesConfig;
import dev.sixtyfold.server.engine.Engine;
import dev.sixtyfold.server.engine.EngineConfig;
import dev.sixtyfold.server.engine.Frontend;
import dev.sixtyfold.server.engine.Stamping;
import dev.sixtyfold.server.engine.VoiceChoice;
import dev.sixtyfold.server.engine.VoiceDirectory;
import dev.sixtyfold.server.storage.Database;
import dev.sixtyfold.server.storage.Home;
import dev.sixtyfold.server.storage.SqliteLibrary;
import dev.sixtyfold.server.storage.StateConfig;
import dev.sixtyfold.server.storage.WatermarkKeys;
import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.synthesis.BatchedStages;
import dev.sixtyfold.synthesis.InstalledVoices;
import dev.sixtyfold.synthesis.Rehearsal;
import dev.sixtyfold.synthesis.StageNetworks;
import dev.sixtyfold.synthesis.SynthesisPipeline;
import dev.sixtyfold.synthesis.Synthesizer;
import dev.sixtyfold.synthesis.VoiceLoader;
import dev.sixtyfold.synthesis.VoiceReading;
import dev.sixtyfold.synthesis.schedule.ScheduleFigures;
import dev.sixtyfold.synthesis.schedule.Scheduler;
import dev.sixtyfold.voices.VoiceCatalogue;
import dev.sixtyfold.voices.VoiceStore;
import dev.sixtyfold.voices.install.PipFetcher;
import dev.sixtyfold.voices.install.VoiceInstaller;
import dev.sixtyfold.voices.manifest.VoiceManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** Which class gets what: the whole program, from the runtime to the pipeline. */
final class Wiring implements Services {

    private static final System.Logger LOG = System.getLogger(Wiring.class.getName());

    private final Home home;
    private final VoiceCatalogue catalogue = VoiceCatalogue.bundled();
    private final VoiceStore store;
    private final VoiceInstaller installer;

    Wiring(Home home) {
        this.home = home;
        this.store = new VoiceStore(home.directory());
        this.installer = new VoiceInstaller(store, new PipFetcher());
    }

    @Override
    public VoiceDirectory voices() {
        return new CatalogueDirectory(catalogue, store);
    }

    @Override
    public void install(VoiceId voice, Installation how) {
        VoiceManifest manifest = catalogue.voice(voice);
        switch (how) {
            case IF_ABSENT -> installer.install(manifest);
            case ANEW -> installer.reinstall(manifest);
        }
        // Loading it once shows that it works and leaves its compiled tables behind for the next start.
        try (InstalledVoices loaded = installed(new VoiceLoader(runtime()))) {
            loaded.voice(voice);
        }
    }

    @Override
    public Frontend frontend(VoiceChoice.Reading asked) {
        // Most texts have no word that takes the network, or the runtime that it takes.
        VoiceReading reading = VoiceLoader.reading(installer.install(catalogue.voice(asked.voice())),
                asked.language(),
                file -> Network.deferred(() -> runtime().load(file, NetworkOptions.CPU)));
        return reading::utterances;
    }

    @Override
    public Engine engine(EngineConfig config, Stamping stamping) {
        Scheduler scheduler = new Scheduler(config.threads(), config.limits());
        InferenceRuntime runtime = runtime();
        DevicesConfig devices = config.devices();
        VoiceLoader loader = new VoiceLoader(runtime,
                stage(runtime, "acoustic-model", devices.acousticModel(), devices),
                stage(runtime, "vocoder", devices.vocoder(), devices));
        InstalledVoices loaded = installed(loader);
        Synthesizer pipeline = new SynthesisPipeline(loaded, stamping.ids(), stamping.stage(), scheduler);
        return new PipelineEngine(pipeline, stamping, voices(), scheduler, new Voices(loader, loaded));
    }

    @Override
    public Database database(StateConfig config) throws IOException {
        SqliteLibrary.unpackInto(home.directory());
        return Database.open(config);
    }

    @Override
    public Optional<Database> existingDatabase(StateConfig config) throws IOException {
        SqliteLibrary.unpackInto(home.directory());
        return Database.openExisting(config);
    }

    @Override
    public MeasuredServer measuredServer() throws IOException {
        return DisposableServer.ofThisProgram(Main.class.getName());
    }

    @Override
    public WatermarkKeys watermarkKeys(Path stateDirectory) {
        return new WatermarkKeys(stateDirectory, System.getenv(WatermarkKeys.VARIABLE), InstantSource.system());
    }

    private InferenceRuntime runtime() {
        return InferenceRuntime.open(home.directory());
    }

    private InstalledVoices installed(VoiceLoader loader) {
        return new InstalledVoices(catalogue, installer, loader);
    }

    private static StageNetworks stage(InferenceRuntime runtime, String stage, String device, DevicesConfig devices) {
        NetworkOptions options = options(runtime, stage, device, devices);
        return new StageNetworks(options, devices.batches(options.device()));
    }

    /** How a stage's networks run, on its device or, where that is allowed and needed, on the processor. */
    private static NetworkOptions options(InferenceRuntime runtime, String stage, String device,
            DevicesConfig devices) {
        try {
            runtime.require(device);
            return new NetworkOptions(device, 1);
        } catch (InferenceException e) {
            if (!devices.fallBackToCpu()) {
                throw new ConfigurationException("engine.devices." + stage + ": " + e.getMessage(), e);
            }
            LOG.log(WARNING, "engine.devices.{0}: {1}. The processor is used instead", stage, e.getMessage());
            return NetworkOptions.CPU;
        }
    }

    /** Voices, and what loads them. */
    private record Voices(VoiceLoader loader, InstalledVoices loaded) {}

    private record PipelineEngine(Synthesizer pipeline, Stamping stamping, VoiceDirectory voices, Scheduler scheduler,
            Voices speaking) implements Engine {

        @Override
        public Synthesizer synthesizer(Requester requester) {
            return new AuditedSynthesizer(pipeline, stamping.trail(), requester, InstantSource.system());
        }

        @Override
        public void attempt(String caller) {
            scheduler.attempt(caller);
        }

        @Override
        public Frontend frontend(VoiceId voice) {
            return speaking.loaded.voice(voice).reading()::utterances;
        }

        @Override
        public Frontend frontend(VoiceChoice.Reading asked) {
            return speaking.loaded.reading(asked.voice(), asked.language())::utterances;
        }

        @Override
        public Rehearsing rehearse(VoiceId voice) {
            return Rehearsal.begin(speaking.loaded.voice(voice))::close;
        }

        @Override
        public BatchedStages batches() {
            return speaking.loader.batches();
        }

        @Override
        public ScheduleFigures figures() {
            return scheduler.figures();
        }

        @Override
        public void close() {
            scheduler.close();
            speaking.loaded.close();
            stamping.close();
        }
    }
}
