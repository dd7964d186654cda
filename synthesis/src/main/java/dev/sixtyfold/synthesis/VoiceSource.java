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
}
