package dev.sixtyfold.speech.dsp;

import java.util.ArrayList;
import java.util.List;

/**
 * One signal at a time, of a length that is a power of two: for those who have no others to put beside it. Butterflies of two
 * legs, decimated in frequency. The data lies in rows which are arrays of their own, and a butterfly takes whole rows: such
 * loops the compiler turns into vector instructions, those over parts of one array it does not. When the legs would come to
 * lie within a row, the data is transposed (D. Bailey, "FFTs in external or hierarchical memory", J. Supercomputing 4, 1990);
 * at the end it is put in order.
 */
public final class RadixTwoFft implements LaneFft {

    private static final int LONGEST_ROW = 64;

    private final int size;
    private final List<Step> steps = new ArrayList<>();
    private final Rows here;
    private final Rows there;
    private final float[] flatRe;
    private final float[] flatIm;

    /**
     * @param size
     *            a power of two, at least 2
     */
    public RadixTwoFft(int size) {
        if (size < 2 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("transform length " + size + " is not a power of two");
        }
        this.size = size;
        int row = Math.min(LONGEST_ROW, size / 2);
        this.here = new Rows(size / row, row);
        this.there = new Rows(size / row, row);
        this.flatRe = new float[size];
        this.flatIm = new float[size];
        plan(row);
    }

    /**
     * The work lies in {@code [block][point][lane]}: in each block as many transforms of {@code points} as there are lanes. A
     * pass of butterflies makes two blocks of half the points of each; a transposition makes lanes of the blocks.
     */
    private void plan(int row) {
        int[] frequency = {0}; // of result 0 of each transform, [block][lane]; result k belongs k * size / points further
        int points = size;
        while (points > 1) {
            int lanes = frequency.length;
            int blocks = 1;
            List<Pass> passes = new ArrayList<>();
            for (; points > 1 && points / 2 * lanes >= row; points /= 2, blocks *= 2) {
                passes.add(Pass.of(blocks, points, lanes, row));
                int[] halves = new int[2 * frequency.length];
                for (int i = 0; i < frequency.length; i++) {
                    int even = i / lanes * 2 * lanes + i % lanes;
                    halves[even] = frequency[i];
                    halves[even + lanes] = frequency[i] + size / points;
                }
                frequency = halves;
            }
            int[] to = new int[size];
            for (int at = 0; at < size; at++) {
                int block = at / (points * lanes);
                int point = at / lanes % points;
                to[at] = points == 1
                        ? frequency[at]
                        : (point * blocks + block) * lanes + at % lanes;
            }
            steps.add(new Step(passes.toArray(Pass[]::new), to));
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public void transform(float[] re, float[] im) {
        float[] fromRe = re;
        float[] fromIm = im;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Rows from = here;
            Rows to = there;
            from.fill(fromRe, fromIm);
            for (Pass pass : step.passes) {
                pass.run(from, to);
                Rows swap = from;
                from = to;
                to = swap;
            }
            boolean last = i == steps.size() - 1;
            fromRe = last ? re : flatRe;
            fromIm = last ? im : flatIm;
            from.scatter(step.to, fromRe, fromIm);
        }
    }

    /**
     * Passes and the order that follows them.
     *
     * @param to
     *            where each element belongs
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Step(Pass[] passes, int[] to) {}

    /** Complex numbers: {@code [row][element]}. */
    private static final class Rows {
        final float[][] re;
        final float[][] im;

        Rows(int rows, int length) {
            this.re = new float[rows][length];
            this.im = new float[rows][length];
        }

        void fill(float[] fromRe, float[] fromIm) {
            int length = re[0].length;
            for (int row = 0; row < re.length; row++) {
                System.arraycopy(fromRe, row * length, re[row], 0, length);
                System.arraycopy(fromIm, row * length, im[row], 0, length);
            }
        }

        void scatter(int[] to, float[] toRe, float[] toIm) {
            int length = re[0].length;
            for (int row = 0; row < re.length; row++) {
                scatter(re[row], im[row], to, row * length, toRe, toIm);
            }
        }

        private static void scatter(float[] fromRe, float[] fromIm, int[] to, int at, float[] toRe, float[] toIm) {
            for (int i = 0; i < fromRe.length; i++) {
                int place = to[at + i];
                toRe[place] = fromRe[i];
                toIm[place] = fromIm[i];
            }
        }
    }

    /** Sums go to the even frequencies, differences, turned, to the odd ones. */
    private static final class Pass {
        private final int blocks;
        /** What differences are turned by: as many rows as half a block has. */
        private final Rows turn;

        private Pass(int blocks, Rows turn) {
            this.blocks = blocks;
            this.turn = turn;
        }

        static Pass of(int blocks, int points, int lanes, int row) {
            int half = points / 2 * lanes / row;
            Rows turn = new Rows(half, row);
            for (int i = 0; i < half * row; i++) {
                int point = i / lanes;
                double angle = -2 * Math.PI * point / points;
                turn.re[i / row][i % row] = (float) Math.cos(angle);
                turn.im[i / row][i % row] = (float) Math.sin(angle);
            }
            return new Pass(blocks, turn);
        }

        void run(Rows x, Rows y) {
            int half = turn.re.length;
            for (int block = 0; block < blocks; block++) {
                for (int row = 0; row < half; row++) {
                    int even = 2 * block * half + row;
                    int odd = even + half;
                    butterflies(x.re[even], x.im[even], x.re[odd], x.im[odd], y.re[even], y.im[even], y.re[odd],
                            y.im[odd], turn.re[row], turn.im[row]);
                }
            }
        }

        private static void butterflies(float[] ar, float[] ai, float[] br, float[] bi, float[] sumR, float[] sumI,
                float[] turnedR, float[] turnedI, float[] cr, float[] ci) {
            for (int i = 0; i < ar.length; i++) {
                float r = ar[i] - br[i];
                float m = ai[i] - bi[i];
                sumR[i] = ar[i] + br[i];
                sumI[i] = ai[i] + bi[i];
                turnedR[i] = r * cr[i] - m * ci[i];
                turnedI[i] = r * ci[i] + m * cr[i];
            }
        }
    }
}
