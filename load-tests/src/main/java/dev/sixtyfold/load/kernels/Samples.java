package dev.sixtyfold.load.kernels;

import java.util.SplittableRandom;

/** Input for kernels whose speed does not depend on what they are given, but which must not be given zeros. */
final class Samples {

    private Samples() {}

    /** The same numbers at each call, evenly spread between {@code -peak} and {@code peak}. */
    static float[] noise(int length, float peak) {
        SplittableRandom random = new SplittableRandom(60);
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) random.nextDouble(-peak, peak);
        }
        return samples;
    }
}
