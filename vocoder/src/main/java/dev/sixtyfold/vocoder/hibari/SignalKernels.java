package dev.sixtyfold.vocoder.hibari;

import dev.sixtyfold.speech.dsp.VectorUnit;

/** Loops of the signal processing, over arrays whose lengths are multiples of {@link VectorUnit#MULTIPLE}. */
interface SignalKernels {

    /** The kernels that serve this thread best now. */
    static SignalKernels now() {
        return VectorUnit.used() ? SignalVectors.INSTANCE : SignalLoops.INSTANCE;
    }

    /** {@code x = x factor}. */
    void scale(float[] x, float factor);

    /** {@code y = y + x}. */
    void add(float[] x, float[] y);

    /** {@code y = x factors + y}. */
    void addProducts(float[] x, float[] factors, float[] y);

    /**
     * From the cosine and the sine of half an angle those of the angle, each times a magnitude.
     *
     * @param cos
     *            holds the cosine of the half; receives the real part
     * @param sin
     *            likewise the sine, and the imaginary part
     */
    void phasors(float[] magnitude, float[] cos, float[] sin);

    /** {@code y = x + w}, of {@code x} and {@code w} from {@code at} and {@code from} on. */
    void sum(float[] x, int at, float[] w, int from, float[] y);

    /** {@code y = x - w}, likewise. */
    void difference(float[] x, int at, float[] w, int from, float[] y);

    /**
     * {@code sums cosines / denominators - 1/2} in place of {@code sums}, with {@code order} for the quotient where it is 0/0,
     * and 0 where there is no voice.
     */
    void pulses(float[] sums, float[] cosines, float[] denominators, float[] order, float[] f0);
}
