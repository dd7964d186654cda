package dev.sixtyfold.vocoder.hibari;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FastSpectrumMixerTest extends SpectrumMixerTest {
    @Override
    SpectrumMixer mixer() {
        return new FastSpectrumMixer();
    }

    @Test
    void equalsThePlainForm() {
        Random random = new Random(11);
        for (int round = 0; round < 50; round++) {
            float[] parts = new float[HibariGeometry.PARTS];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = (float) (random.nextGaussian() * 4); // logarithms beyond the cut, angles of several turns
            }
            Spectrum noise = random(random);
            Spectrum plain = random(random);
            Spectrum fast = new Spectrum(plain.re().clone(), plain.im().clone());
            new PlainSpectrumMixer().mix(parts, 0, true, noise, plain);
            mixer().mix(parts, 0, true, noise, fast);
            for (int bin = 0; bin < BINS; bin++) {
                float tolerance = 5e-5f * (1 + Math.abs(plain.re()[bin]) + Math.abs(plain.im()[bin]));
                float loudest = (float) Math.exp(Math.min(7, Math.max(parts[bin],
                        Math.max(parts[bin + 2 * BINS], parts[bin + 3 * BINS]))));
                assertThat(fast.re()[bin]).isCloseTo(plain.re()[bin], offset(tolerance + 5e-5f * loudest));
                assertThat(fast.im()[bin]).isCloseTo(plain.im()[bin], offset(tolerance + 5e-5f * loudest));
            }
        }
    }
}
