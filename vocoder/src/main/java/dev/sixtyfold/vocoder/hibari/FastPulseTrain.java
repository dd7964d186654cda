package dev.sixtyfold.vocoder.hibari;

import dev.sixtyfold.speech.dsp.ArrayMath;
import dev.sixtyfold.speech.dsp.VectorUnit;
import java.util.Arrays;

/** The phase in double precision, one sample after another; all the rest in single precision, many at once. */
final class FastPulseTrain implements PulseTrain {

    private static final int HOP = HibariGeometry.HOP;
    private static final int PADDED = VectorUnit.padded(HOP);

    /** Adding and taking away 1.5 times 2^52 rounds a double of less than 2^51 to a whole number. */
    private static final double ROUNDING = 0x1.8p52;

    private final float[] f0 = new float[PADDED];
    private final float[] hertz = new float[PADDED];
    private final float[] order = new float[PADDED];
    private final float[] phase = new float[PADDED];
    private final float[] highest = new float[PADDED];
    private final float[] cosines = new float[PADDED];
    private final float[] denominators = new float[PADDED];
    private final float[] sums = new float[PADDED];
    private final double[] phases = new double[PADDED];

    @Override
    public boolean next(PulsePhase utterance, float[] out, int offset) {
        utterance.nextFrame(f0);
        double turns = utterance.turns();
        float loudest = 0;
        for (int j = 0; j < HOP; j++) {
            loudest = Math.max(loudest, f0[j]);
        }
        if (!(loudest > VOICED_ABOVE)) {
            utterance.reach(turns + HOP * (double) VOICED_ABOVE / HibariGeometry.SAMPLE_RATE);
            Arrays.fill(out, offset, offset + HOP, 0);
            return false;
        }
        for (int j = 0; j < HOP; j++) {
            hertz[j] = Math.max(f0[j], VOICED_ABOVE);
        }
        for (int j = 0; j < HOP; j++) {
            order[j] = (int) (HIGHEST / hertz[j]) + 0.5f;
        }
        for (int j = 0; j < HOP; j++) { // each waits for the one before: nothing more than the sum is done here
            turns += hertz[j] * (1.0 / HibariGeometry.SAMPLE_RATE);
            phases[j] = turns;
        }
        utterance.reach(turns);
        for (int j = 0; j < HOP; j++) { // less the nearest whole number: small where the sine is
            phases[j] -= (phases[j] + ROUNDING) - ROUNDING;
            double high = order[j] * phases[j];
            phase[j] = (float) phases[j];
            highest[j] = (float) (high - ((high + ROUNDING) - ROUNDING));
        }
        quotients();
        System.arraycopy(sums, 0, out, offset, HOP);
        return true;
    }

    /** {@code sin(2 pi highest) / (2 sin(pi phase)) - 1/2}, with the limit where that is 0/0. */
    private void quotients() {
        ArrayMath.now().sinHalf(highest, sums);
        ArrayMath.now().cosHalf(highest, cosines);
        ArrayMath.now().sinHalf(phase, denominators);
        SignalKernels.now().pulses(sums, cosines, denominators, order, f0);
    }
}
