package dev.sixtyfold.voices;

import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.voices.manifest.ManifestReader;
import dev.sixtyfold.voices.manifest.VoiceManifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All voices that can be installed.
 *
 * @param voices
 *            the default first
 */
public record VoiceCatalogue(List<VoiceManifest> voices) {

    private static final List<String> BUNDLED = List.of("heart.json");

    public VoiceCatalogue {
        voices = List.copyOf(voices);
        if (voices.isEmpty()) {
            throw new IllegalArgumentException("a catalogue has at least one voice");
        }
        Set<VoiceId> ids = new HashSet<>();
        for (VoiceManifest voice : voices) {
            if (!ids.add(voice.id())) {
                throw new IllegalArgumentException("two voices are called " + voice.id());
            }
        }
    }

    /** The voices that this build knows. */
    public static VoiceCatalogue bundled() {
        return new VoiceCatalogue(BUNDLED.stream().map(VoiceCatalogue::read).toList());
    }

    private static VoiceManifest read(String name) {
        try (InputStream in = ManifestReader.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks the manifest " + name);
            }
            return ManifestReader.read(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The voice of that name, installed or not.
     *
     * @throws SynthesisException.UnknownVoice
     *             if there is none; the message names those there are
     */
    public VoiceManifest voice(VoiceId id) {
        for (VoiceManifest voice : voices) {
            if (voice.id().equals(id)) {
                return voice;
            }
        }
        throw new SynthesisException.UnknownVoice("there is no voice \"" + id + "\"; the voices are "
                + voices.stream().map(voice -> voice.id().name()).collect(Collectors.joining(", ")));
    }

    /** Each voice and whether a store has it, in the catalogue's order. */
    public List<Listing> in(VoiceStore store) {
        return voices.stream().map(voice -> new Listing(voice, store.state(voice))).toList();
    }

    /** A voice as {@code voices list} shows it. */
    public record Listing(VoiceManifest voice, VoiceStore.State state) {}
}
