package dev.sixtyfold.speech.dsp;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Functions of whole vectors, without branches or tables. They are made of the basic operations alone, whose results Java
 * fixes to the last bit: the same on every machine and in vectors of every length.
 */
public final class VectorMath {

    public static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /** Elements of a vector. */
    public static final int VECTOR = SPECIES.length();

    /** Adding and taking away 1.5 times 2^23 rounds a float of less than 2^22 to a whole number. */
    private static final float ROUNDING = 0x1.8p23f;

    private static final float LOG2_E = (float) (1 / Math.log(2));

    private VectorMath() {}

    /** The least length that whole vectors of any machine fill and that holds {@code length} elements. */
    public static int padded(int length) {
        return (length + 15) / 16 * 16;
    }

    /** e to the power {@code x} for x from -80 to 80, within a relative 5e-6; below -80 as at -80. */
    public static FloatVector exp(FloatVector x) {
        FloatVector turns = x.max(-80f).mul(LOG2_E);
        FloatVector rounded = turns.add(ROUNDING);
        FloatVector rest = turns.sub(rounded.sub(ROUNDING)); // from -0.5 to 0.5
        FloatVector power = rest.fma(broadcast(0.0095701f), broadcast(0.05591786f)); // 2 to the power of the rest
        power = power.fma(rest, broadcast(0.24024744f));
        power = power.fma(rest, broadcast(0.6931218f));
        power = power.fma(rest, broadcast(0.9999993f));
        // The rounded number stands in the last bits of the sum: moved to where the exponent is, it multiplies by its power.
        IntVector exponent = rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
        return power.reinterpretAsInts().add(exponent).reinterpretAsFloats();
    }

    /** The hyperbolic tangent, within 5e-6. */
    public static FloatVector tanh(FloatVector x) {
        FloatVector e = exp(x.min(9f).max(-9f).mul(2f));
        return e.sub(1f).div(e.add(1f));
    }

    /** {@code x} less the nearest whole number, for |x| below 2^22. */
    public static FloatVector fraction(FloatVector x) {
        return x.sub(x.add(ROUNDING).sub(ROUNDING));
    }

    /** The sine of half of {@code turns} turns, for turns from -0.5 to 0.5, within 1e-6. */
    public static FloatVector sinHalf(FloatVector turns) {
        FloatVector square = turns.mul(turns);
        FloatVector p = square.fma(broadcast(-0.5546362f), broadcast(2.541899f));
        p = p.fma(square, broadcast(-5.167143f));
        p = p.fma(square, broadcast(3.141582f));
        return p.mul(turns);
    }

    /** The cosine of half of {@code turns} turns, for turns from -0.5 to 0.5, within 1e-6. */
    public static FloatVector cosHalf(FloatVector turns) {
        FloatVector square = turns.mul(turns);
        FloatVector p = square.fma(broadcast(0.21969703f), broadcast(-1.3318803f));
        p = p.fma(square, broadcast(4.058412f));
        p = p.fma(square, broadcast(-4.934793f));
        return p.fma(square, broadcast(0.99999994f));
    }

    private static FloatVector broadcast(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }
}
