package dev.sixtyfold.vocoder.hibari;

/** The phase in double precision, one sample after another; all the rest in single precision, many at once. */
final class FastPulseTrain implements PulseTrain {

    private static final int HOP = HibariGeometry.HOP;

    private final PitchContour contour;
    private final float[] f0 = new float[HOP];
    private final float[] order = new float[HOP];
    private final float[] phase = new float[HOP];
    private final float[] highest = new float[HOP];
    private final float[] sums = new float[HOP];
    private final double[] phases = new double[HOP];
    private int frame;
    private double turns;

    FastPulseTrain(PitchContour contour) {
        this.contour = contour;
    }

    @Override
    public void next(float[] out, int offset) {
        contour.frame(frame++, f0);
        for (int j = 0; j < HOP; j++) {
            order[j] = (int) (HIGHEST / Math.max(f0[j], VOICED_ABOVE)) + 0.5f;
        }
        for (int j = 0; j < HOP; j++) {
            turns += Math.max(f0[j], VOICED_ABOVE) * (1.0 / HibariGeometry.SAMPLE_RATE);
            turns -= (int) turns;
            phases[j] = turns;
        }
        for (int j = 0; j < HOP; j++) {
            double high = order[j] * phases[j];
            highest[j] = (float) (high - (int) (high + 0.5)); // from -0.5 to 0.5: small where the sine is
            phase[j] = (float) Math.min(phases[j], 1 - phases[j]); // sin(pi - x) = sin(x)
        }
        for (int j = 0; j < HOP; j++) {
            float numerator = 2 * FastMath.sinHalf(highest[j]) * FastMath.cosHalf(highest[j]);
            float denominator = 2 * FastMath.sinHalf(phase[j]);
            float sum = denominator <= NEAR_ZERO ? order[j] : numerator / denominator;
            sums[j] = f0[j] > VOICED_ABOVE ? sum - 0.5f : 0f;
        }
        System.arraycopy(sums, 0, out, offset, HOP);
    }
}
