package dev.sixtyfold.watermark.spectrum;

import dev.sixtyfold.speech.dsp.LaneFft;
import dev.sixtyfold.speech.dsp.RowColumnFft;
import dev.sixtyfold.watermark.pattern.CellGrid;

/**
 * The short-time transform of the grid at any sample rate: frames of two hops under a sine window. A hop is rarely a whole
 * number of samples, so a frame begins at a fraction of a sample and the window is taken where the samples lie; its square
 * and that of the next frame still add up to one everywhere (J. Princen, A. Bradley, "Analysis/synthesis filter bank design
 * based on time domain aliasing cancellation", IEEE Trans. ASSP 34, 1986), and nothing drifts.
 *
 * <p>Time is counted in quarters of a hop, of which there are {@value #QUARTERS_PER_SECOND} in a second, so that all of this is
 * exact.
 *
 * <p>Two real frames go through one complex transform, one as its real part and one as its imaginary part: what {@link #pair}
 * writes is the transform of both, from which {@link #powers} tells them apart. Gains that are the same for both frames need not
 * tell them apart at all. Serves one thread at a time.
 */
public final class FrameTransform {

    /** Quarters of a hop in a second. */
    public static final int QUARTERS_PER_SECOND = (int) (4 * CellGrid.HOPS_PER_SECOND);

    private final int sampleRate;
    private final double hop;
    private final LaneFft fft;
    /** By where a frame begins, in parts of a sample; made when first needed. */
    private final float[][] windows = new float[QUARTERS_PER_SECOND][];

    /**
     * A transform for signals of one rate.
     *
     * @param sampleRate
     *            in Hz, at least 1000
     */
    public FrameTransform(int sampleRate) {
        if (sampleRate < 1000) {
            throw new IllegalArgumentException("sample rate " + sampleRate + " Hz is below 1000 Hz");
        }
        this.sampleRate = sampleRate;
        this.hop = sampleRate / CellGrid.HOPS_PER_SECOND;
        int longest = (int) Math.ceil(2 * hop);
        int size = longest == Integer.highestOneBit(longest) ? longest : 2 * Integer.highestOneBit(longest);
        this.fft = new RowColumnFft(size);
    }

    /** In Hz. */
    public int sampleRate() {
        return sampleRate;
    }

    /** Points of the transform: the frame and zeros after it. */
    public int size() {
        return fft.size();
    }

    /** Bins of a spectrum. */
    public int bins() {
        return fft.size() / 2 + 1;
    }

    /** Distance of two bins in Hz. */
    public double binHz() {
        return (double) sampleRate / fft.size();
    }

    /** The first sample that is not before a time. */
    public long firstSample(long quarters) {
        return Math.ceilDiv(quarters * sampleRate, (long) QUARTERS_PER_SECOND);
    }

    /** The window over a frame that begins at a time, from its {@link #firstSample} on; {@link #size} values. */
    public float[] window(long quarters) {
        int late = (int) Math.floorMod(-quarters * sampleRate, (long) QUARTERS_PER_SECOND);
        float[] window = windows[late];
        if (window == null) {
            double fraction = (double) late / QUARTERS_PER_SECOND;
            window = new float[fft.size()];
            for (int n = 0; n + fraction < 2 * hop && n < window.length; n++) {
                window[n] = (float) Math.sin(Math.PI * (n + fraction) / (2 * hop));
            }
            windows[late] = window;
        }
        return window;
    }

    /**
     * The spectra of two frames in one.
     *
     * @param first
     *            the time at which one begins
     * @param second
     *            the time at which the other begins
     * @param samples
     *            with at least {@link #size} of them from the beginning of either frame on
     * @param base
     *            which sample {@code samples[0]} is
     * @param re
     *            {@link #size} real parts, written
     * @param im
     *            {@link #size} imaginary parts, written
     */
    public void pair(long first, long second, float[] samples, long base, float[] re, float[] im) {
        weigh(samples, (int) (firstSample(first) - base), window(first), re);
        weigh(samples, (int) (firstSample(second) - base), window(second), im);
        fft.transform(re, im);
    }

    private static void weigh(float[] samples, int from, float[] window, float[] to) {
        System.arraycopy(samples, from, to, 0, to.length); // apart: two such loops are faster than one
        for (int n = 0; n < to.length; n++) {
            to[n] *= window[n];
        }
    }

    /**
     * Of a {@link #pair}: adds the powers of both frames.
     *
     * @param bin
     *            the first that is wanted
     * @param one
     *            of the first frame, from {@code bin} on
     * @param other
     *            of the second frame, likewise
     */
    public static void powers(float[] re, float[] im, int bin, float[] one, float[] other) {
        int size = re.length;
        for (int i = 0; i < one.length; i++) {
            int k = bin + i;
            int mirror = size - k & size - 1;
            float sum = re[k] * re[k] + im[k] * im[k] + re[mirror] * re[mirror] + im[mirror] * im[mirror];
            float cross = re[k] * re[mirror] - im[k] * im[mirror];
            // Rounding may bring a frame of nothing beside a loud one below zero.
            one[i] += Math.max(0, 0.25f * sum + 0.5f * cross);
            other[i] += Math.max(0, 0.25f * sum - 0.5f * cross);
        }
    }

    /**
     * The way back from a {@link #pair}, which is destroyed: adds both frames, windowed once more, to {@code sum}.
     *
     * @param base
     *            which sample {@code sum[0]} is
     */
    public void addPair(float[] re, float[] im, long first, long second, float[] sum, long base) {
        fft.transform(im, re); // exchanged: the inverse, size times too large
        addWeighted(re, window(first), sum, (int) (firstSample(first) - base));
        addWeighted(im, window(second), sum, (int) (firstSample(second) - base));
    }

    private static void addWeighted(float[] frame, float[] window, float[] sum, int to) {
        float scale = 1f / frame.length;
        for (int n = 0; n < frame.length; n++) {
            frame[n] *= scale * window[n];
        }
        for (int n = 0; n < frame.length; n++) {
            sum[to + n] += frame[n];
        }
    }
}
