package dev.sixtyfold.acoustic.hibari;

import java.util.Arrays;

/** From what is predicted for phonemes to what is predicted for frames. */
final class Regulation {

    /** The networks count durations in steps. */
    static final int FRAMES_PER_STEP = 2;
    private static final float F0_SCALE = 100;
    private static final float TOLD_SCALE = 5;

    private Regulation() {}

    /**
     * How long a phoneme lasts, in steps of two frames: a whole number, at least one.
     *
     * @param logarithm
     *            of one more than its steps
     * @param speed
     *            1 as the voice was trained
     */
    static float steps(float logarithm, float speed) {
        return (float) Math.max(1, Math.rint((Math.exp(logarithm) - 1) / speed));
    }

    /** Which phoneme each step belongs to. */
    static int[] phonemes(float[] steps) {
        int count = 0;
        for (float step : steps) {
            count += Math.round(step);
        }
        int[] phonemes = new int[count];
        int at = 0;
        for (int phoneme = 0; phoneme < steps.length; phoneme++) {
            int end = at + Math.round(steps[phoneme]);
            Arrays.fill(phonemes, at, end, phoneme);
            at = end;
        }
        return phonemes;
    }

    /**
     * How an utterance is spoken.
     *
     * @param steps
     *            that each phoneme lasts
     * @param contour
     *            {@code [4][all steps]}: f0 in hundreds of Hz of both frames, energy of both
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Prosody(float[] steps, float[][] contour) {}

    /**
     * Puts both halves together.
     *
     * @param spoken
     *            {@code [ids][channels]}
     */
    static HibariNetwork.Prediction prediction(float[][] spoken, Prosody prosody) {
        float[][] steps = prosody.contour;
        int frames = FRAMES_PER_STEP * steps[0].length;
        float[] f0 = new float[frames];
        float[] contour = new float[2 * frames];
        for (int frame = 0; frame < frames; frame++) {
            int step = frame / FRAMES_PER_STEP;
            int half = frame % FRAMES_PER_STEP;
            f0[frame] = F0_SCALE * steps[half][step];
            contour[frame] = (float) Math.log1p(Math.max(0, f0[frame])) / TOLD_SCALE;
            contour[frames + frame] = steps[FRAMES_PER_STEP + half][step];
        }
        return new HibariNetwork.Prediction(spoken, contour, f0, prosody.steps);
    }
}
