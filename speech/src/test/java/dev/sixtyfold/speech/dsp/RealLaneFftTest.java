package dev.sixtyfold.speech.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RealLaneFftTest {

    private static final int SIZE = 60;
    private static final int LANES = 3;

    private final float[] signal = new float[SIZE * LANES];
    private final float[] even = new float[SIZE / 2 * LANES];
    private final float[] odd = new float[SIZE / 2 * LANES];
    private final RealLaneFft fft = new RealLaneFft(new StockhamLaneFft(SIZE / 2, LANES));

    RealLaneFftTest() {
        Random random = new Random(1);
        for (int n = 0; n < SIZE; n++) {
            for (int lane = 0; lane < LANES; lane++) {
                float value = (float) random.nextGaussian();
                signal[n * LANES + lane] = value;
                (n % 2 == 0 ? even : odd)[n / 2 * LANES + lane] = value;
            }
        }
    }

    @Test
    void givesTheSpectrumOfEachRealSignal() {
        float[] expectedRe = signal.clone();
        float[] expectedIm = new float[signal.length];
        new PlainLaneFft(SIZE, LANES).transform(expectedRe, expectedIm);
        fft.forward(even, odd);
        float[] re = new float[SIZE / 2 + 1];
        float[] im = new float[SIZE / 2 + 1];
        for (int lane = 0; lane < LANES; lane++) {
            fft.read(even, odd, lane, re, im);
            for (int k = 0; k < re.length; k++) {
                assertThat(re[k]).isCloseTo(expectedRe[k * LANES + lane], offset(2e-5f));
                assertThat(im[k]).isCloseTo(expectedIm[k * LANES + lane], offset(2e-5f));
            }
        }
    }

    @Test
    void comesBackFromTheSpectrum() {
        fft.forward(even, odd);
        float[] backEven = new float[even.length];
        float[] backOdd = new float[odd.length];
        float[] re = new float[SIZE / 2 + 1];
        float[] im = new float[SIZE / 2 + 1];
        for (int lane = 0; lane < LANES; lane++) {
            fft.read(even, odd, lane, re, im);
            fft.write(re, im, lane, backEven, backOdd);
        }
        fft.inverse(backEven, backOdd);
        for (int n = 0; n < SIZE; n++) {
            for (int lane = 0; lane < LANES; lane++) {
                float sample = (n % 2 == 0 ? backEven : backOdd)[n / 2 * LANES + lane] / (SIZE / 2);
                assertThat(sample).isCloseTo(signal[n * LANES + lane], offset(1e-5f));
            }
        }
    }
}
