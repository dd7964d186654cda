package dev.sixtyfold.watermark.spectrum;

/** Decibels by arithmetic alone, so that loops over spectra are vector instructions and the same on every machine. */
public final class Decibels {

    private static final float PER_OCTAVE = (float) (10 * Math.log10(2));
    private static final int MANTISSA = 0x7FFFFF;
    private static final int ONE = 0x3F800000;

    private Decibels() {}

    /**
     * {@code 10 log10(power)}, within 0.001.
     *
     * @param power
     *            a positive normal number
     */
    public static float ofPower(float power) {
        int bits = Float.floatToRawIntBits(power);
        int exponent = (bits >> 23) - 127;
        float m = Float.intBitsToFloat((bits & MANTISSA) | ONE) - 1.5f; // from -0.5 to 0.5
        // log2(1.5 + m): an even and an odd part of ln((1 + z) / (1 - z)), z = m / (m + 3), whose series is short.
        float z = m / (m + 3);
        float zz = z * z;
        float log2 = 0.5849625f + z * (2.885390f + zz * (0.9617967f + zz * 0.5770780f));
        return PER_OCTAVE * (exponent + log2);
    }

    /** {@code 10^(db / 20)}, within 1e-5 of it. */
    public static float amplitude(float db) {
        float x = db * 0.16609640f; // log2 of the amplitude
        int whole = (int) (x + 128.5f) - 128;
        float f = (x - whole) * 0.6931472f; // within half an octave of 1
        float power = 1 + f * (1 + f * (0.5f + f * (0.16666667f + f * (0.041666668f + f * 0.008333333f))));
        return power * Float.intBitsToFloat((whole + 127) << 23);
    }
}
