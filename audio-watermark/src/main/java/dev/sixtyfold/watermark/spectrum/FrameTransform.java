package dev.sixtyfold.watermark.spectrum;

import dev.sixtyfold.speech.dsp.RealLaneFft;
import dev.sixtyfold.speech.dsp.StockhamLaneFft;
import dev.sixtyfold.watermark.pattern.CellGrid;

/**
 * The short-time transform of the grid at any sample rate: frames of two hops under a sine window. A hop is rarely a whole
 * number of samples, so a frame begins at a fraction of a sample and the window is taken where the samples lie; its square
 * and that of the next frame still add up to one everywhere (J. Princen, A. Bradley, "Analysis/synthesis filter bank design
 * based on time domain aliasing cancellation", IEEE Trans. ASSP 34, 1986), and nothing drifts.
 *
 * <p>Time is counted in quarters of a hop, of which there are {@value #QUARTERS_PER_SECOND} in a second, so that all of this is
 * exact. Serves one thread at a time.
 */
public final class FrameTransform {

    /** Quarters of a hop in a second. */
    public static final int QUARTERS_PER_SECOND = (int) (4 * CellGrid.HOPS_PER_SECOND);

    private final int sampleRate;
    private final double hop;
    private final RealLaneFft fft;
    private final float[] even;
    private final float[] odd;
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
        this.fft = new RealLaneFft(new StockhamLaneFft(size / 2, 1));
        this.even = new float[size / 2];
        this.odd = new float[size / 2];
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
     * The spectrum of {@link #size} samples under a window.
     *
     * @param re
     *            {@link #bins()} real parts, written
     * @param im
     *            {@link #bins()} imaginary parts, written
     */
    public void forward(float[] samples, int from, float[] window, float[] re, float[] im) {
        for (int n = 0; n < even.length; n++) {
            even[n] = samples[from + 2 * n] * window[2 * n];
            odd[n] = samples[from + 2 * n + 1] * window[2 * n + 1];
        }
        fft.forward(even, odd);
        fft.read(even, odd, 0, re, im);
    }

    /** The way back: adds the frame, windowed once more, to {@code sum}. */
    public void addInverse(float[] re, float[] im, float[] window, float[] sum, int to) {
        fft.write(re, im, 0, even, odd);
        fft.inverse(even, odd);
        float scale = 2f / fft.size();
        for (int n = 0; n < even.length; n++) {
            sum[to + 2 * n] += scale * even[n] * window[2 * n];
            sum[to + 2 * n + 1] += scale * odd[n] * window[2 * n + 1];
        }
    }
}
