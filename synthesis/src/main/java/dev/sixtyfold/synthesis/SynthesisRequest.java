package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.synthesis.schedule.Claim;
import dev.sixtyfold.text.ReadingOptions;
import dev.sixtyfold.text.lexicon.Lexicons;

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
 * @param reading
 *            how plain text is divided into utterances, which is part of what fixes the samples
 * @param silence
 *            before, between and after what is spoken, which is part of what fixes the samples, too
 * @param lexicons
 *            that hold for it: its own, its caller's, those of the server
 * @param claim
 *            how urgent it is, and for whom
 */
public record SynthesisRequest(SpokenInput input, VoiceId voice, double speakingRate, double volumeGainDb,
        int sampleRate, long seed, ReadingOptions reading, Silence silence, Lexicons lexicons,
        Claim claim) {

    /** A live request for plain text that is divided as usual, of a caller who is alone. */
    public SynthesisRequest(String text, VoiceId voice, double speakingRate, double volumeGainDb, int sampleRate,
            long seed) {
        this(new SpokenInput.PlainText(text), voice, speakingRate, volumeGainDb, sampleRate, seed,
                ReadingOptions.DEFAULTS, Silence.DEFAULTS, Lexicons.NONE, Claim.ALONE);
    }

    /** The same request, read with these lexicons. */
    public SynthesisRequest with(Lexicons own) {
        return new SynthesisRequest(input, voice, speakingRate, volumeGainDb, sampleRate, seed, reading, silence, own,
                claim);
    }

    /** The same request with another claim. */
    public SynthesisRequest with(Claim other) {
        return new SynthesisRequest(input, voice, speakingRate, volumeGainDb, sampleRate, seed, reading, silence,
                lexicons, other);
    }

    /** The same request with other silence around and between what is spoken. */
    public SynthesisRequest with(Silence other) {
        return new SynthesisRequest(input, voice, speakingRate, volumeGainDb, sampleRate, seed, reading, other,
                lexicons,
                claim);
    }

    /** What is to be spoken, as it was sent. */
    public String text() {
        return input.source();
    }
}
