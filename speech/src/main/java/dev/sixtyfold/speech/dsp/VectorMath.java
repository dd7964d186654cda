package dev.sixtyfold.speech.dsp;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Functions of all numbers of an array, without branches or tables. They are made of the basic operations alone, whose results
 * Java fixes to the last bit: the same on every machine and in vectors of every length. They take arrays and not vectors,
 * since a vector that goes through a call may become an object.
 *
 * <p>Lengths are multiples of 16, see {@link #padded}.
 */
public final class VectorMath {

    public static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /** Elements of a vector. */
    public static final int VECTOR = SPECIES.length();

    /** Adding and taking away 1.5 times 2^23 rounds a float of less than 2^22 to a whole number. */
    private static final float ROUNDING = 0x1.8p23f;

    private static final float LOG2_E = (float) (1 / Math.log(2));

    /** Coefficients of polynomials. */
    private static final FloatVector POWER_4 = FloatVector.broadcast(SPECIES, 0.0095701f);
    private static final FloatVector POWER_3 = FloatVector.broadcast(SPECIES, 0.05591786f);
    private static final FloatVector POWER_2 = FloatVector.broadcast(SPECIES, 0.24024744f);
    private static final FloatVector POWER_1 = FloatVector.broadcast(SPECIES, 0.6931218f);
    private static final FloatVector POWER_0 = FloatVector.broadcast(SPECIES, 0.9999993f);
    private static final FloatVector SINE_7 = FloatVector.broadcast(SPECIES, -0.5546362f);
    private static final FloatVector SINE_5 = FloatVector.broadcast(SPECIES, 2.541899f);
    private static final FloatVector SINE_3 = FloatVector.broadcast(SPECIES, -5.167143f);
    private static final FloatVector SINE_1 = FloatVector.broadcast(SPECIES, 3.141582f);
    private static final FloatVector COSINE_8 = FloatVector.broadcast(SPECIES, 0.21969703f);
    private static final FloatVector COSINE_6 = FloatVector.broadcast(SPECIES, -1.3318803f);
    private static final FloatVector COSINE_4 = FloatVector.broadcast(SPECIES, 4.058412f);
    private static final FloatVector COSINE_2 = FloatVector.broadcast(SPECIES, -4.934793f);
    private static final FloatVector COSINE_0 = FloatVector.broadcast(SPECIES, 0.99999994f);

    private VectorMath() {}

    /** The least length that whole vectors of any machine fill and that holds {@code length} elements. */
    public static int padded(int length) {
        return (length + 15) / 16 * 16;
    }

    /**
     * e to the power of the lesser of {@code x} and {@code most}, for powers from -80 to 80, within a relative 5e-6; below -80
     * as at -80.
     *
     * @param count
     *            numbers of the array that are taken, a multiple of 16
     * @param y
     *            receives them; may be {@code x}
     */
    public static void exp(float[] x, int count, float most, float[] y) {
        for (int i = 0; i < count; i += VECTOR) {
            FloatVector turns = FloatVector.fromArray(SPECIES, x, i).min(most).max(-80f).mul(LOG2_E);
            FloatVector rounded = turns.add(ROUNDING);
            FloatVector rest = turns.sub(rounded.sub(ROUNDING)); // from -0.5 to 0.5
            FloatVector power = rest.fma(POWER_4, POWER_3); // 2 to the power of the rest
            power = power.fma(rest, POWER_2);
            power = power.fma(rest, POWER_1);
            power = power.fma(rest, POWER_0);
            // The rounded number stands in the last bits of the sum: moved to where the exponent is, it multiplies by its
            // power.
            IntVector exponent = rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
            power.reinterpretAsInts().add(exponent).reinterpretAsFloats().intoArray(y, i);
        }
    }

    /** The hyperbolic tangent, within 5e-6, in place. */
    public static void tanh(float[] x) {
        for (int i = 0; i < x.length; i += VECTOR) {
            FloatVector.fromArray(SPECIES, x, i).min(9f).max(-9f).mul(2f).intoArray(x, i);
        }
        exp(x, x.length, 18, x);
        for (int i = 0; i < x.length; i += VECTOR) {
            FloatVector e = FloatVector.fromArray(SPECIES, x, i);
            e.sub(1f).div(e.add(1f)).intoArray(x, i);
        }
    }

    /** {@code x factor} less the nearest whole number, for products of less than 2^22, in place. */
    public static void fraction(float[] x, float factor) {
        for (int i = 0; i < x.length; i += VECTOR) {
            FloatVector product = FloatVector.fromArray(SPECIES, x, i).mul(factor);
            product.sub(product.add(ROUNDING).sub(ROUNDING)).intoArray(x, i);
        }
    }

    /** The sine of half of {@code turns} turns, for turns from -0.5 to 0.5, within 1e-6. */
    public static void sinHalf(float[] turns, float[] y) {
        for (int i = 0; i < y.length; i += VECTOR) {
            FloatVector turn = FloatVector.fromArray(SPECIES, turns, i);
            FloatVector square = turn.mul(turn);
            FloatVector p = square.fma(SINE_7, SINE_5);
            p = p.fma(square, SINE_3);
            p = p.fma(square, SINE_1);
            p.mul(turn).intoArray(y, i);
        }
    }

    /** The cosine of half of {@code turns} turns, for turns from -0.5 to 0.5, within 1e-6. */
    public static void cosHalf(float[] turns, float[] y) {
        for (int i = 0; i < y.length; i += VECTOR) {
            FloatVector turn = FloatVector.fromArray(SPECIES, turns, i);
            FloatVector square = turn.mul(turn);
            FloatVector p = square.fma(COSINE_8, COSINE_6);
            p = p.fma(square, COSINE_4);
            p = p.fma(square, COSINE_2);
            p.fma(square, COSINE_0).intoArray(y, i);
        }
    }
}
