package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.VoiceId;

/** Where the pipeline gets its voices from. */
@FunctionalInterface
public interface VoiceSource {

    /**
     * The voice of that name, loaded. May take a while the first time.
     *
     * @throws dev.sixtyfold.speech.SynthesisException.UnknownVoice
     *             if there is none of that name
     * @throws dev.sixtyfold.speech.SynthesisException.VoiceUnavailable
     *             if it cannot be installed or loaded
     */
    Voice voice(VoiceId id);

    /**
     * How a voice reads one of the languages that it speaks or reads.
     *
     * @param language
     *            as the voice's manifest has it
     */
    default VoiceReading reading(VoiceId id, String language) {
        return voice(id).reading(); // a source whose voices have one language
    }
}
