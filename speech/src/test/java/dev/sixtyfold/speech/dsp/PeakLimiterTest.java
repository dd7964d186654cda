package dev.sixtyfold.speech.dsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeakLimiterTest {

    private static final int RATE = 24_000;

    @Test
    void quietAudioPassesToTheLastBit() {
        float[] input = noise(5000, 0.2f, 1);
        PeakLimiter limiter = new PeakLimiter(1, RATE);
        assertThat(limit(limiter, input, 5000)).isEqualTo(input);
        assertThat(limiter.limitedSamples()).isZero();
    }

    @Test
    void nothingComesOutAboveTheCeilingAndPeaksAreCounted() {
        float[] input = noise(20_000, 0.9f, 2);
        PeakLimiter limiter = new PeakLimiter(0.5f, RATE);
        float[] out = limit(limiter, input, 777);
        assertThat(out).hasSameSizeAs(input);
        long above = 0;
        for (int n = 0; n < input.length; n++) {
            assertThat(Math.abs(out[n])).isLessThanOrEqualTo(0.5f);
            assertThat(Math.abs(out[n])).isLessThanOrEqualTo(Math.abs(input[n]) + 1e-6f);
            above += Math.abs(input[n]) > 0.5f ? 1 : 0;
        }
        assertThat(limiter.limitedSamples()).isEqualTo(above).isPositive();
    }

    @Test
    void aPeakDucksOnlyItsNeighbourhoodAndWithoutAStep() {
        float[] input = new float[4000];
        Arrays.fill(input, 0.1f);
        input[2000] = 4;
        float[] out = limit(new PeakLimiter(1, RATE), input, 4000);
        assertThat(out[2000]).isLessThanOrEqualTo(1f).isGreaterThan(0.99f);
        assertThat(Arrays.copyOfRange(out, 0, 1800)).containsOnly(0.1f);
        assertThat(Arrays.copyOfRange(out, 2200, 4000)).containsOnly(0.1f);
        for (int n = 1801; n < 2200; n++) {
            if (n != 2000 && n != 2001) {
                assertThat(Math.abs(out[n] - out[n - 1])).isLessThan(0.001f);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 119, 120, 121, 1000})
    void chunksChangeNothing(int chunk) {
        float[] input = noise(3000, 0.8f, 3);
        assertThat(limit(new PeakLimiter(1, RATE), input, chunk))
                .isEqualTo(limit(new PeakLimiter(1, RATE), input, 3000));
    }

    @Test
    void shortInputComesOutWhole() {
        float[] input = noise(10, 0.2f, 4);
        assertThat(limit(new PeakLimiter(1, RATE), input, 3)).isEqualTo(input);
        assertThat(limit(new PeakLimiter(1, RATE), new float[0], 3)).isEmpty();
    }

    private static float[] limit(PeakLimiter limiter, float[] input, int chunk) {
        float[] out = new float[input.length];
        int written = 0;
        for (int at = 0; at < input.length; at += chunk) {
            float[] part = limiter.push(Arrays.copyOfRange(input, at, Math.min(input.length, at + chunk)));
            System.arraycopy(part, 0, out, written, part.length);
            written += part.length;
        }
        float[] rest = limiter.flush();
        System.arraycopy(rest, 0, out, written, rest.length);
        assertThat(written + rest.length).isEqualTo(input.length);
        return out;
    }

    private static float[] noise(int length, float deviation, long seed) {
        Random random = new Random(seed);
        float[] samples = new float[length];
        for (int n = 0; n < length; n++) {
            samples[n] = (float) random.nextGaussian() * deviation;
        }
        return samples;
    }
}
