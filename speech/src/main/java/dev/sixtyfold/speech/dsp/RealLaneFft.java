package dev.sixtyfold.speech.dsp;

/**
 * Transforms of real signals by complex ones of half the length: the even samples are the real parts, the odd ones the
 * imaginary parts. Lanes as in {@link LaneFft}; here too no lane depends on its neighbours.
 *
 * <p>Serves one thread at a time.
 */
public final class RealLaneFft {

    private final LaneFft half;
    private final float[] cosine;
    private final float[] sine;

    /**
     * @param half
     *            of half the signals' length
     */
    public RealLaneFft(LaneFft half) {
        this.half = half;
        int bins = half.size() + 1;
        this.cosine = new float[bins];
        this.sine = new float[bins];
        for (int k = 0; k < bins; k++) {
            cosine[k] = (float) Math.cos(Math.PI * k / half.size());
            sine[k] = (float) Math.sin(Math.PI * k / half.size());
        }
    }

    /** Length of each signal. */
    public int size() {
        return 2 * half.size();
    }

    /** Signals side by side. */
    public int lanes() {
        return half.lanes();
    }

    /**
     * Forward transform in place; {@link #read} then gives each lane's spectrum.
     *
     * @param even
     *            samples 0, 2, 4, …: {@code [size / 2][lanes]}
     * @param odd
     *            samples 1, 3, 5, …: {@code [size / 2][lanes]}
     */
    public void forward(float[] even, float[] odd) {
        half.transform(even, odd);
    }

    /**
     * After {@link #forward}: the spectrum of one lane.
     *
     * @param re
     *            {@code size / 2 + 1} real parts
     * @param im
     *            {@code size / 2 + 1} imaginary parts
     */
    public void read(float[] even, float[] odd, int lane, float[] re, float[] im) {
        int n = half.size();
        int lanes = half.lanes();
        for (int k = 0; k <= n; k++) {
            int at = (k == n ? 0 : k) * lanes + lane;
            int mirror = (k == 0 ? 0 : n - k) * lanes + lane;
            float sumRe = 0.5f * (even[at] + even[mirror]);
            float sumIm = 0.5f * (odd[at] - odd[mirror]);
            float difRe = 0.5f * (even[at] - even[mirror]);
            float difIm = 0.5f * (odd[at] + odd[mirror]);
            re[k] = sumRe + difIm * cosine[k] - difRe * sine[k];
            im[k] = sumIm - difRe * cosine[k] - difIm * sine[k];
        }
    }

    /**
     * Before {@link #inverse}: sets the spectrum of one lane. The imaginary parts of the first and the last bin count as
     * zero, as a real signal has it.
     */
    public void write(float[] re, float[] im, int lane, float[] even, float[] odd) {
        int n = half.size();
        int lanes = half.lanes();
        even[lane] = 0.5f * (re[0] + re[n]);
        odd[lane] = 0.5f * (re[0] - re[n]);
        for (int k = 1; k < n; k++) {
            float sumRe = 0.5f * (re[k] + re[n - k]);
            float sumIm = 0.5f * (im[k] - im[n - k]);
            float difRe = 0.5f * (re[k] - re[n - k]);
            float difIm = 0.5f * (im[k] + im[n - k]);
            even[k * lanes + lane] = sumRe - difIm * cosine[k] - difRe * sine[k];
            odd[k * lanes + lane] = sumIm + difRe * cosine[k] - difIm * sine[k];
        }
    }

    /** Inverse transform in place, {@code size / 2} times too large. */
    public void inverse(float[] even, float[] odd) {
        half.transform(odd, even);
    }
}
