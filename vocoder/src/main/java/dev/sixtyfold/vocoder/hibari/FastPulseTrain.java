package dev.sixtyfold.vocoder.hibari;

import java.util.Arrays;

/** The phase in double precision, one sample after another; all the rest in single precision, many at once. */
final class FastPulseTrain implements PulseTrain {

    private static final int HOP = HibariGeometry.HOP;

    /** Adding and taking away 1.5 times 2^52 rounds a double of less than 2^51 to a whole number. */
    private static final double ROUNDING = 0x1.8p52;

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
    public boolean next(float[] out, int offset) {
        contour.frame(frame++, f0);
        float loudest = 0;
        for (int j = 0; j < HOP; j++) {
            loudest = Math.max(loudest, f0[j]);
        }
        if (!(loudest > VOICED_ABOVE)) {
            turns += HOP * (double) VOICED_ABOVE / HibariGeometry.SAMPLE_RATE;
            turns -= Math.floor(turns);
            Arrays.fill(out, offset, offset + HOP, 0);
            return false;
        }
        for (int j = 0; j < HOP; j++) {
            order[j] = (int) (HIGHEST / Math.max(f0[j], VOICED_ABOVE)) + 0.5f;
        }
        for (int j = 0; j < HOP; j++) {
            turns += Math.max(f0[j], VOICED_ABOVE) * (1.0 / HibariGeometry.SAMPLE_RATE);
            turns -= turns >= 1 ? 1 : 0;
            phases[j] = turns;
        }
        for (int j = 0; j < HOP; j++) {
            double high = order[j] * phases[j];
            highest[j] = (float) (high - ((high + ROUNDING) - ROUNDING)); // from -0.5 to 0.5: small where the sine is
            phase[j] = (float) Math.min(phases[j], 1 - phases[j]); // sin(pi - x) = sin(x)
        }
        for (int j = 0; j < HOP; j++) {
            float numerator = 2 * FastMath.sinHalf(highest[j]) * FastMath.cosHalf(highest[j]);
            float denominator = 2 * FastMath.sinHalf(phase[j]);
            float sum = denominator <= NEAR_ZERO ? order[j] : numerator / denominator;
            sums[j] = f0[j] > VOICED_ABOVE ? sum - 0.5f : 0f;
        }
        System.arraycopy(sums, 0, out, offset, HOP);
        return true;
    }
}
