package dev.sixtyfold.vocoder.convnext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
        int[] sums = new int[2001];
        Arrays.setAll(sums, i -> (i - 1000) * 100);
        float[] bias = new float[sums.length];
        Arrays.fill(bias, 0.0123f);
        float[] y = new float[sums.length];
        RowKernels.dequantizeGelu(sums, SCALE, bias, y);
        for (int i = 0; i < sums.length; i++) {
            double x = sums[i] * (double) SCALE + bias[i];
            assertThat((double) y[i]).as("GELU(%f)", x).isCloseTo(gelu(x), within(1e-3));
            assertThat(y[i]).as("no less than what the bytes after it can hold").isGreaterThan(-0.1702f);
        }
    }

    @Test
    void quantisedFramesComeBackWithinHalfAStep() {
        LayerRows rows = new LayerRows(2, 64, 64);
        for (int round = 0; round < 100; round++) {
            float loudness = (float) Math.exp(random.nextGaussian() * 3);
            float[] x = numbers(64, loudness);
            float largest = RowKernels.largestMagnitude(x);
            rows.putCentred(1, x);
            assertThat(rows.scale(1)).isCloseTo(largest / 127, within(largest * 1e-6f));
            byte[] y = new byte[64];
            RowKernels.quantize(x, 1 / rows.scale(1), rows.zero(1) + 0.5f, y);
            for (int i = 0; i < y.length; i++) {
                float back = ((y[i] & 0xff) - rows.zero(1)) * rows.scale(1);
                assertThat(back).isCloseTo(x[i], within(rows.scale(1) * 0.501f));
            }
        }
    }

    @Test
    void theLargestNumberIsNeverRoundedDown() {
        for (int round = 0; round < 100; round++) {
            float[] x = numbers(256, 3);
            float magnitude = 0;
            float largest = 0;
            for (float value : x) {
                magnitude = Math.max(magnitude, Math.abs(value));
                largest = Math.max(largest, value);
            }
            assertThat(RowKernels.largestMagnitude(x)).isBetween(magnitude, magnitude + 0x1p-15f);
            assertThat(RowKernels.largest(x)).isBetween(largest, largest + 0x1p-15f);
        }
        assertThat(RowKernels.largest(new float[]{-1, -2, -3})).isPositive();
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
        norm.apply(x, RowMemory.of(256, 768), y);
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
        int[] sums = {100, 250, -30};
        int[] columnSums = {3, -7, 11};
        float[] y = new float[3];
        RowKernels.dequantizeOnto(new float[]{1, 2, 3}, sums, 20, columnSums, 0.5f, new float[]{1, 2, -1}, y);
        assertThat(y).containsExactly(1 + 0.5f * 40, 2 + 0.5f * 390 * 2, 3 + 0.5f * 250);
    }

    private float[] numbers(int count, float deviation) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = deviation * (float) random.nextGaussian();
        }
        return numbers;
    }
}
