package dev.sixtyfold.vocoder.hibari;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FastPulseTrainTest extends PulseTrainTest {
    @Override
    PulseTrain train() {
        return new FastPulseTrain();
    }

    @Test
    void equalsThePlainForm() {
        float[] f0 = speechLikeContour();
        float[] fast = samples(train(), f0);
        float[] plain = samples(new PlainPulseTrain(), f0);
        double error = 0;
        double energy = 0;
        for (int i = 0; i < plain.length; i++) {
            error += (fast[i] - plain[i]) * (double) (fast[i] - plain[i]);
            energy += plain[i] * (double) plain[i];
        }
        assertThat(Math.sqrt(error / energy)).isLessThan(1e-4);
    }
}
