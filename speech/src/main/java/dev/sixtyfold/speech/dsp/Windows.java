package dev.sixtyfold.speech.dsp;

/** Window functions. */
public final class Windows {

    private Windows() {}

    /** The periodic Hann window of {@code length} points: {@code 0.5 - 0.5 cos(2 pi n / length)}. */
    public static float[] periodicHann(int length) {
        float[] window = new float[length];
        for (int n = 0; n < length; n++) {
            window[n] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * n / length));
        }
        return window;
    }

    /**
     * The Kaiser window at {@code x}.
     *
     * @param x
     *            position, from -1 to 1; 0 outside
     * @param beta
     *            shape: the larger, the wider the main lobe and the lower the side lobes
     */
    public static double kaiser(double x, double beta) {
        return Math.abs(x) > 1 ? 0 : besselI0(beta * Math.sqrt(1 - x * x)) / besselI0(beta);
    }

    /** Modified Bessel function of the first kind, order 0, by its power series. */
    private static double besselI0(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; term > sum * 1e-17; k++) {
            term *= x * x / (4.0 * k * k);
            sum += term;
        }
        return sum;
    }
}
