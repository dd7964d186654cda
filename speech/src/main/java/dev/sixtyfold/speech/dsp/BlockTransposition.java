package dev.sixtyfold.speech.dsp;

import java.util.List;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Makes rows of columns, for square blocks as long and as wide as a vector: element by element of the place, from the lowest
 * bit on, the bit of the row and the bit of the column change places.
 */
final class BlockTransposition {

    private static final VectorSpecies<Float> SPECIES = VectorMath.SPECIES;
    private static final int SIDE = SPECIES.length();

    /** For each bit: every element from as many places before, from as many after; and where the bit of the place is set. */
    private static final List<VectorShuffle<Float>> UP = bits()
            .mapToObj(bit -> VectorShuffle.fromOp(SPECIES, at -> (at - bit) & (SIDE - 1))).toList();
    private static final List<VectorShuffle<Float>> DOWN = bits()
            .mapToObj(bit -> VectorShuffle.fromOp(SPECIES, at -> (at + bit) & (SIDE - 1))).toList();
    private static final List<VectorMask<Float>> SET = bits().mapToObj(bit -> set(bit)).toList();

    private BlockTransposition() {}

    private static IntStream bits() {
        return IntStream.iterate(1, bit -> bit < SIDE, bit -> 2 * bit);
    }

    private static VectorMask<Float> set(int bit) {
        boolean[] set = new boolean[SIDE];
        for (int at = 0; at < SIDE; at++) {
            set[at] = (at & bit) != 0;
        }
        return VectorMask.fromArray(SPECIES, set, 0);
    }

    /**
     * Transposes a block.
     *
     * @param x
     *            holds the block, and other things after it
     * @param at
     *            where its first row begins
     * @param distance
     *            from row to row
     * @param y
     *            receives the rows, one right after the other; another array
     */
    static void run(float[] x, int at, int distance, float[] y, int target) {
        for (int bit = 1; bit < SIDE / 2; bit *= 2) {
            exchange(x, at, distance, x, at, distance, bit);
        }
        exchange(x, at, distance, y, target, SIDE, SIDE / 2);
    }

    private static void exchange(float[] x, int from, int distance, float[] y, int to, int spacing, int bit) {
        VectorShuffle<Float> up = UP.get(Integer.numberOfTrailingZeros(bit));
        VectorShuffle<Float> down = DOWN.get(Integer.numberOfTrailingZeros(bit));
        VectorMask<Float> set = SET.get(Integer.numberOfTrailingZeros(bit));
        for (int i = 0; i < SIDE / 2; i++) {
            int row = i / bit * 2 * bit + i % bit;
            FloatVector a = FloatVector.fromArray(SPECIES, x, from + row * distance);
            FloatVector b = FloatVector.fromArray(SPECIES, x, from + (row + bit) * distance);
            a.blend(b.rearrange(up), set).intoArray(y, to + row * spacing);
            a.rearrange(down).blend(b, set).intoArray(y, to + (row + bit) * spacing);
        }
    }
}
