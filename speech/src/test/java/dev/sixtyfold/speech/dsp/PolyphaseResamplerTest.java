package dev.sixtyfold.speech.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolyphaseResamplerTest {

    private static final int FROM = 24_000;

    @ParameterizedTest
    @ValueSource(ints = {8000, 16_000, 22_050, 44_100, 48_000})
    void tonesInTheBandPassUnchangedAndInPlace(int to) {
        double lowerNyquist = Math.min(FROM, to) / 2.0;
        for (double part : new double[]{0.01, 0.2, 0.5, 0.8, 0.87}) {
            double frequency = part * lowerNyquist;
            float[] out = resample(tone(frequency, FROM, FROM / 2), to);
            assertThat(out).hasSize(to / 2);
            double error = 0;
            int margin = 400;
            for (int n = margin; n < out.length - margin; n++) {
                error = Math.max(error, Math.abs(out[n] - Math.sin(2 * Math.PI * frequency * n / to)));
            }
            assertThat(20 * Math.log10(error)).as("error in dB at %.0f Hz", frequency).isLessThan(-90);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 16_000, 22_050})
    void tonesAboveTheNewNyquistFrequencyAreGone(int to) {
        for (double part : new double[]{1.0, 1.1, 1.3}) {
            double frequency = Math.min(part * to / 2.0, 11_900);
            float[] out = resample(tone(frequency, FROM, FROM / 2), to);
            float[] inner = Arrays.copyOfRange(out, 400, out.length - 400);
            assertThat(20 * Math.log10(peak(inner))).as("rest in dB of %.0f Hz", frequency).isLessThan(-90);
        }
    }

    @Test
    void upsamplingMakesNoImages() {
        float[] out = resample(tone(7000, FROM, FROM / 2), 48_000);
        float[] inner = Arrays.copyOfRange(out, 1000, 1000 + 4800);
        assertThat(20 * Math.log10(amplitude(inner, 24_000 - 7000, 48_000))).isLessThan(-100);
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 16_000, 22_050, 44_100, 48_000})
    void chunksChangeNothing(int to) {
        Random random = new Random(to);
        float[] input = new float[10_007];
        for (int n = 0; n < input.length; n++) {
            input[n] = (float) random.nextGaussian();
        }
        float[] whole = resample(input, to);
        PolyphaseResampler resampler = new PolyphaseResampler(FROM, to);
        float[] chunked = new float[whole.length];
        int written = 0;
        for (int at = 0; at < input.length;) {
            int count = Math.min(input.length - at, random.nextInt(700));
            float[] out = resampler.push(Arrays.copyOfRange(input, at, at + count));
            System.arraycopy(out, 0, chunked, written, out.length);
            written += out.length;
            at += count;
        }
        float[] rest = resampler.flush();
        System.arraycopy(rest, 0, chunked, written, rest.length);
        assertThat(written + rest.length).isEqualTo(whole.length);
        assertThat(chunked).isEqualTo(whole);
    }

    @Test
    void aConstantStaysWhatItIs() {
        float[] input = new float[2000];
        Arrays.fill(input, 0.5f);
        float[] out = resample(input, 44_100);
        for (int n = 200; n < out.length - 200; n++) {
            assertThat(out[n]).isCloseTo(0.5f, offset(1e-6f));
        }
    }

    @Test
    void nothingComesOfNothing() {
        assertThat(resample(new float[0], 48_000)).isEmpty();
        assertThatThrownBy(() -> new PolyphaseResampler(24_000, 0)).hasMessageContaining("0 Hz");
    }

    private static float[] resample(float[] input, int to) {
        PolyphaseResampler resampler = new PolyphaseResampler(FROM, to);
        float[] first = resampler.push(input);
        float[] rest = resampler.flush();
        float[] all = Arrays.copyOf(first, first.length + rest.length);
        System.arraycopy(rest, 0, all, first.length, rest.length);
        return all;
    }

    private static float[] tone(double frequency, int rate, int length) {
        float[] samples = new float[length];
        for (int n = 0; n < length; n++) {
            samples[n] = (float) Math.sin(2 * Math.PI * frequency * n / rate);
        }
        return samples;
    }

    private static double peak(float[] samples) {
        double peak = 0;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    private static double amplitude(float[] samples, double frequency, int rate) {
        double re = 0;
        double im = 0;
        for (int n = 0; n < samples.length; n++) {
            double weight = 1 - Math.cos(2 * Math.PI * n / samples.length);
            re += weight * samples[n] * Math.cos(2 * Math.PI * frequency * n / rate);
            im += weight * samples[n] * Math.sin(2 * Math.PI * frequency * n / rate);
        }
        return 2 * Math.hypot(re, im) / samples.length;
    }
}
