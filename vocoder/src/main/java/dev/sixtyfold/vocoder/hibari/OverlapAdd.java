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

    private final int frameCount;
    private final float[] window = Windows.periodicHann(WINDOW);
    private final float[] weighted = new float[WINDOW];
    private final float[] inner = new float[HOP];
    private final float[] sums = new float[WINDOW];
    private int frame;

    OverlapAdd(int frameCount) {
        this.frameCount = frameCount;
        for (int n = 0; n < WINDOW; n++) {
            inner[n % HOP] += window[n] * window[n];
            weighted[n] = window[n] / (WINDOW / 2);
        }
    }

    /**
     * Adds the next frame.
     *
     * @param even
     *            samples 0, 2, 4, … of the frame, not windowed yet and {@code WINDOW / 2} times too large, as the
     *            inverse transform leaves them: {@code [WINDOW / 2][lanes]}
     * @param odd
     *            samples 1, 3, 5, …: {@code [WINDOW / 2][lanes]}
     * @param out
     *            receives the hop that this makes final, from {@code offset} on
     * @return whether there was one; the first two frames complete none
     */
    boolean add(float[] even, float[] odd, int lane, int lanes, float[] out, int offset) {
        for (int n = 0; n < WINDOW / 2; n++) {
            sums[2 * n] += even[n * lanes + lane] * weighted[2 * n];
            sums[2 * n + 1] += odd[n * lanes + lane] * weighted[2 * n + 1];
        }
        return shift(frame++ - BEFORE, out, offset);
    }

    /** After the last frame: the hops that were waiting for frames that do not come, in order. */
    void flush(float[] out, int offset) {
        int at = offset;
        while (frame - BEFORE < frameCount) {
            if (shift(frame++ - BEFORE, out, at)) {
                at += HOP;
            }
        }
    }

    private boolean shift(int hop, float[] out, int offset) {
        if (hop >= 0) {
            finish(hop, out, offset);
        }
        System.arraycopy(sums, HOP, sums, 0, WINDOW - HOP);
        Arrays.fill(sums, WINDOW - HOP, WINDOW, 0);
        return hop >= 0;
    }

    private void finish(int hop, float[] out, int offset) {
        int first = hop - REACH + 1 + BEFORE;
        if (first >= 0 && first + REACH <= frameCount) {
            for (int j = 0; j < HOP; j++) {
                out[offset + j] = sums[j] / inner[j];
            }
            return;
        }
        for (int j = 0; j < HOP; j++) {
            float weight = 0;
            for (int k = Math.max(0, first); k < Math.min(frameCount, first + REACH); k++) {
                float w = window[(hop - k + BEFORE) * HOP + j];
                weight += w * w;
            }
            out[offset + j] = sums[j] / Math.max(weight, 1e-11f);
        }
    }
}
