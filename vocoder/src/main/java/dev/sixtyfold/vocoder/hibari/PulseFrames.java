package dev.sixtyfold.vocoder.hibari;

import dev.sixtyfold.speech.dsp.Windows;

/**
 * The pulse train cut into windowed frames, each centred on its frame's first sample. Before the first and after the last
 * sample of the utterance the train is reflected (without repeating the sample at the border). Only what the frames asked
 * for need is computed.
 */
final class PulseFrames {

    private static final int HOP = HibariGeometry.HOP;
    private static final int WINDOW = HibariGeometry.WINDOW;
    private static final int HALF = WINDOW / 2;

    private final PulseTrain train;
    private final int total;
    private final float[] evenWindow = new float[HALF];
    private final float[] oddWindow = new float[HALF];
    private final float[] hop = new float[HOP];
    private final float[] evenSamples;
    private final float[] oddSamples;
    private final boolean[] voiced;
    private int hops;

    PulseFrames(PulseTrain train, int frameCount) {
        this.train = train;
        this.total = frameCount * HOP;
        this.evenSamples = new float[total / 2];
        this.oddSamples = new float[total / 2];
        this.voiced = new boolean[frameCount];
        float[] window = Windows.periodicHann(WINDOW);
        for (int n = 0; n < HALF; n++) { // divided by the hop: a cosine of amplitude 1 then has magnitude 1 at its bin
            evenWindow[n] = window[2 * n] / HOP;
            oddWindow[n] = window[2 * n + 1] / HOP;
        }
    }

    /**
     * Writes a frame.
     *
     * @param even
     *            samples 0, 2, 4, …
     * @param odd
     *            samples 1, 3, 5, …
     * @return whether it is anything but silence; if not, nothing is written
     */
    boolean frame(int frame, float[] even, float[] odd) {
        int start = frame * HOP - HALF;
        require(Math.min(total, Math.max(start + WINDOW, HALF + 1)));
        if (!voicedAround(frame)) {
            return false;
        }
        if (start >= 0 && start + WINDOW <= total) {
            System.arraycopy(evenSamples, start / 2, even, 0, HALF);
            System.arraycopy(oddSamples, start / 2, odd, 0, HALF);
        } else {
            for (int n = 0; n < HALF; n++) {
                even[n] = reflected(start + 2 * n);
                odd[n] = reflected(start + 2 * n + 1);
            }
        }
        multiply(evenWindow, even);
        multiply(oddWindow, odd);
        return true;
    }

    private static void multiply(float[] window, float[] samples) {
        for (int n = 0; n < samples.length; n++) {
            samples[n] *= window[n];
        }
    }

    /** The frame reaches two hops back and two ahead; reflected, it stays within those. */
    private boolean voicedAround(int frame) {
        for (int hop = Math.max(0, frame - 2); hop < Math.min(hops, frame + 3); hop++) {
            if (voiced[hop]) {
                return true;
            }
        }
        return false;
    }

    private void require(int end) {
        while (hops * HOP < end) {
            voiced[hops] = train.next(hop, 0);
            for (int n = 0; n < HOP / 2; n++) {
                evenSamples[hops * HOP / 2 + n] = hop[2 * n];
                oddSamples[hops * HOP / 2 + n] = hop[2 * n + 1];
            }
            hops++;
        }
    }

    private float reflected(int index) {
        int last = total - 1;
        int at = index;
        while (at < 0 || at > last) {
            at = at < 0 ? -at : 2 * last - at;
        }
        return (at % 2 == 0 ? evenSamples : oddSamples)[at / 2];
    }
}
