package dev.sixtyfold.server;

import dev.sixtyfold.server.engine.VoiceDescription;
import dev.sixtyfold.server.engine.VoiceDescription.Gender;
import dev.sixtyfold.server.engine.VoiceDirectory;
import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.voices.VoiceCatalogue;
import dev.sixtyfold.voices.VoiceStore;
import dev.sixtyfold.voices.manifest.VoiceManifest;
import java.util.List;

/** The catalogue as callers see it. */
final class CatalogueDirectory implements VoiceDirectory {

    private final VoiceCatalogue catalogue;
    private final VoiceStore store;
    private final List<VoiceDescription> descriptions;

    CatalogueDirectory(VoiceCatalogue catalogue, VoiceStore store) {
        this.catalogue = catalogue;
        this.store = store;
        this.descriptions = catalogue.voices().stream().map(CatalogueDirectory::description).toList();
    }

    @Override
    public List<VoiceDescription> voices() {
        return descriptions;
    }

    @Override
    public boolean isInstalled(VoiceId voice) {
        return store.state(catalogue.voice(voice)) == VoiceStore.State.INSTALLED;
    }

    private static VoiceDescription description(VoiceManifest voice) {
        Gender gender = switch (voice.traits().gender()) {
            case FEMALE -> Gender.FEMALE;
            case MALE -> Gender.MALE;
            case NEUTRAL -> Gender.NEUTRAL;
        };
        return new VoiceDescription(voice.id(), List.of(voice.traits().language()), voice.traits().reads(), gender,
                voice.model().sampleRate(),
                voice.licence().spdx());
    }
}
