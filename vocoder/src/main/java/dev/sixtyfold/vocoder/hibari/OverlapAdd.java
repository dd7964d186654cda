package dev.sixtyfold.vocoder.hibari;

import dev.sixtyfold.speech.dsp.Windows;
import java.util.Arrays;

/**
 * Adds windowed frames, each centred on its frame's first sample, and divides by the sum of the squared windows that reach
 * a sample (at the ends of the utterance fewer of them do). With frame {@code k} the hop {@code k - 2} becomes final.
 */
final class OverlapAdd {

    private static final int HOP = HibariGeometry.HOP;
    private static final int WINDOW = HibariGeometry.WINDOW;

    /** Hops that one frame reaches over. */
    private static final int REACH = WINDOW / HOP;

    /** Hops of a frame that lie before its first sample. */
    private static final int BEFORE = REACH / 2;

    /** What a hop is made of beside its own frame: so many before and after it. */
    static final int FRAMES_BEFORE_A_HOP = REACH - BEFORE - 1;

    static final int FRAMES_AFTER_A_HOP = BEFORE;

    private static final float[] WEIGHTS = Windows.periodicHann(WINDOW);
    private static final float[] EVEN_WEIGHTS = new float[WINDOW / 2];
    private static final float[] ODD_WEIGHTS = new float[WINDOW / 2];
    /** For each sample of a hop, one over the sum of the squared windows where four of them reach. */
    private static final float[] INNER = new float[HOP];

    static {
        for (int n = 0; n < WINDOW; n++) {
            INNER[n % HOP] += WEIGHTS[n] * WEIGHTS[n];
            (n % 2 == 0 ? EVEN_WEIGHTS : ODD_WEIGHTS)[n / 2] = WEIGHTS[n] / (WINDOW / 2);
        }
        for (int j = 0; j < HOP; j++) {
            INNER[j] = 1 / INNER[j];
        }
    }

    private final int frameCount;
    private final float[] evenSums = new float[WINDOW / 2];
    private final float[] oddSums = new float[WINDOW / 2];
    private int frame;

    OverlapAdd(int frameCount) {
        this.frameCount = frameCount;
    }

    /**
     * Adds the next frame.
     *
     * @param even
     *            samples 0, 2, 4, … of the frame, not windowed yet and {@code WINDOW / 2} times too large, as the
     *            inverse transform leaves them
     * @param odd
     *            samples 1, 3, 5, …
     * @param out
     *            receives the hop that this makes final, from {@code offset} on
     * @return whether there was one; the first two frames complete none
     */
    boolean add(float[] even, float[] odd, float[] out, int offset) {
        addWeighted(even, EVEN_WEIGHTS, evenSums);
        addWeighted(odd, ODD_WEIGHTS, oddSums);
        return shift(frame++ - BEFORE, out, offset);
    }

    private static void addWeighted(float[] samples, float[] weights, float[] sums) {
        for (int n = 0; n < sums.length; n++) {
            sums[n] += samples[n] * weights[n];
        }
    }

    /** Counts frames that are not added. */
    void skip(int count) {
        frame += count;
    }

    /** After the last frame: the hops that were waiting for frames that do not come, in order. Returns where they end. */
    int flush(float[] out, int offset) {
        int at = offset;
        while (frame - BEFORE < frameCount) {
            if (shift(frame++ - BEFORE, out, at)) {
                at += HOP;
            }
        }
        return at;
    }

    private boolean shift(int hop, float[] out, int offset) {
        if (hop >= 0) {
            finish(hop, out, offset);
        }
        shift(evenSums);
        shift(oddSums);
        return hop >= 0;
    }

    private static void shift(float[] sums) {
        System.arraycopy(sums, HOP / 2, sums, 0, (WINDOW - HOP) / 2);
        Arrays.fill(sums, (WINDOW - HOP) / 2, WINDOW / 2, 0);
    }

    private void finish(int hop, float[] out, int offset) {
        int first = hop - REACH + 1 + BEFORE;
        for (int j = 0; j < HOP / 2; j++) {
            out[offset + 2 * j] = evenSums[j];
            out[offset + 2 * j + 1] = oddSums[j];
        }
        if (first >= 0 && first + REACH <= frameCount) {
            for (int j = 0; j < HOP; j++) {
                out[offset + j] *= INNER[j];
            }
        } else {
            for (int j = 0; j < HOP; j++) {
                out[offset + j] /= Math.max(weight(hop, first, j), 1e-11f);
            }
        }
    }

    /** The sum of the squared windows that reach a sample near an end. */
    private float weight(int hop, int first, int sample) {
        float weight = 0;
        for (int k = Math.max(0, first); k < Math.min(frameCount, first + REACH); k++) {
            float w = WEIGHTS[(hop - k + BEFORE) * HOP + sample];
            weight += w * w;
        }
        return weight;
    }
}
