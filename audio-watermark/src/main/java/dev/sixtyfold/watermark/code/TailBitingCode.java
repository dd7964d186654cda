package dev.sixtyfold.watermark.code;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * A convolutional code of constraint length 15 and rate 1/6, tail-biting: the encoder starts in the state that it will end
 * in, so no bits are spent on a tail and all are protected alike. The generators are those of the code flown on Cassini and
 * Mars Pathfinder.
 *
 * <p>Decoding is the wrap-around Viterbi algorithm (R. Shao, S. Lin, M. Fossorier, "Two decoding algorithms for tailbiting
 * codes", IEEE Trans. Commun. 51, 2003): the metrics that a lap ends with are those that the next one starts with. A block is
 * short beside the memory of the code, so the best path often fails to bite its tail; then the best block through either of
 * its ends is found exactly, and single bits are turned while that helps. The best path of the first lap, which may begin and
 * end anywhere, fits at least as well as any block: where it does not fit well enough, no block does.
 *
 * <p>All generators have their first and last bit set, so the four transitions between two states and their two successors have
 * one metric but for its sign. Metrics lie in rows, so that loops over them are vector instructions; all of a lap's are kept,
 * and the way back compares them anew.
 *
 * <p>An instance has scratch memory (5 MB) and serves one thread at a time.
 */
public final class TailBitingCode {

    /** Code bits for each information bit. */
    public static final int RATE = 6;

    private static final int[] GENERATORS = {046321, 051271, 070535, 063667, 073277, 076513};
    private static final int MEMORY = 14;
    private static final int STATES = 1 << MEMORY;
    private static final int HALF = STATES / 2;
    /** States of a row: those that differ in the bits sent last. */
    private static final int ROW = 64;
    private static final int ROW_BITS = 6;
    private static final int LAPS = 3;
    private static final float UNREACHABLE = -1e30f;

    private final int length;
    /** What the register gives out for the upper bits of a state, and for the lower ones, as 6 bits. */
    private final int[] upperOutputs = new int[HALF / ROW];
    private final int[] lowerOutputs = new int[ROW];
    /** {@code [bit of the block][row][state in the row]}: before each bit, and at the end. */
    private final float[][][] metrics;
    /** {@code [bit of the block][output of the upper bits][lower bits]}: what a zero after a state of the lower half fits. */
    private final float[][][] transitions;
    private final float[] zeros = new float[ROW];
    private final float[] ones = new float[ROW];
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
        for (int upper = 0; upper < upperOutputs.length; upper++) {
            upperOutputs[upper] = output(upper << (ROW_BITS + 1));
        }
        for (int lower = 0; lower < ROW; lower++) {
            lowerOutputs[lower] = output(lower << 1);
        }
        this.metrics = new float[length + 1][STATES / ROW][ROW];
        this.transitions = new float[length][1 << RATE][ROW];
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
     * The block that fits best, as far as that can be told; none, if it is certain that none fits well enough.
     *
     * @param soft
     *            for each code bit how much it looks like 0 (positive) or 1 (negative), as log likelihoods but for a factor
     * @param leastFit
     *            how well a block must fit to be of use: the sum of the soft bits, each with the sign that its code bit says
     */
    public OptionalLong decode(float[] soft, double leastFit) {
        if (soft.length != codeLength()) {
            throw new IllegalArgumentException(soft.length + " soft bits instead of " + codeLength());
        }
        prepare(soft);
        for (float[] row : metrics[0]) {
            Arrays.fill(row, 0);
        }
        int end = lap();
        if (metric(length, end) * (1 + 1e-4) < leastFit) { // room for rounding
            return OptionalLong.empty();
        }
        long best = trace(end);
        int start = tracedTo;
        if (start == end) {
            return OptionalLong.of(best); // the best of all paths is a block
        }
        for (int lap = 1; lap < LAPS; lap++) {
            float top = metric(length, end);
            for (int row = 0; row < metrics[0].length; row++) {
                for (int i = 0; i < ROW; i++) {
                    metrics[0][row][i] = metrics[length][row][i] - top;
                }
            }
            end = lap();
            best = better(best, trace(end), soft);
            start = tracedTo;
        }
        best = better(best, bestThrough(end), soft);
        if (start != end) { // the path did not bite its tail: one of its two ends is wrong, or both
            best = better(best, bestThrough(start), soft);
        }
        return OptionalLong.of(climbed(best, soft));
    }

    /** Goes through the block and returns the best state at its end. */
    private int lap() {
        for (int t = 0; t < length; t++) {
            step(metrics[t], transitions[t], metrics[t + 1]);
        }
        int best = 0;
        for (int state = 1; state < STATES; state++) {
            if (metric(length, state) > metric(length, best)) {
                best = state;
            }
        }
        return best;
    }

    private float metric(int t, int state) {
        return metrics[t][state >> ROW_BITS][state & (ROW - 1)];
    }

    /** The bits of the lap's best path to a state; {@link #tracedTo} is where it began. */
    private long trace(int end) {
        int state = end;
        long bits = 0;
        for (int t = length - 1; t >= 0; t--) {
            int bit = state & 1;
            bits |= (long) bit << (length - 1 - t);
            int from = state >>> 1;
            float zero = transitions[t][upperOutputs[from >> ROW_BITS]][from & (ROW - 1)];
            float fit = bit == 0 ? zero : -zero;
            state = metric(t, from) + fit >= metric(t, from | HALF) - fit ? from : from | HALF;
        }
        tracedTo = state;
        return bits;
    }

    /** The best of all blocks whose path begins and ends in one state: exact. */
    private long bestThrough(int state) {
        for (float[] row : metrics[0]) {
            Arrays.fill(row, UNREACHABLE);
        }
        metrics[0][state >> ROW_BITS][state & (ROW - 1)] = 0;
        lap();
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

    private void prepare(float[] soft) {
        float[] fits = new float[1 << RATE];
        for (int t = 0; t < length; t++) {
            for (int out = 0; out < fits.length; out++) {
                float sum = 0;
                for (int g = 0; g < RATE; g++) {
                    float value = soft[t * RATE + g];
                    sum += (out >> g & 1) == 0 ? value : -value;
                }
                fits[out] = sum;
            }
            for (int upper = 0; upper < fits.length; upper++) {
                float[] row = transitions[t][upper];
                for (int lower = 0; lower < ROW; lower++) {
                    row[lower] = fits[upper ^ lowerOutputs[lower]];
                }
            }
        }
    }

    /** Each state has two predecessors, which differ in the bit that has just left the register. */
    private void step(float[][] from, float[][] transition, float[][] to) {
        int rows = HALF / ROW;
        for (int row = 0; row < rows; row++) {
            choose(from[row], from[row + rows], transition[upperOutputs[row]], zeros, ones);
            interleave(zeros, ones, 0, to[2 * row]);
            interleave(zeros, ones, ROW / 2, to[2 * row + 1]);
        }
    }

    private static void choose(float[] one, float[] other, float[] fit, float[] zeros, float[] ones) {
        for (int i = 0; i < ROW; i++) {
            zeros[i] = Math.max(one[i] + fit[i], other[i] - fit[i]);
            ones[i] = Math.max(one[i] - fit[i], other[i] + fit[i]);
        }
    }

    private static void interleave(float[] even, float[] odd, int from, float[] to) {
        for (int i = 0; i < ROW / 2; i++) {
            to[2 * i] = even[from + i];
            to[2 * i + 1] = odd[from + i];
        }
    }

    private static int output(int register) {
        int out = 0;
        for (int g = 0; g < RATE; g++) {
            out |= (Integer.bitCount(register & GENERATORS[g]) & 1) << g;
        }
        return out;
    }
}
