package dev.sixtyfold.speech.dsp;

/** The definition, in double precision and in quadratic time: what the fast form is held against. */
public final class PlainLaneFft implements LaneFft {

    private final int size;
    private final int lanes;
    private final double[] cosine;
    private final double[] sine;

    public PlainLaneFft(int size, int lanes) {
        this.size = size;
        this.lanes = lanes;
        this.cosine = new double[size];
        this.sine = new double[size];
        for (int i = 0; i < size; i++) {
            cosine[i] = Math.cos(2 * Math.PI * i / size);
            sine[i] = -Math.sin(2 * Math.PI * i / size);
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int lanes() {
        return lanes;
    }

    @Override
    public void transform(float[] re, float[] im) {
        double[] x = new double[size];
        double[] y = new double[size];
        for (int lane = 0; lane < lanes; lane++) {
            for (int n = 0; n < size; n++) {
                x[n] = re[n * lanes + lane];
                y[n] = im[n * lanes + lane];
            }
            for (int k = 0; k < size; k++) {
                double sumRe = 0;
                double sumIm = 0;
                for (int n = 0, turn = 0; n < size; n++, turn = (turn + k) % size) {
                    sumRe += x[n] * cosine[turn] - y[n] * sine[turn];
                    sumIm += x[n] * sine[turn] + y[n] * cosine[turn];
                }
                re[k * lanes + lane] = (float) sumRe;
                im[k * lanes + lane] = (float) sumIm;
            }
        }
    }
}
