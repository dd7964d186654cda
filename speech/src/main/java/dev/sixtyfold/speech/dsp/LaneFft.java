package dev.sixtyfold.speech.dsp;

/**
 * The discrete Fourier transform of several complex signals of one length, side by side: element {@code k} of signal
 * {@code lane} stands at {@code k * lanes() + lane}. Side by side, since the arithmetic of one lane is that of the others,
 * which is what a vector unit wants; and each lane's result is the same to the last bit whatever the others hold.
 *
 * <p>An instance has scratch memory of its own and serves one thread at a time.
 */
public sealed interface LaneFft permits PlainLaneFft, RowColumnFft, StockhamLaneFft {

    /** Length of each signal. */
    int size();

    /** Signals side by side. */
    int lanes();

    /**
     * Forward transform in place, not scaled: {@code X[k] = sum over n of x[n] exp(-2 pi i k n / size)}. The inverse
     * (times {@code size}) is the same with the two arrays exchanged.
     *
     * @param re
     *            real parts, {@code [size][lanes]}
     * @param im
     *            imaginary parts, {@code [size][lanes]}
     */
    void transform(float[] re, float[] im);
}
