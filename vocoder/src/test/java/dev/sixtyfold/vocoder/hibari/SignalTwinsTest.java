package dev.sixtyfold.vocoder.hibari;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.speech.dsp.VectorUnit;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Plain loops and vectors give the same bits. */
class SignalTwinsTest {

    private static final int COUNT = 320;

    private final Random random = new Random(60);

    @BeforeAll
    static void thereAreVectors() {
        assertThat(VectorUnit.available()).as("--add-modules=" + VectorUnit.MODULE).isTrue();
    }

    /** Changes an array. */
    @FunctionalInterface
    private interface Kernel {
        void run(SignalKernels kernels, float[] y);
    }

    private void assertSame(Kernel kernel) {
        float[] before = numbers(COUNT);
        float[] loops = before.clone();
        float[] vectors = before.clone();
        kernel.run(SignalLoops.INSTANCE, loops);
        kernel.run(SignalVectors.INSTANCE, vectors);
        assertThat(bits(vectors)).isEqualTo(bits(loops)).isNotEqualTo(bits(before));
    }

    @Test
    void sums() {
        float[] x = numbers(COUNT + 40);
        float[] w = numbers(COUNT + 40);
        assertSame((kernels, y) -> kernels.scale(y, 0.7f));
        assertSame((kernels, y) -> kernels.add(x, y));
        assertSame((kernels, y) -> kernels.addProducts(x, w, y));
        assertSame((kernels, y) -> kernels.sum(x, 7, w, 33, y));
        assertSame((kernels, y) -> kernels.difference(x, 7, w, 33, y));
    }

    @Test
    void phasors() {
        float[] magnitude = numbers(COUNT);
        float[] other = numbers(COUNT);
        assertSame((kernels, y) -> kernels.phasors(magnitude, y, other.clone()));
        assertSame((kernels, y) -> kernels.phasors(magnitude, other.clone(), y));
    }

    /** With some places where the quotient is 0/0, and some without voice. */
    @Test
    void pulses() {
        float[] cosines = numbers(COUNT);
        float[] denominators = numbers(COUNT);
        float[] order = numbers(COUNT);
        float[] f0 = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            f0[i] = i % 7 == 0 ? 0 : 150;
            denominators[i] = i % 5 == 0 ? 0 : denominators[i];
        }
        assertSame((kernels, y) -> kernels.pulses(y, cosines, denominators, order, f0));
    }

    private static int[] bits(float[] numbers) {
        int[] bits = new int[numbers.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(numbers[i]));
        return bits;
    }

    private float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }
}
