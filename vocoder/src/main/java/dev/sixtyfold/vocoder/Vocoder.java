package dev.sixtyfold.vocoder;

import dev.sixtyfold.speech.AcousticFrames;

/** Turns acoustic frames into samples. Safe for use by many threads; each utterance has a stream of its own. */
public interface Vocoder {

    /** Of the samples, in Hz. */
    int sampleRate();

    /**
     * Starts an utterance; computes nothing yet.
     *
     * @param frames
     *            of the whole utterance
     * @param first
     *            frame whose samples are the first to be delivered: nothing is computed for earlier ones alone
     * @param noiseSeed
     *            fixes the noise of this utterance: the same frames and seed give the same samples
     */
    VocoderStream open(AcousticFrames frames, int first, long noiseSeed);
}
