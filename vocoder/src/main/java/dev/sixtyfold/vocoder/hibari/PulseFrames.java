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
    private final float[] window = Windows.periodicHann(WINDOW);
    private final float[] samples;
    private final boolean[] voiced;
    private int hops;

    PulseFrames(PulseTrain train, int frameCount) {
        this.train = train;
        this.total = frameCount * HOP;
        this.samples = new float[total];
        this.voiced = new boolean[frameCount];
        for (int n = 0; n < WINDOW; n++) {
            window[n] /= HOP; // a cosine of amplitude 1 then has magnitude 1 at its bin
        }
    }

    /**
     * Writes a frame into one lane.
     *
     * @param even
     *            samples 0, 2, 4, …: {@code [WINDOW / 2][lanes]}
     * @param odd
     *            samples 1, 3, 5, …: {@code [WINDOW / 2][lanes]}
     * @return whether it is anything but silence; if not, nothing is written
     */
    boolean frame(int frame, float[] even, float[] odd, int lane, int lanes) {
        int start = frame * HOP - HALF;
        require(Math.min(total, Math.max(start + WINDOW, HALF + 1)));
        if (!voicedAround(frame)) {
            return false;
        }
        if (start >= 0 && start + WINDOW <= total) {
            for (int n = 0; n < HALF; n++) {
                even[n * lanes + lane] = window[2 * n] * samples[start + 2 * n];
                odd[n * lanes + lane] = window[2 * n + 1] * samples[start + 2 * n + 1];
            }
        } else {
            for (int n = 0; n < HALF; n++) {
                even[n * lanes + lane] = window[2 * n] * samples[reflect(start + 2 * n)];
                odd[n * lanes + lane] = window[2 * n + 1] * samples[reflect(start + 2 * n + 1)];
            }
        }
        return true;
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
            voiced[hops] = train.next(samples, hops * HOP);
            hops++;
        }
    }

    private int reflect(int index) {
        int last = total - 1;
        int at = index;
        while (at < 0 || at > last) {
            at = at < 0 ? -at : 2 * last - at;
        }
        return at;
    }
}
