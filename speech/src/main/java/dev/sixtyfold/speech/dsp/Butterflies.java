package dev.sixtyfold.speech.dsp;

/**
 * One pass of Stockham's self-sorting transform, decimated in frequency, over rows: each butterfly takes elements that stand
 * below one another, with all their neighbours. As many transforms as a row has elements run side by side.
 *
 * <p>C. Van Loan, "Computational Frameworks for the Fast Fourier Transform", SIAM 1992, section 1.7.
 *
 * @param radix
 *            legs of a butterfly: 2, 3, 4 or 5
 * @param groups
 *            butterflies with factors of their own
 * @param stride
 *            butterflies that share them
 * @param cosine
 *            {@code [groups][radix]}: what each leg's result is multiplied by; owned by the pass
 * @param sine
 *            likewise
 */
@SuppressWarnings("ArrayRecordComponent")
record Butterflies(int radix, int groups, int stride, float[] cosine, float[] sine) {

    static final float SIN_60 = (float) Math.sin(Math.PI / 3);
    static final float COS_72 = (float) Math.cos(2 * Math.PI / 5);
    static final float SIN_72 = (float) Math.sin(2 * Math.PI / 5);
    static final float COS_144 = (float) Math.cos(4 * Math.PI / 5);
    static final float SIN_144 = (float) Math.sin(4 * Math.PI / 5);

    /**
     * @param points
     *            of the transforms that this pass begins with
     * @param stride
     *            the product of the radices of the passes before
     */
    static Butterflies of(int radix, int points, int stride) {
        int groups = points / radix;
        float[] cosine = new float[points];
        float[] sine = new float[points];
        for (int group = 0; group < groups; group++) {
            for (int leg = 0; leg < radix; leg++) {
                double angle = -2 * Math.PI * group * leg / points;
                cosine[group * radix + leg] = (float) Math.cos(angle);
                sine[group * radix + leg] = (float) Math.sin(angle);
            }
        }
        return new Butterflies(radix, groups, stride, cosine, sine);
    }

    /** Some rows of complex numbers: {@code distance} apart, the first of them {@code offset} into the arrays. */
    @SuppressWarnings("ArrayRecordComponent")
    record Rows(float[] re, float[] im, int offset, int distance) {}

    /**
     * Takes {@code width} elements of each row, rounded up to a multiple of
     * {@link VectorUnit#MULTIPLE} at the most, and writes as many. Rows that lie one right
     * after the other on both sides, and share their factors, go through as one.
     */
    void run(Rows from, Rows to, int width) {
        boolean joined = from.distance == to.distance && from.distance == VectorUnit.padded(width);
        int rows = joined ? 1 : stride;
        int length = joined ? stride * from.distance : width;
        ButterflyKernels kernels = ButterflyKernels.now();
        switch (radix) {
            case 2 -> kernels.two(this, from, to, rows, length);
            case 3 -> kernels.three(this, from, to, rows, length);
            case 4 -> kernels.four(this, from, to, rows, length);
            case 5 -> kernels.five(this, from, to, rows, length);
            default -> throw new IllegalStateException("radix " + radix);
        }
    }
}
