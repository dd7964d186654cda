package dev.sixtyfold.acoustic;

import dev.sixtyfold.inference.BatchFigures;
import dev.sixtyfold.speech.AcousticFrames;
import dev.sixtyfold.speech.IdleThreads;
import dev.sixtyfold.speech.PhonemeSequence;
import java.util.function.Consumer;

/** Predicts how long each phoneme lasts and what each frame sounds like. Safe for use by many threads. */
public interface AcousticModel {

    /** The most symbols that {@link #predict} takes at once. */
    int maxSymbols();

    /** The voice's f0 in running speech, in Hz: what an absolute pitch is measured by. */
    double usualPitch();

    /**
     * Predicts the frames of one utterance. The result depends on phonemes and rate alone, durations to the bit.
     *
     * @param phonemes
     *            at most {@link #maxSymbols} symbols; those that are not in the voice's alphabet are left out
     * @param speakingRate
     *            1 is the voice's own pace, 2 twice as fast
     * @param idle
     *            may take a part of the work
     * @param batches
     *            is told of each run of a network that batches what several threads run; called on the calling thread
     * @throws IllegalArgumentException
     *             if there are more symbols
     */
    AcousticFrames predict(PhonemeSequence phonemes, double speakingRate, IdleThreads idle,
            Consumer<BatchFigures> batches);

    /** The same on the calling thread alone. */
    default AcousticFrames predict(PhonemeSequence phonemes, double speakingRate) {
        return predict(phonemes, speakingRate, IdleThreads.NONE, batch -> {});
    }

    /**
     * Which frames of an utterance sound.
     *
     * @param frames
     *            of {@link #predict}
     */
    Sounding sounding(AcousticFrames frames);

    /**
     * Frames of an utterance that sound.
     *
     * @param first
     *            before it nothing does, for certain
     * @param end
     *            where the last sound ends, to within a few frames
     */
    record Sounding(int first, int end) {

        public Sounding {
            if (first < 0 || end < first) {
                throw new IllegalArgumentException("no frames lie from " + first + " to " + end);
            }
        }
    }

    /**
     * The same frames spoken higher or lower.
     *
     * @param frames
     *            of {@link #predict}
     * @param factors
     *            of f0, one for each frame
     */
    AcousticFrames pitched(AcousticFrames frames, float[] factors);
}
