package dev.sixtyfold.acoustic.hibari;

import dev.sixtyfold.inference.BatchFigures;
import dev.sixtyfold.inference.NativeSession;
import dev.sixtyfold.speech.IdleThreads;
import java.util.function.Consumer;

/** What a hibari voice predicts, from the ids of its phonemes. Safe for use by many threads at once. */
public interface HibariNetwork extends NativeSession {

    /**
     * Predicts one utterance.
     *
     * @param ids
     *            with a pad at both ends
     * @param speed
     *            1 as the voice was trained
     * @param idle
     *            may take a part of the work
     * @param batches
     *            is told of each run that may have shared a batch
     * @throws dev.sixtyfold.inference.InferenceException
     *             if the runtime fails
     */
    Prediction run(long[] ids, float speed, IdleThreads idle, Consumer<BatchFigures> batches);

    /** The same, of whose batches nobody wants to know. */
    default Prediction run(long[] ids, float speed, IdleThreads idle) {
        return run(ids, speed, idle, batch -> {});
    }

    /**
     * Frames and how long each phoneme lasts.
     *
     * @param phonemes
     *            {@code [ids][128]}, for the vocoder; of one that has no frames it may be anything
     * @param contour
     *            {@code [2][frames]}, for the vocoder too: f0 as ln(1 + f0) / 5, and energy
     * @param f0
     *            {@code [frames]}, in Hz
     * @param durations
     *            of each id, in steps of two frames: whole numbers
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over to whoever asked
    record Prediction(float[][] phonemes, float[] contour, float[] f0, float[] durations) {}
}
