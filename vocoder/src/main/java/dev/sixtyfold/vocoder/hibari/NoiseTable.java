package dev.sixtyfold.vocoder.hibari;

import dev.sixtyfold.speech.dsp.VectorUnit;
import java.util.Arrays;
import java.util.Random;

/**
 * Complex Gaussian noise of unit variance in each component that is a function of (seed, frame, bin) and of nothing else:
 * no generator with a state, so no order in which things were computed can show. A frame's noise is the sum of two stretches
 * of one table, the second turned by a quarter: which two, of 2^26 pairs, a hash of seed and frame says.
 *
 * <p>Hash: "splitmix64" (G. Steele, D. Lea, C. Flood, OOPSLA 2014).
 */
final class NoiseTable {

    private static final int BITS = 13;
    private static final int PLACES = 1 << BITS;
    private static final int BINS = VectorUnit.padded(HibariGeometry.BINS);
    private static final long SEED = 60;

    private final float[] re = new float[PLACES + BINS];
    private final float[] im = new float[PLACES + BINS];

    NoiseTable() {
        this(1);
    }

    /**
     * @param deviation
     *            standard deviation of each component; 0 leaves the noise out
     */
    NoiseTable(float deviation) {
        Random random = new Random(SEED);
        fill(re, random, deviation * Math.sqrt(0.5));
        fill(im, random, deviation * Math.sqrt(0.5));
    }

    /** A sample has a mean and a deviation of its own, so it is moved and scaled to those it should have. */
    private static void fill(float[] table, Random random, double deviation) {
        double[] values = new double[table.length];
        Arrays.setAll(values, i -> random.nextGaussian());
        double mean = Arrays.stream(values).average().orElseThrow();
        double own = Math
                .sqrt(Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average().orElseThrow());
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) ((values[i] - mean) / own * deviation);
        }
    }

    /** The key of a frame, for {@link #fill}. */
    static int frameKey(long seed, int frame) {
        long z = seed + (frame + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (int) (z ^ (z >>> 31));
    }

    /** Writes the noise of all bins of a frame. */
    void fill(int frameKey, Spectrum noise) {
        int one = frameKey & (PLACES - 1);
        int other = (frameKey >>> BITS) & (PLACES - 1);
        SignalKernels.now().sum(re, one, im, other, noise.re());
        SignalKernels.now().difference(im, one, re, other, noise.im());
    }
}
