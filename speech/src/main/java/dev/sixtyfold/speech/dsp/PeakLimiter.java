package dev.sixtyfold.speech.dsp;

import java.util.Arrays;

/**
 * Keeps samples at or below a ceiling by turning the gain down before a peak and up again after it, over 5 ms each way.
 * Samples that need no limiting near them pass through unchanged to the last bit. The result does not depend on the
 * chunking; the delay is taken back, so that as many samples come out as went in.
 *
 * <p>The gain is the moving average of the moving minimum of what each sample would need, which by construction is nowhere
 * more than that sample needs. Serves one thread at a time.
 */
public final class PeakLimiter {

    private static final double SECONDS = 0.005;

    private final float ceiling;
    private final int reach;
    /** The last {@code 2 reach} samples and what gain each of them needs, as rings. */
    private final float[] samples;
    private final float[] needed;
    /** Moving minimum of {@code needed}, as a ring of {@code reach}. */
    private final float[] minima;
    private double minimaSum;
    private long received;
    private long lastPeak = Long.MIN_VALUE / 2;
    private long limited;

    /**
     * @param ceiling
     *            largest magnitude that comes out, such as 1
     */
    public PeakLimiter(float ceiling, int sampleRate) {
        this.ceiling = ceiling;
        this.reach = Math.max(1, (int) (SECONDS * sampleRate));
        this.samples = new float[2 * reach];
        this.needed = new float[2 * reach];
        this.minima = new float[reach];
        Arrays.fill(needed, 1);
        Arrays.fill(minima, 1);
        this.minimaSum = reach;
    }

    /** Takes the next samples and returns those that have become final. */
    public float[] push(float[] next) {
        return isAtRest() && !exceedsCeiling(next) ? delayed(next) : limited(next);
    }

    /** Whether the last peak no longer counts: the gain is 1, and so is what the samples in the rings need. */
    private boolean isAtRest() {
        return received - lastPeak >= 2L * reach;
    }

    private boolean exceedsCeiling(float[] next) {
        for (float sample : next) {
            if (Math.abs(sample) > ceiling) {
                return true;
            }
        }
        return false;
    }

    /** What {@link #limited} returns where nothing is to be limited. */
    private float[] delayed(float[] next) {
        long from = Math.max(0, received - delay());
        long to = Math.max(0, received + next.length - delay());
        float[] out = new float[(int) (to - from)];
        for (long at = from; at < Math.min(to, received); at++) {
            out[(int) (at - from)] = samples[(int) (at % samples.length)];
        }
        int direct = (int) Math.max(0, to - received);
        System.arraycopy(next, 0, out, out.length - direct, direct);
        for (int i = Math.max(0, next.length - samples.length); i < next.length; i++) {
            samples[(int) ((received + i) % samples.length)] = next[i];
        }
        received += next.length;
        return out;
    }

    private float[] limited(float[] next) {
        int before = (int) Math.max(0, received - delay());
        int after = (int) Math.max(0, received + next.length - delay());
        float[] out = new float[after - before];
        int written = 0;
        for (float sample : next) {
            float gained = step(sample);
            if (received > delay()) {
                out[written++] = gained;
            }
        }
        return out;
    }

    /** After the last sample: the rest. */
    public float[] flush() {
        return push(new float[delay()]);
    }

    /** How many samples were above the ceiling. */
    public long limitedSamples() {
        return limited;
    }

    private int delay() {
        return reach - 1;
    }

    private float step(float sample) {
        float magnitude = Math.abs(sample);
        if (magnitude > ceiling) {
            limited++;
            lastPeak = received;
        }
        int at = (int) (received % samples.length);
        samples[at] = sample;
        needed[at] = magnitude > ceiling ? ceiling / magnitude : 1;
        float minimum = received - lastPeak < reach ? minimum() : 1;
        int slot = (int) (received % reach);
        minimaSum += (double) minimum - minima[slot];
        minima[slot] = minimum;
        if (received - lastPeak >= 2L * reach) {
            minimaSum = reach; // exactly, whatever rounding the last peak left
        }
        float delayed = samples[Math.floorMod(received - delay(), samples.length)];
        received++;
        return Math.clamp((float) (delayed * (minimaSum / reach)), -ceiling, ceiling);
    }

    private float minimum() {
        float minimum = 1;
        for (int back = 0; back < reach; back++) {
            minimum = Math.min(minimum, needed[Math.floorMod(received - back, needed.length)]);
        }
        return minimum;
    }
}
