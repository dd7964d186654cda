package dev.sixtyfold.synthesis;

import dev.sixtyfold.acoustic.AcousticModel;
import dev.sixtyfold.inference.NativeSession;
import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.text.TextFrontend;
import dev.sixtyfold.vocoder.Vocoder;
import java.util.List;

/**
 * A voice in memory: the stages that are particular to it. Shared by all its requests.
 *
 * @param modelHash
 *            SHA-256 of the model's file, in hex
 * @param networks
 *            what the stages run, to be freed with the voice
 */
public record Voice(VoiceId id, String modelHash, TextFrontend textFrontend, AcousticModel acousticModel,
        Vocoder vocoder, List<NativeSession> networks) implements AutoCloseable {

    public Voice {
        networks = List.copyOf(networks);
    }

    /** How it reads what it is to speak. */
    public VoiceReading reading() {
        return new VoiceReading(id, textFrontend, acousticModel.usualPitch());
    }

    /** Frees the networks. No request may still use them. */
    @Override
    public void close() {
        networks.forEach(NativeSession::close);
    }
}
