package dev.sixtyfold.speech.dsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plain loops and vectors give the same bits. */
class KernelTwinsTest {

    private final Random random = new Random(60);

    @BeforeAll
    static void thereAreVectors() {
        assertThat(VectorUnit.available()).as("--add-modules=" + VectorUnit.MODULE).isTrue();
    }

    @Test
    void functions() {
        float[] x = numbers(4096, 20);
        assertSame(x, (math, y) -> math.exp(x, x.length, 30, y));
        assertSame(x, (math, y) -> math.tanh(y));
        assertSame(x, (math, y) -> math.fraction(y, 0.37f));
        float[] turns = numbers(4096, 0.2f);
        assertSame(x, (math, y) -> math.sinHalf(turns, y));
        assertSame(x, (math, y) -> math.cosHalf(turns, y));
        float[] other = numbers(4096, 3);
        assertSame(x, (math, y) -> math.multiply(y, other.clone(), turns, turns, y.length));
        assertSame(x, (math, y) -> math.multiply(other.clone(), y, turns, other, y.length));
    }

    /** Changes an array. */
    @FunctionalInterface
    private interface Function {
        void run(ArrayMath math, float[] y);
    }

    private static void assertSame(float[] x, Function function) {
        float[] loops = x.clone();
        float[] vectors = x.clone();
        function.run(MathLoops.INSTANCE, loops);
        function.run(MathVectors.INSTANCE, vectors);
        assertThat(bits(vectors)).isEqualTo(bits(loops)).isNotEqualTo(bits(x));
    }

    @ParameterizedTest
    @CsvSource({"2, 20, 16", "3, 45, 16", "4, 64, 32", "5, 75, 48"})
    void butterflies(int radix, int points, int width) {
        Butterflies pass = Butterflies.of(radix, points, 3);
        int length = points * 3 * width;
        Butterflies.Rows from = new Butterflies.Rows(numbers(length, 1), numbers(length, 1), 0, width);
        List<Butterflies.Rows> results = new ArrayList<>();
        for (ButterflyKernels kernels : List.of(ButterflyLoops.INSTANCE, ButterflyVectors.INSTANCE)) {
            Butterflies.Rows to = new Butterflies.Rows(new float[length], new float[length], 0, width);
            switch (radix) {
                case 2 -> kernels.two(pass, from, to, 3, width);
                case 3 -> kernels.three(pass, from, to, 3, width);
                case 4 -> kernels.four(pass, from, to, 3, width);
                default -> kernels.five(pass, from, to, 3, width);
            }
            results.add(to);
        }
        assertThat(bits(results.getLast().re())).isEqualTo(bits(results.getFirst().re())).isNotEqualTo(new int[length]);
        assertThat(bits(results.getLast().im())).isEqualTo(bits(results.getFirst().im())).isNotEqualTo(new int[length]);
    }

    @Test
    void transposition() {
        float[] square = numbers(20 * 40, 1);
        float[] loops = new float[16 * 16 + 7];
        float[] vectors = new float[16 * 16 + 7];
        TransformLoops.INSTANCE.transpose(square, 9, 40, loops, 7);
        TransformVectors.INSTANCE.transpose(square.clone(), 9, 40, vectors, 7);
        assertThat(bits(vectors)).isEqualTo(bits(loops));
        assertThat(loops[7 + 3 * 16 + 5]).isEqualTo(square[9 + 5 * 40 + 3]);
    }

    @ParameterizedTest
    @CsvSource({"20", "256", "600"})
    void halvesOfRealTransforms(int n) {
        float[] a = numbers(n + 1, 1);
        float[] b = numbers(n + 1, 1);
        float[] cosine = numbers(n, 1);
        float[] sine = numbers(n, 1);
        float[][] results = new float[8][n + 1];
        TransformLoops.INSTANCE.split(a, b, cosine, sine, results[0], results[1]);
        TransformLoops.INSTANCE.join(a, b, cosine, sine, results[2], results[3]);
        TransformVectors.INSTANCE.split(a, b, cosine, sine, results[4], results[5]);
        TransformVectors.INSTANCE.join(a, b, cosine, sine, results[6], results[7]);
        for (int i = 0; i < 4; i++) {
            assertThat(bits(results[4 + i])).isEqualTo(bits(results[i])).isNotEqualTo(new int[n + 1]);
        }
    }

    /** The 600 points of the vocoder, through all of it, whichever serves. */
    @Test
    void wholeTransforms() {
        float[] re = numbers(600, 1);
        float[] im = numbers(600, 1);
        float[] loopsRe = re.clone();
        float[] loopsIm = im.clone();
        float[] vectorsRe = re.clone();
        float[] vectorsIm = im.clone();
        VectorUnit.rest();
        try {
            new RowColumnFft(600).transform(loopsRe, loopsIm);
            VectorUnit.rehearse(() -> new RowColumnFft(600).transform(vectorsRe, vectorsIm));
        } finally {
            VectorUnit.use();
        }
        assertThat(bits(vectorsRe)).isEqualTo(bits(loopsRe)).isNotEqualTo(bits(re));
        assertThat(bits(vectorsIm)).isEqualTo(bits(loopsIm)).isNotEqualTo(bits(im));
    }

    private static int[] bits(float[] numbers) {
        int[] bits = new int[numbers.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(numbers[i]));
        return bits;
    }

    private float[] numbers(int count, float deviation) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = deviation * (float) random.nextGaussian();
        }
        return numbers;
    }
}
