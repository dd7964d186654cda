package dev.sixtyfold.vocoder.hibari;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What both forms of the mixer must do. */
abstract class SpectrumMixerTest {

    static final int BINS = HibariGeometry.BINS;
    private static final float SILENT = -40;

    abstract SpectrumMixer mixer();

    @Test
    void turnsThePulseSpectrumByThetaAndScalesItByTheHarmonicPart() {
        Spectrum spectrum = constant(2, 0);
        float[] parts = parts((float) Math.log(3), (float) atanh(0.5), SILENT, SILENT, 0);
        mixer().mix(parts, 0, true, constant(1, 1), spectrum);
        for (int bin = 0; bin < BINS; bin++) {
            assertThat(spectrum.re()[bin]).isCloseTo(0, offset(1e-4f)); // a quarter turn
            assertThat(spectrum.im()[bin]).isCloseTo(6, offset(1e-4f));
        }
    }

    @Test
    void cutsLogarithmsOffAtSeven() {
        Spectrum spectrum = constant(0, 0);
        mixer().mix(parts(SILENT, 0, 12, SILENT, 0), 0, false, constant(1, -1), spectrum);
        float loudest = (float) Math.exp(7);
        for (int bin = 0; bin < BINS; bin++) {
            assertThat(spectrum.re()[bin]).isCloseTo(loudest, offset(loudest * 1e-5f));
            assertThat(spectrum.im()[bin]).isCloseTo(-loudest, offset(loudest * 1e-5f));
        }
    }

    @Test
    void addsThePartWithAPhaseOfItsOwn() {
        Spectrum spectrum = constant(0, 0);
        mixer().mix(parts(SILENT, 0, SILENT, (float) Math.log(2), (float) (7 * Math.PI / 6)), 0, true, constant(1, 1),
                spectrum);
        for (int bin = 0; bin < BINS; bin++) {
            assertThat(spectrum.re()[bin]).isCloseTo((float) -Math.sqrt(3), offset(1e-4f));
            assertThat(spectrum.im()[bin]).isCloseTo(-1, offset(1e-4f));
        }
    }

    @Test
    void takesNothingOfAFrameWithoutPulses() {
        Spectrum spectrum = constant(5, 5);
        mixer().mix(parts(0, 0, SILENT, (float) Math.log(2), 0), 0, false, constant(1, 1), spectrum);
        for (int bin = 0; bin < BINS; bin++) {
            assertThat(spectrum.re()[bin]).isCloseTo(2, offset(1e-4f));
            assertThat(spectrum.im()[bin]).isCloseTo(0, offset(1e-4f));
        }
    }

    private static double atanh(double x) {
        return 0.5 * Math.log((1 + x) / (1 - x));
    }

    private static float[] parts(float... values) {
        float[] parts = new float[HibariGeometry.PARTS];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = values[i / BINS];
        }
        return parts;
    }

    private static Spectrum constant(float re, float im) {
        Spectrum spectrum = Spectrum.empty();
        Arrays.fill(spectrum.re(), re);
        Arrays.fill(spectrum.im(), im);
        return spectrum;
    }

    static Spectrum random(Random random) {
        Spectrum spectrum = Spectrum.empty();
        for (int bin = 0; bin < BINS; bin++) {
            spectrum.re()[bin] = (float) (random.nextGaussian() * 10);
            spectrum.im()[bin] = (float) (random.nextGaussian() * 10);
        }
        return spectrum;
    }
}
