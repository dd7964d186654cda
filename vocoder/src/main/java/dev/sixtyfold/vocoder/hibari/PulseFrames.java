package dev.sixtyfold.vocoder.hibari;

import dev.sixtyfold.speech.dsp.Windows;

/**
 * The pulse train cut into windowed frames, each centred on its frame's first sample. Before the first and after the last
 * sample of the utterance the train is reflected (without repeating the sample at the border). Only what the frames asked
 * for need is computed, and no more than the last hops of it is kept: frames are asked for in order.
 */
final class PulseFrames {

    private static final int HOP = HibariGeometry.HOP;
    private static final int WINDOW = HibariGeometry.WINDOW;
    private static final int HALF = WINDOW / 2;
    /** Hops that a frame reaches back from the last one made, with what is reflected at the end. */
    private static final int HOPS_BACK = 4;
    private static final int HOPS_KEPT = 3 * HOPS_BACK;

    /** Divided by the hop: a cosine of amplitude 1 then has magnitude 1 at its bin. */
    private static final float[] EVEN_WINDOW = new float[HALF];
    private static final float[] ODD_WINDOW = new float[HALF];

    static {
        float[] window = Windows.periodicHann(WINDOW);
        for (int n = 0; n < HALF; n++) {
            EVEN_WINDOW[n] = window[2 * n] / HOP;
            ODD_WINDOW[n] = window[2 * n + 1] / HOP;
        }
    }

    private final PulsePhase phase;
    private final int total;
    private final float[] hop = new float[HOP];
    private final float[] evenSamples = new float[HOPS_KEPT * HOP / 2];
    private final float[] oddSamples = new float[HOPS_KEPT * HOP / 2];
    private final boolean[] voiced;
    /** How many have been made. */
    private int hops;
    /** The first one that is kept. */
    private int firstHop;

    PulseFrames(PitchContour contour, int frameCount) {
        this.phase = new PulsePhase(contour);
        this.total = frameCount * HOP;
        this.voiced = new boolean[frameCount];
    }

    /**
     * Writes a frame, which lies behind those that were asked for before.
     *
     * @param train
     *            any
     * @param even
     *            samples 0, 2, 4, …
     * @param odd
     *            samples 1, 3, 5, …
     * @return whether it is anything but silence; if not, nothing is written
     */
    boolean frame(int frame, PulseTrain train, float[] even, float[] odd) {
        int start = frame * HOP - HALF;
        require(Math.min(total, Math.max(start + WINDOW, HALF + 1)), train);
        if (!voicedAround(frame)) {
            return false;
        }
        if (start >= 0 && start + WINDOW <= total) {
            System.arraycopy(evenSamples, place(start), even, 0, HALF);
            System.arraycopy(oddSamples, place(start), odd, 0, HALF);
        } else {
            for (int n = 0; n < HALF; n++) {
                even[n] = reflected(start + 2 * n);
                odd[n] = reflected(start + 2 * n + 1);
            }
        }
        multiply(EVEN_WINDOW, even);
        multiply(ODD_WINDOW, odd);
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

    private void require(int end, PulseTrain train) {
        while (hops * HOP < end) {
            if (hops - firstHop == HOPS_KEPT) {
                makeRoom();
            }
            voiced[hops] = train.next(phase, hop, 0);
            int at = place(hops * HOP);
            for (int n = 0; n < HOP / 2; n++) {
                evenSamples[at + n] = hop[2 * n];
                oddSamples[at + n] = hop[2 * n + 1];
            }
            hops++;
        }
    }

    private void makeRoom() {
        firstHop = hops - HOPS_BACK;
        int length = HOPS_BACK * HOP / 2;
        System.arraycopy(evenSamples, evenSamples.length - length, evenSamples, 0, length);
        System.arraycopy(oddSamples, oddSamples.length - length, oddSamples, 0, length);
    }

    /** Where a sample of the utterance is kept, among the even ones or the odd ones. */
    private int place(int sample) {
        return sample / 2 - firstHop * HOP / 2;
    }

    private float reflected(int index) {
        int last = total - 1;
        int at = index;
        while (at < 0 || at > last) {
            at = at < 0 ? -at : 2 * last - at;
        }
        return (at % 2 == 0 ? evenSamples : oddSamples)[place(at)];
    }
}
