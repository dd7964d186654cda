package dev.sixtyfold.synthesis;

import dev.sixtyfold.inference.Network;
import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.voices.VoiceCatalogue;
import dev.sixtyfold.voices.install.VoiceInstaller;
import dev.sixtyfold.voices.manifest.VoiceManifest;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Voices of the catalogue, each installed and loaded when it is first asked for, once, and shared from then on. */
public final class InstalledVoices implements VoiceSource, AutoCloseable {

    private final VoiceCatalogue catalogue;
    private final VoiceInstaller installer;
    private final VoiceLoader loader;
    private final Map<VoiceId, Voice> loaded = new ConcurrentHashMap<>();
    /** Of languages that voices read and do not speak. */
    private final Map<Language, VoiceReading> readings = new ConcurrentHashMap<>();
    private final Queue<Network> networksOfReadings = new ConcurrentLinkedQueue<>();

    public InstalledVoices(VoiceCatalogue catalogue, VoiceInstaller installer, VoiceLoader loader) {
        this.catalogue = catalogue;
        this.installer = installer;
        this.loader = loader;
    }

    @Override
    public Voice voice(VoiceId id) {
        Voice voice = loaded.get(id); // without the lock of computeIfAbsent, which all but the first can do without
        return voice != null
                ? voice
                : loaded.computeIfAbsent(id, missing -> loader.load(installer.install(catalogue.voice(missing))));
    }

    private record Language(VoiceId voice, String tag) {}

    /** {@inheritDoc} One that it does not speak is loaded when it is first asked for. */
    @Override
    public VoiceReading reading(VoiceId id, String language) {
        VoiceManifest manifest = catalogue.voice(id);
        return language.equals(manifest.traits().language())
                ? voice(id).reading()
                : readings.computeIfAbsent(new Language(id, language),
                        missing -> VoiceLoader.reading(installer.install(manifest), language, this::networkOfReading));
    }

    private Network networkOfReading(Path file) {
        Network network = loader.network(file);
        networksOfReadings.add(network);
        return network;
    }

    /** Frees the voices that were loaded. No request may still use them. */
    @Override
    public void close() {
        loaded.values().forEach(Voice::close);
        loaded.clear();
        networksOfReadings.forEach(Network::close);
        networksOfReadings.clear();
        readings.clear();
    }
}
