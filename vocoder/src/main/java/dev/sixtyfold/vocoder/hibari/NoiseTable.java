package dev.sixtyfold.vocoder.hibari;

/**
 * Complex Gaussian noise of unit variance in each component that is a function of (seed, frame, bin) and of nothing else:
 * no generator with a state, so no order in which things were computed can show. A hash of the place chooses one of 4096
 * radii, equally spaced in probability, and one of 4096 angles.
 *
 * <p>Hashes: "splitmix64" (G. Steele, D. Lea, C. Flood, OOPSLA 2014) for the frame, a 32-bit finalizer in the manner of
 * MurmurHash3 (A. Appleby) for the bin.
 */
final class NoiseTable {

    private static final int BITS = 12;
    private static final int STEPS = 1 << BITS;

    private final float[] radius = new float[STEPS];
    private final float[] cosine = new float[STEPS];

    NoiseTable() {
        this(1);
    }

    /**
     * @param deviation
     *            standard deviation of each component; 0 leaves the noise out
     */
    NoiseTable(float deviation) {
        // The radius of a complex Gaussian has the distribution function 1 - exp(-r^2 / 2). Each step takes the root mean
        // square of its slice, so that the variance is exact: E[r^2] over (a, b] of q = 1 - u, of -2 ln q.
        for (int i = 0; i < STEPS; i++) {
            double a = (double) i / STEPS;
            double b = (i + 1.0) / STEPS;
            double meanSquare = 2 - 2 * (xLogX(b) - xLogX(a)) * STEPS;
            radius[i] = deviation * (float) Math.sqrt(meanSquare);
            cosine[i] = (float) Math.cos(2 * Math.PI * (i + 0.5) / STEPS);
        }
    }

    private static double xLogX(double x) {
        return x == 0 ? 0 : x * Math.log(x);
    }

    /** The key of a frame, for {@link #fill}. */
    static int frameKey(long seed, int frame) {
        long z = seed + (frame + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (int) (z ^ (z >>> 31));
    }

    /** Writes the noise of all bins of a frame. */
    void fill(int frameKey, float[] re, float[] im) {
        for (int bin = 0; bin < re.length; bin++) {
            int h = frameKey ^ (bin * 0x9E3779B1);
            h = (h ^ (h >>> 16)) * 0x85EBCA6B;
            h = (h ^ (h >>> 13)) * 0xC2B2AE35;
            h ^= h >>> 16;
            float r = radius[h >>> (32 - BITS)];
            int angle = h & (STEPS - 1);
            re[bin] = r * cosine[angle];
            im[bin] = r * cosine[(angle + 3 * STEPS / 4) & (STEPS - 1)];
        }
    }
}
