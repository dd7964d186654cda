package dev.sixtyfold.vocoder.hibari;

/** One number after another. */
final class SignalLoops implements SignalKernels {

    static final SignalLoops INSTANCE = new SignalLoops();

    private SignalLoops() {}

    @Override
    public void scale(float[] x, float factor) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }

    @Override
    public void add(float[] x, float[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += x[i];
        }
    }

    @Override
    public void addProducts(float[] x, float[] factors, float[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = x[i] * factors[i] + y[i];
        }
    }

    @Override
    public void phasors(float[] magnitude, float[] cos, float[] sin) {
        for (int i = 0; i < magnitude.length; i++) {
            float scaled = cos[i] * magnitude[i];
            float re = cos[i] * scaled - sin[i] * sin[i] * magnitude[i];
            sin[i] = (sin[i] + sin[i]) * scaled;
            cos[i] = re;
        }
    }

    @Override
    public void sum(float[] x, int at, float[] w, int from, float[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = x[at + i] + w[from + i];
        }
    }

    @Override
    public void difference(float[] x, int at, float[] w, int from, float[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = x[at + i] - w[from + i];
        }
    }

    @Override
    public void pulses(float[] sums, float[] cosines, float[] denominators, float[] order, float[] f0) {
        for (int i = 0; i < sums.length; i++) {
            float quotient = Math.abs(denominators[i]) <= PulseTrain.NEAR_ZERO / 2
                    ? order[i]
                    : sums[i] * cosines[i] / denominators[i];
            sums[i] = f0[i] <= PulseTrain.VOICED_ABOVE ? 0 : quotient - 0.5f;
        }
    }
}
