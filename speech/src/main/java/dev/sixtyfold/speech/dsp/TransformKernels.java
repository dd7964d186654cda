package dev.sixtyfold.speech.dsp;

/** What transforms do between their butterflies. */
interface TransformKernels {

    /** The kernels that serve this thread best now. */
    static TransformKernels now() {
        return VectorUnit.used() ? TransformVectors.INSTANCE : TransformLoops.INSTANCE;
    }

    /**
     * Makes rows of columns, for a square of {@link VectorUnit#MULTIPLE} rows and columns.
     *
     * @param x
     *            holds the square, and other things around it; the square is written over
     * @param at
     *            where its first row begins
     * @param distance
     *            from row to row
     * @param y
     *            receives the rows, one right after the other, from {@code target} on; another array
     */
    void transpose(float[] x, int at, int distance, float[] y, int target);

    /**
     * {@link RealFft#forward} after the complex transform, all bins but the first and the last.
     *
     * @param cosine
     *            half the cosine of each bin's angle
     * @param sine
     *            half its sine
     */
    void split(float[] even, float[] odd, float[] cosine, float[] sine, float[] re, float[] im);

    /** {@link RealFft#inverse} before the complex transform, likewise. */
    void join(float[] re, float[] im, float[] cosine, float[] sine, float[] even, float[] odd);
}
