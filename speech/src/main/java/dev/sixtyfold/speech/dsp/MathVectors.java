package dev.sixtyfold.speech.dsp;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** As many numbers as a vector holds at once. */
final class MathVectors implements ArrayMath {

    static final MathVectors INSTANCE = new MathVectors();

    private static final VectorSpecies<Float> SPECIES = FloatVectors.SPECIES;
    private static final int VECTOR = FloatVectors.LENGTH;

    private static final FloatVector POWER_4 = all(Polynomials.POWER_4);
    private static final FloatVector POWER_3 = all(Polynomials.POWER_3);
    private static final FloatVector POWER_2 = all(Polynomials.POWER_2);
    private static final FloatVector POWER_1 = all(Polynomials.POWER_1);
    private static final FloatVector POWER_0 = all(Polynomials.POWER_0);
    private static final FloatVector SINE_7 = all(Polynomials.SINE_7);
    private static final FloatVector SINE_5 = all(Polynomials.SINE_5);
    private static final FloatVector SINE_3 = all(Polynomials.SINE_3);
    private static final FloatVector SINE_1 = all(Polynomials.SINE_1);
    private static final FloatVector COSINE_8 = all(Polynomials.COSINE_8);
    private static final FloatVector COSINE_6 = all(Polynomials.COSINE_6);
    private static final FloatVector COSINE_4 = all(Polynomials.COSINE_4);
    private static final FloatVector COSINE_2 = all(Polynomials.COSINE_2);
    private static final FloatVector COSINE_0 = all(Polynomials.COSINE_0);

    private MathVectors() {}

    private static FloatVector all(float coefficient) {
        return FloatVector.broadcast(SPECIES, coefficient);
    }

    @Override
    public void exp(float[] x, int count, float most, float[] y) {
        for (int i = 0; i < count; i += VECTOR) {
            FloatVector turns = FloatVector.fromArray(SPECIES, x, i).min(most).max(-80f).mul(Polynomials.LOG2_E);
            FloatVector rounded = turns.add(Polynomials.ROUNDING);
            FloatVector rest = turns.sub(rounded.sub(Polynomials.ROUNDING)); // from -0.5 to 0.5
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

    @Override
    public void tanh(float[] x) {
        for (int i = 0; i < x.length; i += VECTOR) {
            FloatVector.fromArray(SPECIES, x, i).min(9f).max(-9f).mul(2f).intoArray(x, i);
        }
        exp(x, x.length, 18, x);
        for (int i = 0; i < x.length; i += VECTOR) {
            FloatVector e = FloatVector.fromArray(SPECIES, x, i);
            e.sub(1f).div(e.add(1f)).intoArray(x, i);
        }
    }

    @Override
    public void fraction(float[] x, float factor) {
        for (int i = 0; i < x.length; i += VECTOR) {
            FloatVector product = FloatVector.fromArray(SPECIES, x, i).mul(factor);
            product.sub(product.add(Polynomials.ROUNDING).sub(Polynomials.ROUNDING)).intoArray(x, i);
        }
    }

    @Override
    public void sinHalf(float[] turns, float[] y) {
        for (int i = 0; i < y.length; i += VECTOR) {
            FloatVector turn = FloatVector.fromArray(SPECIES, turns, i);
            FloatVector square = turn.mul(turn);
            FloatVector p = square.fma(SINE_7, SINE_5);
            p = p.fma(square, SINE_3);
            p = p.fma(square, SINE_1);
            p.mul(turn).intoArray(y, i);
        }
    }

    @Override
    public void cosHalf(float[] turns, float[] y) {
        for (int i = 0; i < y.length; i += VECTOR) {
            FloatVector turn = FloatVector.fromArray(SPECIES, turns, i);
            FloatVector square = turn.mul(turn);
            FloatVector p = square.fma(COSINE_8, COSINE_6);
            p = p.fma(square, COSINE_4);
            p = p.fma(square, COSINE_2);
            p.fma(square, COSINE_0).intoArray(y, i);
        }
    }

    @Override
    public void multiply(float[] a, float[] b, float[] c, float[] s, int count) {
        for (int at = 0; at < count; at += VECTOR) {
            FloatVector r = FloatVector.fromArray(SPECIES, a, at);
            FloatVector i = FloatVector.fromArray(SPECIES, b, at);
            FloatVector cosine = FloatVector.fromArray(SPECIES, c, at);
            FloatVector sine = FloatVector.fromArray(SPECIES, s, at);
            r.mul(cosine).sub(i.mul(sine)).intoArray(a, at);
            r.mul(sine).add(i.mul(cosine)).intoArray(b, at);
        }
    }
}
