package dev.sixtyfold.speech.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealFftTest {

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 1024, 1200})
    void givesTheSpectrumOfARealSignal(int size) {
        float[] signal = noise(size);
        float[] expectedRe = signal.clone();
        float[] expectedIm = new float[size];
        new PlainLaneFft(size, 1).transform(expectedRe, expectedIm);
        float[] re = new float[size / 2 + 1];
        float[] im = new float[size / 2 + 1];
        new RealFft(new RowColumnFft(size / 2)).forward(every(signal, 0), every(signal, 1), re, im);
        for (int k = 0; k < re.length; k++) {
            assertThat(re[k]).isCloseTo(expectedRe[k], offset(1e-4f));
            assertThat(im[k]).isCloseTo(expectedIm[k], offset(1e-4f));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 1024, 1200})
    void comesBackFromTheSpectrum(int size) {
        float[] signal = noise(size);
        float[] even = every(signal, 0);
        float[] odd = every(signal, 1);
        float[] re = new float[size / 2 + 1];
        float[] im = new float[size / 2 + 1];
        RealFft fft = new RealFft(new RowColumnFft(size / 2));
        fft.forward(even, odd, re, im);
        fft.inverse(re, im, even, odd);
        for (int n = 0; n < size; n++) {
            assertThat((n % 2 == 0 ? even : odd)[n / 2] * 2f / size).isCloseTo(signal[n], offset(1e-5f));
        }
    }

    @Test
    void takesNoImaginaryPartOfTheFirstAndTheLastBin() {
        int size = 1200;
        RealFft fft = new RealFft(new RowColumnFft(size / 2));
        float[] even = new float[size / 2];
        float[] odd = new float[size / 2];
        float[] im = new float[size / 2 + 1];
        im[0] = 7;
        im[size / 2] = -3;
        fft.inverse(new float[size / 2 + 1], im, even, odd);
        assertThat(even).containsOnly(0);
        assertThat(odd).containsOnly(0);
    }

    @Test
    void refusesTransformsOfMoreThanOneSignal() {
        assertThatThrownBy(() -> new RealFft(new StockhamLaneFft(600, 8))).hasMessageContaining("8 lanes");
        assertThatThrownBy(() -> new RealFft(new RowColumnFft(4))).hasMessageContaining("4 points");
    }

    private static float[] noise(int length) {
        Random random = new Random(length);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static float[] every(float[] signal, int first) {
        float[] values = new float[signal.length / 2];
        for (int n = 0; n < values.length; n++) {
            values[n] = signal[2 * n + first];
        }
        return values;
    }
}
