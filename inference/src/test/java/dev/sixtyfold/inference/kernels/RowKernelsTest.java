package dev.sixtyfold.inference.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sixtyfold.speech.dsp.VectorUnit;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowKernelsTest {

    private static final float SCALE = 1e-4f;

    private final Random random = new Random(60);

    /** The integral of the normal density by Simpson's rule, from far out. */
    private static double gelu(double x) {
        int steps = 4000;
        double from = -12;
        double step = (x - from) / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double at = from + i * step;
            int weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Math.exp(-at * at / 2);
        }
        return x * sum * step / 3 / Math.sqrt(2 * Math.PI);
    }

    @Test
    void geluIsWithinAThousandthOfTheFormula() {
        int[] sums = new int[2000];
        Arrays.setAll(sums, i -> (i - 1000) * 100);
        float[] bias = new float[sums.length];
        Arrays.fill(bias, 0.0123f);
        float[] y = new float[sums.length];
        float largest = RowKernels.now().dequantizeGelu(natively(sums), 0, SCALE, bias, y);
        float expected = 0;
        for (int i = 0; i < sums.length; i++) {
            double x = sums[i] * (double) SCALE + bias[i];
            assertThat((double) y[i]).as("GELU(%f)", x).isCloseTo(gelu(x), within(1e-3));
            assertThat(y[i]).as("no less than what the bytes after it can hold").isGreaterThan(-0.1702f);
            expected = Math.max(expected, y[i]);
        }
        assertThat(largest).isEqualTo(expected);
    }

    @Test
    void quantisedFramesComeBackWithinHalfAStep() {
        for (int round = 0; round < 100; round++) {
            float loudness = (float) Math.exp(random.nextGaussian() * 3);
            float[] x = numbers(64, loudness);
            LayerRows rows = new LayerRows(2, 64, 64);
            rows.putCentred(1, x);
            float largest = 0;
            for (float value : x) {
                largest = Math.max(largest, Math.abs(value));
            }
            assertThat(rows.scale(1)).isEqualTo(largest / 127);
            MemorySegment bytes = Arena.ofAuto().allocate(64);
            RowKernels.now().quantize(x, 1 / rows.scale(1), rows.zero(1) + 0.5f, bytes, 0);
            for (int i = 0; i < x.length; i++) {
                float back = ((bytes.get(ValueLayout.JAVA_BYTE, i) & 0xff) - rows.zero(1)) * rows.scale(1);
                assertThat(back).isCloseTo(x[i], within(rows.scale(1) * 0.501f));
            }
        }
    }

    @Test
    void aSilentFrameHasAScaleToo() {
        LayerRows rows = new LayerRows(1, 16, 16);
        rows.putCentred(0, new float[16]);
        assertThat(rows.scale(0)).isPositive();
        assertThat(rows.zero(0)).isEqualTo(128);
    }

    @Test
    void aConvolutionAddsSevenWeightedFrames() {
        float[][] taps = new float[7][];
        float[][] frames = new float[13][];
        Arrays.setAll(taps, i -> numbers(32, 1));
        Arrays.setAll(frames, i -> numbers(32, 1));
        float[] bias = numbers(32, 1);
        float[] y = new float[32];
        for (int step = 1; step <= 2; step++) {
            RowKernels.now().convolve(taps, bias, frames, 0, step, y);
            for (int channel = 0; channel < y.length; channel++) {
                double sum = bias[channel];
                for (int tap = 0; tap < 7; tap++) {
                    sum += taps[tap][channel] * (double) frames[tap * step][channel];
                }
                assertThat((double) y[channel]).isCloseTo(sum, within(1e-5));
            }
        }
    }

    /** 3005 results of the last layer are no multiple of any vector's length. */
    @Test
    void resultsOfAnyNumberAreTakenBack() {
        int[] sums = new int[37];
        Arrays.setAll(sums, i -> 1000 * i);
        float[] bias = numbers(37, 1);
        float[] y = new float[40];
        RowKernels.now().dequantize(natively(sums), 0, SCALE, bias, y, 2);
        for (int i = 0; i < sums.length; i++) {
            assertThat(y[i + 2]).isCloseTo(sums[i] * SCALE + bias[i], within(1e-6f));
        }
        assertThat(y).startsWith(0, 0).endsWith(0);
    }

    @Test
    void normalisedFramesHaveMeanZeroAndVarianceOne() {
        float[] gain = new float[256];
        Arrays.fill(gain, 1);
        LayerNorm norm = new LayerNorm(gain, new float[256]);
        float[] x = numbers(256, 5);
        for (int i = 0; i < x.length; i++) {
            x[i] += 100;
        }
        float[] y = new float[256];
        norm.apply(x, new float[VectorUnit.MULTIPLE], y);
        double mean = 0;
        double square = 0;
        for (float value : y) {
            mean += value / 256.0;
            square += value * (double) value / 256;
        }
        assertThat(mean).isCloseTo(0, within(1e-4));
        assertThat(square).isCloseTo(1, within(1e-4));
    }

    @Test
    void anOwnZeroPointIsTakenOutOfTheSums() {
        int[] sums = new int[16];
        int[] columnSums = new int[16];
        Arrays.setAll(sums, i -> 100 * i);
        Arrays.setAll(columnSums, i -> 7 - 3 * i);
        float[] x = numbers(16, 1);
        float[] gain = numbers(16, 1);
        float[] bias = numbers(16, 1);
        float[] y = new float[16];
        RowKernels.now().dequantizeOnto(x, natively(sums), 0, 20, columnSums, 0.5f, gain, bias, y);
        for (int i = 0; i < y.length; i++) {
            assertThat(y[i]).isCloseTo(x[i] + bias[i] + 0.5f * (sums[i] - 20 * columnSums[i]) * gain[i], within(1e-3f));
        }
    }

    @Test
    void twoRowsTimesAMatrixAreTheSumsOfItsRows() {
        int depth = 5;
        int distance = 96;
        float[] x = numbers(20, 1);
        float[] matrix = numbers(distance * (depth + 1), 1);
        for (int columns = 16; columns <= 80; columns += 16) {
            float[] y = new float[distance];
            float[] z = new float[distance];
            RowKernels.now().products(x, 1, x, 9, depth, matrix, 16, distance, columns, y, z, 3);
            for (int column = 0; column < columns; column++) {
                double one = 0;
                double other = 0;
                for (int i = 0; i < depth; i++) {
                    float weight = matrix[16 + i * distance + column];
                    one += x[1 + i] * (double) weight;
                    other += x[9 + i] * (double) weight;
                }
                assertThat((double) y[3 + column]).isCloseTo(one, within(1e-5));
                assertThat((double) z[3 + column]).isCloseTo(other, within(1e-5));
            }
            assertThat(y[3 + columns]).isZero();
        }
    }

    @Test
    void softmaxSumsToOneAndLeavesOutWhatIsNotThere() {
        float[] x = numbers(48, 4);
        float[] expected = new float[48];
        double sum = 0;
        for (int i = 0; i < 40; i++) {
            sum += Math.exp(x[i] * 0.5);
        }
        for (int i = 0; i < 40; i++) {
            expected[i] = (float) (Math.exp(x[i] * 0.5) / sum);
        }
        Arrays.fill(x, 40, 48, Float.NEGATIVE_INFINITY);
        RowKernels.now().softmax(x, 48, 0.5f, new float[VectorUnit.MULTIPLE]);
        for (int i = 0; i < 48; i++) {
            assertThat(x[i]).isCloseTo(expected[i], within(1e-5f));
        }
    }

    @Test
    void aScalarProductIsTheSumOfProducts() {
        float[] x = numbers(96, 1);
        float[] w = numbers(96, 1);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * (double) w[i];
        }
        assertThat((double) RowKernels.now().dot(x, w, new float[VectorUnit.MULTIPLE])).isCloseTo(sum, within(1e-4));
    }

    private static MemorySegment natively(int[] numbers) {
        return Arena.ofAuto().allocateFrom(ValueLayout.JAVA_INT, numbers);
    }

    private float[] numbers(int count, float deviation) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = deviation * (float) random.nextGaussian();
        }
        return numbers;
    }
}
