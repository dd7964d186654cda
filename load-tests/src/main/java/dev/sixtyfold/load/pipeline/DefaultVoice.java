package dev.sixtyfold.load.pipeline;

import dev.sixtyfold.inference.Batching;
import dev.sixtyfold.inference.InferenceRuntime;
import dev.sixtyfold.inference.NetworkOptions;
import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.synthesis.InstalledVoices;
import dev.sixtyfold.synthesis.StageNetworks;
import dev.sixtyfold.synthesis.Voice;
import dev.sixtyfold.synthesis.VoiceLoader;
import dev.sixtyfold.synthesis.VoiceSource;
import dev.sixtyfold.text.TextFrontend;
import dev.sixtyfold.voices.VoiceCatalogue;
import dev.sixtyfold.voices.VoiceStore;
import dev.sixtyfold.voices.install.PipFetcher;
import dev.sixtyfold.voices.install.VoiceInstaller;
import dev.sixtyfold.voices.manifest.VoiceManifest;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The first voice of the catalogue, from where the server keeps its voices.
 *
 * @param id
 *            its name
 * @param source
 *            loads it when it is first asked for
 */
public record DefaultVoice(VoiceId id, VoiceSource source) {

    /**
     * Loads the runtime, not yet the voice.
     *
     * @throws dev.sixtyfold.inference.InferenceException
     *             if the runtime cannot be loaded
     */
    public static DefaultVoice open() {
        return open(Optional.empty());
    }

    /**
     * The same by the graphs that run several streams' work at once.
     *
     * @param batching
     *            of both stages; nothing for the kernels of processors
     */
    public static DefaultVoice open(Optional<Batching> batching) {
        Path home = VoiceStore.home(System.getenv(), Path.of(System.getProperty("user.home")));
        VoiceCatalogue catalogue = VoiceCatalogue.bundled();
        VoiceInstaller installer = new VoiceInstaller(new VoiceStore(home), new PipFetcher());
        VoiceLoader loader = new VoiceLoader(InferenceRuntime.open(home),
                new StageNetworks(NetworkOptions.CPU, batching), new StageNetworks(NetworkOptions.CPU, batching));
        return new DefaultVoice(catalogue.voices().getFirst().id(), new InstalledVoices(catalogue, installer, loader));
    }

    /**
     * Its text frontend, without the other stages.
     *
     * @throws dev.sixtyfold.speech.SynthesisException.VoiceUnavailable
     *             if it cannot be installed
     */
    public static TextFrontend frontend() {
        Path home = VoiceStore.home(System.getenv(), Path.of(System.getProperty("user.home")));
        VoiceInstaller installer = new VoiceInstaller(new VoiceStore(home), new PipFetcher());
        VoiceManifest voice = VoiceCatalogue.bundled().voices().getFirst();
        return VoiceLoader.reading(installer.install(voice), voice.traits().language(),
                file -> InferenceRuntime.open(home).load(file, NetworkOptions.CPU)).frontend();
    }

    /**
     * The voice in memory; installs it on first need.
     *
     * @throws dev.sixtyfold.speech.SynthesisException.VoiceUnavailable
     *             if it cannot be installed
     */
    public Voice voice() {
        return source.voice(id);
    }

    /** The pipeline with this voice, for one request at a time. */
    public OneStream oneStream() {
        return new OneStream(this);
    }

    /** The pipeline with this voice, for many requests at a time, with a thread for each core. */
    public ManyStreams manyStreams() {
        return manyStreams(Runtime.getRuntime().availableProcessors());
    }

    /** The same with so many threads that compute. */
    public ManyStreams manyStreams(int threads) {
        return new ManyStreams(this, threads);
    }
}
