package dev.sixtyfold.vocoder.hibari;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FastPulseTrainTest extends PulseTrainTest {
    @Override
    PulseTrain train(PitchContour contour) {
        return new FastPulseTrain(contour);
    }

    @Test
    void equalsThePlainForm() {
        float[] f0 = speechLikeContour();
        float[] fast = samples(this::train, f0);
        float[] plain = samples(PlainPulseTrain::new, f0);
        double error = 0;
        double energy = 0;
        for (int i = 0; i < plain.length; i++) {
            error += (fast[i] - plain[i]) * (double) (fast[i] - plain[i]);
            energy += plain[i] * (double) plain[i];
        }
        assertThat(Math.sqrt(error / energy)).isLessThan(1e-4);
    }
}
