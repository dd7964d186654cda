package dev.sixtyfold.speech.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaneFftTest {

    @ParameterizedTest
    @CsvSource({"1,1", "2,3", "4,1", "5,8", "12,2", "30,5", "60,8", "64,8", "600,1", "1200,8"})
    void fastFormEqualsTheDefinition(int size, int lanes) {
        float[] re = noise(size * lanes, 1);
        float[] im = noise(size * lanes, 2);
        float[] expectedRe = re.clone();
        float[] expectedIm = im.clone();
        new PlainLaneFft(size, lanes).transform(expectedRe, expectedIm);
        new StockhamLaneFft(size, lanes).transform(re, im);
        for (int i = 0; i < re.length; i++) {
            assertThat(re[i]).isCloseTo(expectedRe[i], within(size));
            assertThat(im[i]).isCloseTo(expectedIm[i], within(size));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6, 9, 25, 40, 60, 128, 225, 256, 512, 600, 1024, 1200, 2048, 3750, 4096})
    void theFormInRowsAndColumnsEqualsTheDefinition(int size) {
        float[] re = noise(size, 11);
        float[] im = noise(size, 12);
        float[] expectedRe = re.clone();
        float[] expectedIm = im.clone();
        new PlainLaneFft(size, 1).transform(expectedRe, expectedIm);
        LaneFft fft = new RowColumnFft(size);
        fft.transform(noise(size, 9), noise(size, 10)); // nothing of an earlier signal is left
        fft.transform(re, im);
        for (int i = 0; i < size; i++) {
            assertThat(re[i]).isCloseTo(expectedRe[i], within(size));
            assertThat(im[i]).isCloseTo(expectedIm[i], within(size));
        }
    }

    @Test
    void exchangedArraysGiveTheInverse() {
        float[] re = noise(1200 * 8, 3);
        float[] im = noise(1200 * 8, 4);
        float[] backRe = re.clone();
        float[] backIm = im.clone();
        LaneFft fft = new StockhamLaneFft(1200, 8);
        fft.transform(backRe, backIm);
        fft.transform(backIm, backRe);
        for (int i = 0; i < re.length; i++) {
            assertThat(backRe[i] / 1200).isCloseTo(re[i], within(1));
            assertThat(backIm[i] / 1200).isCloseTo(im[i], within(1));
        }
    }

    @Test
    void aLaneDoesNotDependOnItsNeighbours() {
        float[] re = noise(1200 * 8, 5);
        float[] im = noise(1200 * 8, 6);
        float[] aloneRe = new float[1200 * 8];
        float[] aloneIm = new float[1200 * 8];
        for (int k = 0; k < 1200; k++) {
            aloneRe[k * 8 + 3] = re[k * 8 + 3];
            aloneIm[k * 8 + 3] = im[k * 8 + 3];
        }
        LaneFft fft = new StockhamLaneFft(1200, 8);
        fft.transform(re, im);
        fft.transform(aloneRe, aloneIm);
        for (int k = 0; k < 1200; k++) {
            assertThat(aloneRe[k * 8 + 3]).isEqualTo(re[k * 8 + 3]);
            assertThat(aloneIm[k * 8 + 3]).isEqualTo(im[k * 8 + 3]);
        }
    }

    @Test
    void refusesLengthsWithOtherFactors() {
        assertThatThrownBy(() -> new StockhamLaneFft(14, 1)).hasMessageContaining("14");
        assertThatThrownBy(() -> new RowColumnFft(14)).hasMessageContaining("7");
        assertThatThrownBy(() -> new RowColumnFft(13)).hasMessageContaining("13");
    }

    private static org.assertj.core.data.Offset<Float> within(int size) {
        return org.assertj.core.data.Offset.offset((float) (2e-6 * Math.sqrt(size) * 4));
    }

    private static float[] noise(int length, long seed) {
        Random random = new Random(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
