package dev.sixtyfold.speech.dsp;

import dev.sixtyfold.speech.dsp.Butterflies.Rows;

/**
 * The passes of {@link Butterflies} by radix: as many {@code rows} that follow one another for each group, {@code length}
 * elements of each, or a few more that nobody reads.
 */
interface ButterflyKernels {

    /** The passes that serve this thread best now. */
    static ButterflyKernels now() {
        return VectorUnit.used() ? ButterflyVectors.INSTANCE : ButterflyLoops.INSTANCE;
    }

    void two(Butterflies pass, Rows from, Rows to, int rows, int length);

    void three(Butterflies pass, Rows from, Rows to, int rows, int length);

    void four(Butterflies pass, Rows from, Rows to, int rows, int length);

    void five(Butterflies pass, Rows from, Rows to, int rows, int length);
}
