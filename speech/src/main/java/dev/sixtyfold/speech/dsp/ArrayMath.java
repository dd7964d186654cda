package dev.sixtyfold.speech.dsp;

/**
 * Functions of all numbers of an array, without branches or tables. They are made of the basic operations alone, whose results
 * Java fixes to the last bit: the same on every machine, in plain loops and in vectors of every length. They take arrays and
 * not vectors, since a vector that goes through a call may become an object.
 *
 * <p>Lengths are multiples of {@link VectorUnit#MULTIPLE}.
 */
public interface ArrayMath {

    /** The functions that serve this thread best now. */
    static ArrayMath now() {
        return VectorUnit.used() ? MathVectors.INSTANCE : MathLoops.INSTANCE;
    }

    /**
     * e to the power of the lesser of {@code x} and {@code most}, for powers from -80 to 80, within a relative 1e-5 (5e-6 from -40 to 40); below -80
     * as at -80.
     *
     * @param count
     *            numbers of the array that are taken, a multiple of {@link VectorUnit#MULTIPLE}
     * @param y
     *            receives them; may be {@code x}
     */
    void exp(float[] x, int count, float most, float[] y);

    /** The hyperbolic tangent, within 5e-6, in place. */
    void tanh(float[] x);

    /** {@code x factor} less the nearest whole number, for products of less than 2^22, in place. */
    void fraction(float[] x, float factor);

    /** The sine of half of {@code turns} turns, for turns from -0.5 to 0.5, within 1e-6. */
    void sinHalf(float[] turns, float[] y);

    /** The cosine of half of {@code turns} turns, for turns from -0.5 to 0.5, within 1e-6. */
    void cosHalf(float[] turns, float[] y);

    /** {@code a + ib} times {@code c + is}, all of {@code count} numbers, a multiple of {@link VectorUnit#MULTIPLE}, in place. */
    void multiply(float[] a, float[] b, float[] c, float[] s, int count);
}
