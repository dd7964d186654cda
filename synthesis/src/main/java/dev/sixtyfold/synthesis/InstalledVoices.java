package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.voices.VoiceCatalogue;
import dev.sixtyfold.voices.install.VoiceInstaller;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Voices of the catalogue, each installed and loaded when it is first asked for, once, and shared from then on. */
public final class InstalledVoices implements VoiceSource, AutoCloseable {

    private final VoiceCatalogue catalogue;
    private final VoiceInstaller installer;
    private final VoiceLoader loader;
    private final Map<VoiceId, Voice> loaded = new ConcurrentHashMap<>();

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

    /** Frees the voices that were loaded. No request may still use them. */
    @Override
    public void close() {
        loaded.values().forEach(Voice::close);
        loaded.clear();
    }
}
