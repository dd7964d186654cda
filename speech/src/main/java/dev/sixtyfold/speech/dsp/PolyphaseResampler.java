package dev.sixtyfold.speech.dsp;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Changes the sample rate of a stream by a ratio of whole numbers, without delay and whatever the chunking: a windowed sinc
 * (Kaiser, beta 11.2: at least 100 dB from the lower of the two Nyquist frequencies on), flat to 88 % of it.
 *
 * <p>J. O. Smith, "Digital Audio Resampling Home Page", CCRMA; the window by J. F. Kaiser, 1974. Serves one thread at a time.
 */
public final class PolyphaseResampler {

    /** Input samples that one output sample is made of, at the lower of the two rates. */
    private static final int TAPS = 128;

    private static final double BETA = 11.2;

    /** Where the filter is 6 dB down, as a part of the lower Nyquist frequency: the stop band begins at 1. */
    private static final double CUTOFF = 0.94;

    private final int up;
    private final int down;
    private final int half;
    private final float[][] phases;
    private float[] input;
    private long firstInput;
    private long received;
    private long produced;

    /**
     * @param fromRate
     *            in Hz
     * @param toRate
     *            in Hz
     */
    public PolyphaseResampler(int fromRate, int toRate) {
        if (fromRate < 1 || toRate < 1) {
            throw new IllegalArgumentException("cannot resample from " + fromRate + " Hz to " + toRate + " Hz");
        }
        int divisor = BigInteger.valueOf(fromRate).gcd(BigInteger.valueOf(toRate)).intValueExact();
        this.up = toRate / divisor;
        this.down = fromRate / divisor;
        double narrowing = Math.min(1, (double) up / down);
        this.half = (int) Math.ceil(TAPS / 2 / narrowing);
        this.phases = new float[up][];
        for (int phase = 0; phase < up; phase++) {
            phases[phase] = filter((double) phase / up, half, CUTOFF * narrowing);
        }
        this.input = new float[half]; // silence before the first sample
        this.firstInput = -half;
    }

    /** Weights of the samples {@code 1 - half .. half} around a place {@code fraction} after sample 0; they sum to 1. */
    private static float[] filter(double fraction, int half, double cutoff) {
        double[] weights = new double[2 * half];
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            double distance = fraction - (k + 1 - half);
            double angle = Math.PI * cutoff * distance;
            double sinc = angle == 0 ? 1 : Math.sin(angle) / angle;
            weights[k] = sinc * Windows.kaiser(distance / half, BETA);
            sum += weights[k];
        }
        float[] filter = new float[weights.length];
        for (int k = 0; k < weights.length; k++) {
            filter[k] = (float) (weights[k] / sum);
        }
        return filter;
    }

    /** Takes the next samples and returns those that have become final. */
    public float[] push(float[] samples) {
        append(samples);
        // The output sample at input position p needs the input up to p + half.
        return produce(Math.max(0, Math.ceilDiv((received - half) * up, (long) down)));
    }

    /** After the last sample: the rest. In all, the input's duration in whole samples, rounded up. */
    public float[] flush() {
        long total = Math.ceilDiv(received * up, (long) down);
        append(new float[half + 1]);
        return produce(total);
    }

    private void append(float[] samples) {
        long needed = Math.max(firstInput, produced * down / up + 1 - half);
        int drop = (int) (needed - firstInput);
        float[] joined = Arrays.copyOfRange(input, drop, input.length + samples.length);
        System.arraycopy(samples, 0, joined, input.length - drop, samples.length);
        input = joined;
        firstInput = needed;
        received += samples.length;
    }

    private float[] produce(long until) {
        float[] out = new float[(int) Math.max(0, until - produced)];
        for (int i = 0; i < out.length; i++, produced++) {
            long scaled = produced * down;
            int start = (int) (scaled / up + 1 - half - firstInput);
            out[i] = dot(phases[(int) (scaled % up)], input, start);
        }
        return out;
    }

    /** Eight sums side by side: one alone would wait for itself at each step. */
    private static float dot(float[] filter, float[] samples, int start) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        int k = 0;
        for (; k + 7 < filter.length; k += 8) {
            int at = start + k;
            s0 += filter[k] * samples[at];
            s1 += filter[k + 1] * samples[at + 1];
            s2 += filter[k + 2] * samples[at + 2];
            s3 += filter[k + 3] * samples[at + 3];
            s4 += filter[k + 4] * samples[at + 4];
            s5 += filter[k + 5] * samples[at + 5];
            s6 += filter[k + 6] * samples[at + 6];
            s7 += filter[k + 7] * samples[at + 7];
        }
        float sum = ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
        for (; k < filter.length; k++) {
            sum += filter[k] * samples[start + k];
        }
        return sum;
    }
}
