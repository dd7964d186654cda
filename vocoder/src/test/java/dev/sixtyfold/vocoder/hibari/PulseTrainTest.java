package dev.sixtyfold.vocoder.hibari;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What both forms of the pulse train must be. */
abstract class PulseTrainTest {

    private static final int HOP = HibariGeometry.HOP;

    abstract PulseTrain train();

    @Test
    void isTheSumOfItsHarmonics() {
        float[] f0 = new float[6];
        Arrays.fill(f0, 217.3f);
        float[] samples = samples(train(), f0);
        int harmonics = (int) (PulseTrain.HIGHEST / f0[0]);
        for (int n = 0; n < samples.length; n++) {
            double phase = 2 * Math.PI * (n + 1) * f0[0] / HibariGeometry.SAMPLE_RATE;
            double sum = 0;
            for (int h = 1; h <= harmonics; h++) {
                sum += Math.cos(h * phase);
            }
            // The closed form divides by what nears zero at each pulse: its error grows with the pulse.
            assertThat(samples[n]).isCloseTo((float) sum, offset((float) (2e-3 + 2e-3 * Math.abs(sum))));
        }
    }

    @Test
    void isSilentWhereThereIsNoPitch() {
        float[] samples = samples(train(), new float[]{0, -3, 40, 0});
        assertThat(samples).containsOnly(0f);
    }

    @Test
    void followsThePitchBetweenFrames() {
        float[] f0 = {100, 100, 200, 200, 200, 200};
        float[] samples = samples(train(), f0);
        // Half-way between the centres of frames 1 and 2 lies 150 Hz; a contour in steps would jump there.
        assertThat(pulses(samples, 0, HOP)).isEqualTo(1);
        assertThat(pulses(samples, 3 * HOP, 6 * HOP)).isBetween(7, 8);
    }

    private static int pulses(float[] samples, int from, int to) {
        int count = 0;
        for (int n = from + 1; n < to - 1; n++) {
            if (samples[n] > 20 && samples[n] >= samples[n - 1] && samples[n] > samples[n + 1]) {
                count++;
            }
        }
        return count;
    }

    static float[] speechLikeContour() {
        Random random = new Random(7);
        float[] f0 = new float[200];
        for (int i = 0; i < f0.length; i++) {
            boolean voiced = i / 25 % 3 != 2;
            f0[i] = voiced ? (float) (180 + 60 * Math.sin(i / 9.0) + random.nextGaussian()) : -1 + random.nextFloat();
        }
        return f0;
    }

    static float[] samples(PulseTrain train, float[] f0) {
        PulsePhase phase = new PulsePhase(new PitchContour(f0));
        float[] samples = new float[f0.length * HOP];
        for (int frame = 0; frame < f0.length; frame++) {
            train.next(phase, samples, frame * HOP);
        }
        return samples;
    }
}
