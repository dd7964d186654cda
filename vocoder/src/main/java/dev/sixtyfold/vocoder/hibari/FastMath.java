package dev.sixtyfold.vocoder.hibari;

/**
 * Functions without branches, tables or bit tricks, so that loops over them become vector instructions. They are made of
 * the basic operations alone, whose results Java fixes to the last bit: the same on every machine and in every loop.
 */
final class FastMath {

    private static final float PI = (float) Math.PI;

    /** Adding and taking away 1.5 times 2^23 rounds a float of less than 2^22 to a whole number. */
    private static final float ROUNDING = 0x1.8p23f;

    private FastMath() {}

    /** e to the power {@code x} for x from -24 to 18, within a relative 1e-5; below -24 as at -24. */
    static float exp(float x) {
        float y = Math.max(x, -24f) * (1f / 32);
        float p = 1f / 5040;
        p = p * y + 1f / 720;
        p = p * y + 1f / 120;
        p = p * y + 1f / 24;
        p = p * y + 1f / 6;
        p = p * y + 0.5f;
        p = p * y + 1f;
        p = p * y + 1f;
        p *= p;
        p *= p;
        p *= p;
        p *= p;
        return p * p;
    }

    /** The hyperbolic tangent, within 5e-6. */
    static float tanh(float x) {
        float e = exp(2 * Math.max(-9f, Math.min(9f, x)));
        return (e - 1) / (e + 1);
    }

    /** {@code x} less the nearest whole number, for |x| below 2^22. */
    static float fraction(float x) {
        return x - ((x + ROUNDING) - ROUNDING);
    }

    /** The sine of half of {@code turns} turns, for turns from -0.5 to 0.5, within 1e-6. */
    static float sinHalf(float turns) {
        float h = turns * PI;
        float h2 = h * h;
        float p = -1f / 39916800;
        p = p * h2 + 1f / 362880;
        p = p * h2 - 1f / 5040;
        p = p * h2 + 1f / 120;
        p = p * h2 - 1f / 6;
        return h + h * h2 * p;
    }

    /** The cosine of half of {@code turns} turns, for turns from -0.5 to 0.5, within 1e-6. */
    static float cosHalf(float turns) {
        float h = turns * PI;
        float h2 = h * h;
        float p = -1f / 3628800;
        p = p * h2 + 1f / 40320;
        p = p * h2 - 1f / 720;
        p = p * h2 + 1f / 24;
        p = p * h2 - 0.5f;
        return p * h2 + 1f;
    }
}
