package dev.sixtyfold.watermark.detect;

import dev.sixtyfold.watermark.pattern.CellGrid;
import dev.sixtyfold.watermark.pattern.Origin;

/**
 * The score and what it proves. Let {@code b_i} be what the cells that share sign {@code s_i} say together; then
 * {@code z = sum(s_i b_i) / sqrt(sum(b_i^2))}. If the audio was made without the key, the signs are independent of it and of
 * each other, and whatever the audio, {@code P(z >= t) <= exp(-t^2 / 2)} (W. Hoeffding, "Probability inequalities for sums of
 * bounded random variables", J. Amer. Statist. Assoc. 58, 1963, theorem 2) and {@code P(z >= t) <= 3.178 Q(t)}, where {@code Q}
 * is the tail of the normal distribution (V. Bentkus, D. Dzindzalieta, "A tight Gaussian bound for weighted sums of Rademacher
 * random variables", Bernoulli 21, 2015). Each sign counts once, so it does not matter that speech, hum or a drone repeats; and
 * what was tried is paid for by the union bound.
 */
final class Bound {

    /** Marks that a key can make: of all ids, given out or chosen. */
    static final double LOG_MARKS = Math.log(Origin.values().length) + 32 * Math.log(2);

    /** {@code 1 / (4 Q(sqrt 2))}, rounded up. */
    private static final double LOG_RATIO_TO_NORMAL = Math.log(3.179);

    private Bound() {}

    /**
     * The score of all cells.
     *
     * @param folded
     *            {@code b_i}, by slot of the audio
     * @param signs
     *            by slot of the pattern
     * @param startSlot
     *            slot of the pattern that the audio begins in
     */
    static double z(float[] folded, byte[] signs, int startSlot) {
        double sum = 0;
        double energy = 0;
        int at = startSlot * CellGrid.BANDS;
        for (float value : folded) {
            sum += value * signs[at];
            energy += value * value;
            at = at + 1 == CellGrid.CELLS ? 0 : at + 1;
        }
        return energy > 0 ? sum / Math.sqrt(energy) : 0;
    }

    /** Natural logarithm of the probability that unmarked audio reaches {@code z} in one of {@code exp(logTrials)} trials. */
    static double logP(double z, double logTrials) {
        return z <= 0 ? 0 : Math.min(0, logTrials + logTail(z));
    }

    /** Of one trial; {@code z} is positive. */
    private static double logTail(double z) {
        // The normal tail is below its density times this: M. Sampford, Ann. Math. Statist. 24, 1953.
        double mills = 4 / (3 * z + Math.sqrt(z * z + 8));
        double normal = LOG_RATIO_TO_NORMAL + Math.log(mills) - 0.5 * Math.log(2 * Math.PI);
        return Math.min(0, normal) - z * z / 2;
    }
}
