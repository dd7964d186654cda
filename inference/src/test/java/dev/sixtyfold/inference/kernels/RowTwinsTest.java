package dev.sixtyfold.inference.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.speech.dsp.VectorUnit;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Plain loops and vectors give the same bits. */
class RowTwinsTest {

    private static final int ROUNDS = 20;

    @BeforeAll
    static void thereAreVectors() {
        assertThat(VectorUnit.available()).as("--add-modules=" + VectorUnit.MODULE).isTrue();
    }

    /** Runs a kernel of both kinds on the same numbers, and compares all that it wrote and returned. */
    private static void same(RepetitionInfo round, BiFunction<RowKernels, Data, Float> kernel) {
        Data one = new Data(round.getCurrentRepetition());
        Data other = new Data(round.getCurrentRepetition());
        float plain = kernel.apply(RowLoops.INSTANCE, one);
        float vectors = kernel.apply(RowVectors.INSTANCE, other);
        assertThat(bits(vectors)).isEqualTo(bits(plain));
        assertThat(bits(other.y)).isEqualTo(bits(one.y));
        assertThat(bits(other.z)).isEqualTo(bits(one.z));
        assertThat(other.bytes.toArray(ValueLayout.JAVA_BYTE)).isEqualTo(one.bytes.toArray(ValueLayout.JAVA_BYTE));
        assertThat(bits(one.y)).as("a kernel does something")
                .isNotEqualTo(bits(new Data(round.getCurrentRepetition()).y));
    }

    private static int[] bits(float... numbers) {
        int[] bits = new int[numbers.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(numbers[i]));
        return bits;
    }

    private static final class Data {

        final Random random;
        final int length;
        final float[] x;
        final float[] w;
        final float[] matrix;
        final float[] y;
        final float[] z;
        final float[] sums = new float[VectorUnit.MULTIPLE];
        final int[] columnSums;
        final MemorySegment integers;
        final MemorySegment bytes;

        Data(int seed) {
            random = new Random(seed);
            length = VectorUnit.MULTIPLE * (1 + random.nextInt(9));
            x = numbers(length);
            w = numbers(length);
            matrix = numbers(7 * length + 5);
            y = numbers(length + 5);
            z = numbers(length + 5);
            columnSums = random.ints(length, -5000, 5000).toArray();
            integers = Arena.ofAuto().allocateFrom(ValueLayout.JAVA_INT,
                    random.ints(length, -100_000, 100_000).toArray());
            bytes = Arena.ofAuto().allocate(length);
        }

        float[] numbers(int count) {
            float loudness = (float) Math.exp(random.nextGaussian() * 2);
            float[] numbers = new float[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = loudness * (float) random.nextGaussian();
            }
            return numbers;
        }

        float[][] frames(int count) {
            float[][] frames = new float[count][];
            Arrays.setAll(frames, i -> numbers(length));
            return frames;
        }
    }

    /** Works on exactly as many numbers as there are channels, and puts them where they are compared. */
    private static float[] channels(Data data) {
        return Arrays.copyOf(data.y, data.length);
    }

    private static float put(float[] result, Data data, float value) {
        System.arraycopy(result, 0, data.y, 0, result.length);
        return value;
    }

    @RepeatedTest(ROUNDS)
    void convolution(RepetitionInfo round) {
        same(round, (kernels, data) -> {
            float[] y = channels(data);
            kernels.convolve(data.frames(7), data.w, data.frames(13), 0, 2, y);
            return put(y, data, 0);
        });
    }

    @RepeatedTest(ROUNDS)
    void sums(RepetitionInfo round) {
        same(round, (kernels, data) -> {
            float[] y = channels(data);
            kernels.scaled(data.w, 1.7f, y);
            kernels.add(data.x, y);
            kernels.add(data.matrix, 5, y);
            return put(y, data, kernels.dot(data.x, data.w, data.sums));
        });
    }

    @RepeatedTest(ROUNDS)
    void activation(RepetitionInfo round) {
        same(round, (kernels, data) -> {
            float[] y = channels(data);
            return put(y, data, kernels.gelu(y));
        });
    }

    @RepeatedTest(ROUNDS)
    void normalisation(RepetitionInfo round) {
        same(round, (kernels, data) -> {
            float[] y = channels(data);
            return put(y, data, kernels.normalize(data.x, data.w, Arrays.copyOf(data.z, data.length), data.sums, y)
                    + kernels.largestMagnitude(data.x));
        });
    }

    @RepeatedTest(ROUNDS)
    void quantisation(RepetitionInfo round) {
        same(round, (kernels, data) -> {
            kernels.quantize(data.x, 127 / kernels.largestMagnitude(data.x), 128.5f, data.bytes, 0);
            kernels.dequantize(data.integers, 0, 1e-3f, Arrays.copyOf(data.w, data.length), data.y, 3);
            return 0f;
        });
    }

    @RepeatedTest(ROUNDS)
    void sumsOfProducts(RepetitionInfo round) {
        same(round, (kernels, data) -> {
            float[] y = channels(data);
            float largest = kernels.dequantizeGelu(data.integers, 0, 1e-5f, data.w, y);
            kernels.dequantizeOnto(y, data.integers, 0, 20, data.columnSums, 1e-4f, data.x, data.w, y);
            return put(y, data, largest);
        });
    }

    @RepeatedTest(ROUNDS)
    void matrices(RepetitionInfo round) {
        same(round, (kernels, data) -> {
            kernels.products(data.x, 1, data.w, 2, 7, data.matrix, 5, data.length, data.length, data.y, data.z, 4);
            return 0f;
        });
    }

    @RepeatedTest(ROUNDS)
    void softmax(RepetitionInfo round) {
        same(round, (kernels, data) -> {
            kernels.softmax(data.y, data.length, 0.3f, data.sums);
            return 0f;
        });
    }
}
