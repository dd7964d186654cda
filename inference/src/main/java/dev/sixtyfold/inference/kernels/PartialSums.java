package dev.sixtyfold.inference.kernels;

/** Sums over many numbers are made of {@value dev.sixtyfold.speech.dsp.VectorUnit#MULTIPLE} partial ones: number i goes into i modulo that. */
final class PartialSums {

    private PartialSums() {}

    /** By halves. */
    static float total(float[] sums) {
        float a = (sums[0] + sums[8]) + (sums[4] + sums[12]);
        float b = (sums[1] + sums[9]) + (sums[5] + sums[13]);
        float c = (sums[2] + sums[10]) + (sums[6] + sums[14]);
        float d = (sums[3] + sums[11]) + (sums[7] + sums[15]);
        return (a + c) + (b + d);
    }
}
