package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.VoiceId;

/**
 * What to speak and how. Fields are checked by {@link Synthesizer#open}, which names them as the wire contract does.
 *
 * @param input
 *            plain text or SSML
 * @param speakingRate
 *            1 is the voice's own pace, 2 twice as fast; from 0.25 to 4
 * @param volumeGainDb
 *            0 leaves the voice's own level; from -96 to 16
 * @param sampleRate
 *            in Hz: 8000, 16000, 22050, 24000, 44100 or 48000
 * @param seed
 *            fixes everything random: the same request with the same seed gives the same samples
 */
public record SynthesisRequest(SpokenInput input, VoiceId voice, double speakingRate, double volumeGainDb,
        int sampleRate, long seed) {

    /** A request for plain text. */
    public SynthesisRequest(String text, VoiceId voice, double speakingRate, double volumeGainDb, int sampleRate,
            long seed) {
        this(new SpokenInput.PlainText(text), voice, speakingRate, volumeGainDb, sampleRate, seed);
    }

    /** What is to be spoken, as it was sent. */
    public String text() {
        return input.source();
    }
}
