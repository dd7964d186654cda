package dev.sixtyfold.speech.dsp;

/** Coefficients of the polynomials that stand for functions, and what else both forms of {@link ArrayMath} take. */
final class Polynomials {

    /** Adding and taking away 1.5 times 2^23 rounds a float of less than 2^22 to a whole number. */
    static final float ROUNDING = 0x1.8p23f;

    static final float LOG2_E = (float) (1 / Math.log(2));

    /** 2 to the power of x, from -0.5 to 0.5; the number says the power of x. */
    static final float POWER_4 = 0.0095701f;
    static final float POWER_3 = 0.05591786f;
    static final float POWER_2 = 0.24024744f;
    static final float POWER_1 = 0.6931218f;
    static final float POWER_0 = 0.9999993f;

    /** The sine of pi x, from -0.5 to 0.5. */
    static final float SINE_7 = -0.5546362f;
    static final float SINE_5 = 2.541899f;
    static final float SINE_3 = -5.167143f;
    static final float SINE_1 = 3.141582f;

    /** The cosine of pi x, from -0.5 to 0.5. */
    static final float COSINE_8 = 0.21969703f;
    static final float COSINE_6 = -1.3318803f;
    static final float COSINE_4 = 4.058412f;
    static final float COSINE_2 = -4.934793f;
    static final float COSINE_0 = 0.99999994f;

    private Polynomials() {}
}
