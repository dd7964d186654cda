package dev.sixtyfold.vocoder.hibari;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarmonicPlusNoiseTest {

    private static final int HOP = HibariGeometry.HOP;
    private static final int PARTS = HibariGeometry.PARTS;

    @Test
    void fastKernelsSoundLikeThePlainOnes() {
        int frames = 40;
        float[] f0 = contour(frames);
        float[] parts = parts(frames, 3);
        float[] plain = whole(f0, parts, Kernels.plain());
        float[] fast = whole(f0, parts, Kernels.fast());
        double error = 0;
        double energy = 0;
        for (int i = 0; i < plain.length; i++) {
            error += Math.pow(fast[i] - plain[i], 2);
            energy += Math.pow(plain[i], 2);
        }
        assertThat(10 * Math.log10(error / energy)).as("error in dB").isLessThan(-80);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 19, 33, 50})
    void samplesDoNotDependOnHowTheFramesArrive(int frames) {
        float[] f0 = contour(frames);
        float[] parts = parts(frames, frames);
        float[] expected = whole(f0, parts, Kernels.fast());
        assertThat(expected).hasSize(frames * HOP);
        Random random = new Random(frames);
        Kernels kernels = Kernels.fast();
        for (int round = 0; round < 5; round++) {
            HarmonicPlusNoise synthesis = new HarmonicPlusNoise(f0, 5, new NoiseTable());
            float[] samples = new float[frames * HOP];
            int written = 0;
            for (int at = 0; at < frames;) {
                int count = Math.min(frames - at, 1 + random.nextInt(20));
                float[] chunk = pushed(synthesis,
                        Arrays.copyOfRange(parts, at * HibariGeometry.PARTS, (at + count) * HibariGeometry.PARTS),
                        count, kernels);
                System.arraycopy(chunk, 0, samples, written, chunk.length);
                written += chunk.length;
                at += count;
                assertThat(written).isEqualTo(at == frames ? frames * HOP : Math.max(0, at - 2) * HOP);
            }
            assertThat(samples).isEqualTo(expected);
        }
    }

    /** With no free part, no noise and a harmonic part of one, what comes out is the pulse train itself. */
    @Test
    void passesThePulseTrainThroughUnchanged() {
        int frames = 30;
        float[] f0 = contour(frames);
        float[] parts = new float[frames * PARTS];
        for (int i = 0; i < parts.length; i++) {
            int part = i % PARTS / HibariGeometry.BINS;
            parts[i] = part == 0 ? (float) Math.log(HOP) : part == 1 ? 0 : -24;
        }
        HarmonicPlusNoise synthesis = new HarmonicPlusNoise(f0, 5, new NoiseTable());
        float[] samples = pushed(synthesis, parts, frames, Kernels.fast());
        float[] pulses = PulseTrainTest.samples(new PlainPulseTrain(), f0);
        // The transform's window is applied twice and divided out once, so inside the utterance nothing remains of it.
        for (int n = 2 * HOP; n < (frames - 2) * HOP; n++) {
            assertThat(samples[n]).isCloseTo(pulses[n], offset(0.02f));
        }
    }

    @Test
    void noiseFollowsTheSeed() {
        float[] f0 = new float[20];
        float[] parts = parts(20, 1);
        float[] one = whole(f0, parts, 1);
        float[] two = whole(f0, parts, 2);
        assertThat(Arrays.equals(one, two)).isFalse();
    }

    private static float[] whole(float[] f0, float[] parts, Kernels kernels) {
        return pushed(new HarmonicPlusNoise(f0, 5, new NoiseTable()), parts, f0.length, kernels);
    }

    private static float[] whole(float[] f0, float[] parts, long seed) {
        return pushed(new HarmonicPlusNoise(f0, seed, new NoiseTable()), parts, f0.length, Kernels.fast());
    }

    static float[] pushed(HarmonicPlusNoise synthesis, float[] parts, int frames, Kernels kernels) {
        float[] samples = new float[HarmonicPlusNoise.samplesOf(frames)];
        return Arrays.copyOf(samples, synthesis.push(parts, frames, kernels, samples, 0));
    }

    private static float[] contour(int frames) {
        float[] f0 = new float[frames];
        for (int i = 0; i < frames; i++) {
            f0[i] = i % 13 > 9 ? 0 : (float) (150 + 30 * Math.sin(i / 5.0));
        }
        return f0;
    }

    private static float[] parts(int frames, long seed) {
        Random random = new Random(seed);
        float[] parts = new float[frames * PARTS];
        for (int i = 0; i < parts.length; i++) {
            int part = i % PARTS / HibariGeometry.BINS;
            double value = random.nextGaussian();
            parts[i] = (float) (part == 1 || part == 4 ? value : value - 3);
        }
        return parts;
    }
}
