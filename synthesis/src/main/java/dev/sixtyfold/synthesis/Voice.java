package dev.sixtyfold.synthesis;

import dev.sixtyfold.acoustic.AcousticModel;
import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.text.TextFrontend;
import dev.sixtyfold.vocoder.Vocoder;

/**
 * A voice in memory: the stages that are particular to it. Shared by all its requests.
 *
 * @param modelHash
 *            SHA-256 of the model's file, in hex
 */
public record Voice(VoiceId id, String modelHash, TextFrontend textFrontend, AcousticModel acousticModel,
        Vocoder vocoder) {}
