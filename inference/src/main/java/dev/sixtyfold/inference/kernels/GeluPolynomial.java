package dev.sixtyfold.inference.kernels;

/**
 * {@code x Phi(x)} is {@code max(x, 0)} less an even function: a polynomial in {@code |x|} stands for that, within 1e-3.
 */
final class GeluPolynomial {

    /** From here on {@code x (1 - Phi(x))}, which is 8e-4 at this place, is taken for what it is here. */
    static final float END = 3.5f;

    /** Coefficients, the highest power first. */
    static final float A7 = -0.00077659264f;
    static final float A6 = 0.011644363f;
    static final float A5 = -0.06629181f;
    static final float A4 = 0.16192827f;
    static final float A3 = -0.07127156f;
    static final float A2 = -0.37319434f;
    static final float A1 = 0.4964746f;
    static final float A0 = 7.908025e-05f;

    private GeluPolynomial() {}
}
