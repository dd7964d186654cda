package dev.sixtyfold.speech.dsp;

import java.util.List;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * A whole vector at once. Squares as long and as wide as a vector are transposed in vectors: element by element of the place,
 * from the lowest bit on, the bit of the row and the bit of the column change places.
 */
final class TransformVectors implements TransformKernels {

    private static final VectorSpecies<Float> SPECIES = FloatVectors.SPECIES;
    private static final int VECTOR = FloatVectors.LENGTH;
    private static final VectorShuffle<Float> REVERSE = VectorShuffle.iota(SPECIES, VECTOR - 1, -1, true);

    /** For each bit: every element from as many places before, from as many after; and where the bit of the place is set. */
    private static final List<VectorShuffle<Float>> UP = bits()
            .mapToObj(bit -> VectorShuffle.fromOp(SPECIES, at -> (at - bit) & (VECTOR - 1))).toList();
    private static final List<VectorShuffle<Float>> DOWN = bits()
            .mapToObj(bit -> VectorShuffle.fromOp(SPECIES, at -> (at + bit) & (VECTOR - 1))).toList();
    private static final List<VectorMask<Float>> SET = bits().mapToObj(bit -> set(bit)).toList();

    static final TransformVectors INSTANCE = new TransformVectors();

    private TransformVectors() {}

    private static IntStream bits() {
        return IntStream.iterate(1, bit -> bit < VECTOR, bit -> 2 * bit);
    }

    private static VectorMask<Float> set(int bit) {
        boolean[] set = new boolean[VECTOR];
        for (int at = 0; at < VECTOR; at++) {
            set[at] = (at & bit) != 0;
        }
        return VectorMask.fromArray(SPECIES, set, 0);
    }

    @Override
    public void transpose(float[] x, int at, int distance, float[] y, int target) {
        for (int row = 0; row < VectorUnit.MULTIPLE; row += VECTOR) {
            for (int column = 0; column < VectorUnit.MULTIPLE; column += VECTOR) {
                square(x, at + row * distance + column, distance, y, target + column * VectorUnit.MULTIPLE + row);
            }
        }
    }

    private static void square(float[] x, int at, int distance, float[] y, int target) {
        for (int bit = 1; bit < VECTOR / 2; bit *= 2) {
            exchange(x, at, distance, x, at, distance, bit);
        }
        exchange(x, at, distance, y, target, VectorUnit.MULTIPLE, VECTOR / 2);
    }

    private static void exchange(float[] x, int from, int distance, float[] y, int to, int spacing, int bit) {
        VectorShuffle<Float> up = UP.get(Integer.numberOfTrailingZeros(bit));
        VectorShuffle<Float> down = DOWN.get(Integer.numberOfTrailingZeros(bit));
        VectorMask<Float> set = SET.get(Integer.numberOfTrailingZeros(bit));
        for (int i = 0; i < VECTOR / 2; i++) {
            int row = i / bit * 2 * bit + i % bit;
            FloatVector a = FloatVector.fromArray(SPECIES, x, from + row * distance);
            FloatVector b = FloatVector.fromArray(SPECIES, x, from + (row + bit) * distance);
            a.blend(b.rearrange(up), set).intoArray(y, to + row * spacing);
            a.rearrange(down).blend(b, set).intoArray(y, to + (row + bit) * spacing);
        }
    }

    @Override
    public void split(float[] even, float[] odd, float[] cosine, float[] sine, float[] re, float[] im) {
        int n = cosine.length;
        for (int k = 1; k < n; k += VECTOR) {
            int at = Math.min(k, n - VECTOR); // the last vector may overlap the one before
            int mirror = n - at - VECTOR + 1;
            FloatVector evenHere = FloatVector.fromArray(SPECIES, even, at);
            FloatVector evenThere = FloatVector.fromArray(SPECIES, even, mirror).rearrange(REVERSE);
            FloatVector oddHere = FloatVector.fromArray(SPECIES, odd, at);
            FloatVector oddThere = FloatVector.fromArray(SPECIES, odd, mirror).rearrange(REVERSE);
            FloatVector c = FloatVector.fromArray(SPECIES, cosine, at);
            FloatVector s = FloatVector.fromArray(SPECIES, sine, at);
            FloatVector difRe = evenHere.sub(evenThere);
            FloatVector difIm = oddHere.add(oddThere);
            evenHere.add(evenThere).mul(0.5f).add(difIm.mul(c)).sub(difRe.mul(s)).intoArray(re, at);
            oddHere.sub(oddThere).mul(0.5f).sub(difRe.mul(c)).sub(difIm.mul(s)).intoArray(im, at);
        }
    }

    @Override
    public void join(float[] re, float[] im, float[] cosine, float[] sine, float[] even, float[] odd) {
        int n = cosine.length;
        for (int k = 1; k < n; k += VECTOR) {
            int at = Math.min(k, n - VECTOR);
            int mirror = n - at - VECTOR + 1;
            FloatVector reHere = FloatVector.fromArray(SPECIES, re, at);
            FloatVector reThere = FloatVector.fromArray(SPECIES, re, mirror).rearrange(REVERSE);
            FloatVector imHere = FloatVector.fromArray(SPECIES, im, at);
            FloatVector imThere = FloatVector.fromArray(SPECIES, im, mirror).rearrange(REVERSE);
            FloatVector c = FloatVector.fromArray(SPECIES, cosine, at);
            FloatVector s = FloatVector.fromArray(SPECIES, sine, at);
            FloatVector difRe = reHere.sub(reThere);
            FloatVector difIm = imHere.add(imThere);
            reHere.add(reThere).mul(0.5f).sub(difIm.mul(c)).sub(difRe.mul(s)).intoArray(even, at);
            imHere.sub(imThere).mul(0.5f).add(difRe.mul(c)).sub(difIm.mul(s)).intoArray(odd, at);
        }
    }
}
