package dev.sixtyfold.watermark.code;

import java.util.Arrays;

/**
 * A convolutional code of constraint length 15 and rate 1/6, tail-biting: the encoder starts in the state that it will end
 * in, so no bits are spent on a tail and all are protected alike. The generators are those of the code flown on Cassini and
 * Mars Pathfinder.
 *
 * <p>Decoding is the wrap-around Viterbi algorithm (R. Shao, S. Lin, M. Fossorier, "Two decoding algorithms for tailbiting
 * codes", IEEE Trans. Commun. 51, 2003): the metrics that a lap ends with are those that the next one starts with. A block is
 * short beside the memory of the code, so the best path often fails to bite its tail; then the best block through either of
 * its ends is found exactly, and single bits are turned while that helps.
 *
 * <p>An instance has scratch memory and serves one thread at a time.
 */
public final class TailBitingCode {

    /** Code bits for each information bit. */
    public static final int RATE = 6;

    private static final int[] GENERATORS = {046321, 051271, 070535, 063667, 073277, 076513};
    private static final int MEMORY = 14;
    private static final int STATES = 1 << MEMORY;
    private static final int LAPS = 3;
    private static final float UNREACHABLE = -1e30f;

    private final int length;
    private final byte[] outputs = new byte[2 * STATES];
    private final long[][] decisions;
    private float[] metrics = new float[STATES];
    private float[] nextMetrics = new float[STATES];
    private int tracedTo;

    /**
     * @param length
     *            information bits, 15 to 63
     */
    public TailBitingCode(int length) {
        if (length <= MEMORY || length > 63) {
            throw new IllegalArgumentException("a block has 15 to 63 information bits, not " + length);
        }
        this.length = length;
        for (int register = 0; register < outputs.length; register++) {
            outputs[register] = (byte) output(register);
        }
        this.decisions = new long[length][STATES / 64];
    }

    /** Code bits of a block. */
    public int codeLength() {
        return RATE * length;
    }

    /**
     * The code word of a block.
     *
     * @param bits
     *            the lowest {@code length} bits, sent from the highest of them down
     * @return the code bits, 0 or 1
     */
    public static byte[] encode(long bits, int length) {
        byte[] code = new byte[RATE * length];
        int state = (int) (bits & (STATES - 1)); // as if the block had just been sent
        for (int t = 0; t < length; t++) {
            int register = state << 1 | (int) (bits >>> (length - 1 - t) & 1);
            for (int g = 0; g < RATE; g++) {
                code[t * RATE + g] = (byte) (Integer.bitCount(register & GENERATORS[g]) & 1);
            }
            state = register & (STATES - 1);
        }
        return code;
    }

    /**
     * The block that fits best, as far as that can be told.
     *
     * @param soft
     *            for each code bit how much it looks like 0 (positive) or 1 (negative), as log likelihoods but for a factor
     */
    public long decode(float[] soft) {
        if (soft.length != codeLength()) {
            throw new IllegalArgumentException(soft.length + " soft bits instead of " + codeLength());
        }
        Arrays.fill(metrics, 0);
        long best = 0;
        int start = 0;
        int end = 0;
        for (int lap = 0; lap < LAPS; lap++) {
            lap(soft);
            end = bestState();
            long bits = trace(end);
            best = lap == 0 ? bits : better(best, bits, soft);
            start = tracedTo;
        }
        best = better(best, bestThrough(end, soft), soft);
        if (start != end) { // the path did not bite its tail: one of its two ends is wrong, or both
            best = better(best, bestThrough(start, soft), soft);
        }
        return climbed(best, soft);
    }

    private void lap(float[] soft) {
        float[] branch = new float[1 << RATE];
        for (int t = 0; t < length; t++) {
            branchMetrics(soft, t, branch);
            step(branch, decisions[t]);
        }
    }

    /** The bits of the lap's best path to a state; {@link #tracedTo} is where it began. */
    private long trace(int end) {
        int state = end;
        long bits = 0;
        for (int t = length - 1; t >= 0; t--) {
            bits |= (long) (state & 1) << (length - 1 - t);
            int older = (int) (decisions[t][state >> 6] >>> (state & 63)) & 1;
            state = state >>> 1 | older << (MEMORY - 1);
        }
        tracedTo = state;
        return bits;
    }

    /** The best of all blocks whose path begins and ends in one state: exact. */
    private long bestThrough(int state, float[] soft) {
        Arrays.fill(metrics, UNREACHABLE);
        metrics[state] = 0;
        lap(soft);
        return trace(state);
    }

    /** Single bits turned for as long as that helps. */
    private long climbed(long bits, float[] soft) {
        long best = bits;
        long from;
        do {
            from = best;
            for (int i = 0; i < length; i++) {
                best = better(best, from ^ 1L << i, soft);
            }
        } while (best != from);
        return best;
    }

    private long better(long one, long other, float[] soft) {
        return one == other || fit(one, soft) >= fit(other, soft) ? one : other;
    }

    /** How well a block fits. */
    private float fit(long bits, float[] soft) {
        float sum = 0;
        byte[] code = encode(bits, length);
        for (int i = 0; i < code.length; i++) {
            sum += code[i] == 0 ? soft[i] : -soft[i];
        }
        return sum;
    }

    private static void branchMetrics(float[] soft, int t, float[] branch) {
        for (int out = 0; out < branch.length; out++) {
            float sum = 0;
            for (int g = 0; g < RATE; g++) {
                float value = soft[t * RATE + g];
                sum += (out >> g & 1) == 0 ? value : -value;
            }
            branch[out] = sum;
        }
    }

    /** Each state has two predecessors, which differ in the bit that has just left the register. */
    private void step(float[] branch, long[] decision) {
        Arrays.fill(decision, 0);
        float best = Float.NEGATIVE_INFINITY;
        for (int state = 0; state < STATES; state++) {
            int from = state >>> 1;
            // The register that led here is the old state followed by the new bit.
            float newer = metrics[from] + branch[outputs[state]];
            float older = metrics[from | STATES >> 1] + branch[outputs[state | STATES]];
            if (older > newer) {
                nextMetrics[state] = older;
                decision[state >> 6] |= 1L << (state & 63);
            } else {
                nextMetrics[state] = newer;
            }
            best = Math.max(best, nextMetrics[state]);
        }
        for (int state = 0; state < STATES; state++) {
            nextMetrics[state] -= best;
        }
        float[] swap = metrics;
        metrics = nextMetrics;
        nextMetrics = swap;
    }

    private int bestState() {
        int best = 0;
        for (int state = 1; state < STATES; state++) {
            if (metrics[state] > metrics[best]) {
                best = state;
            }
        }
        return best;
    }

    private static int output(int register) {
        int out = 0;
        for (int g = 0; g < RATE; g++) {
            out |= (Integer.bitCount(register & GENERATORS[g]) & 1) << g;
        }
        return out;
    }
}
