package dev.sixtyfold.vocoder.hibari;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NoiseTableTest {

    private static final int FRAMES = 2000;

    private final NoiseTable table = new NoiseTable();

    @Test
    void isGaussianOfUnitVarianceInEachComponent() {
        double sum = 0;
        double squares = 0;
        double fourth = 0;
        double product = 0;
        long count = 0;
        for (int frame = 0; frame < FRAMES; frame++) {
            Spectrum noise = noise(42, frame);
            for (int bin = 0; bin < HibariGeometry.BINS; bin++) {
                double re = noise.re()[bin];
                double im = noise.im()[bin];
                sum += re + im;
                squares += re * re + im * im;
                fourth += re * re * re * re + im * im * im * im;
                product += re * im;
                count++;
            }
        }
        assertThat(sum / (2 * count)).isCloseTo(0, offset(0.004));
        assertThat(squares / (2 * count)).isCloseTo(1, offset(0.005));
        assertThat(fourth / (2 * count)).isCloseTo(3, offset(0.05));
        assertThat(product / count).isCloseTo(0, offset(0.005));
    }

    @Test
    void neighboursInTimeInFrequencyAndInSeedAreUncorrelated() {
        double time = 0;
        double frequency = 0;
        double seed = 0;
        for (int frame = 0; frame < FRAMES; frame++) {
            Spectrum here = noise(1, frame);
            Spectrum next = noise(1, frame + 1);
            Spectrum other = noise(2, frame);
            for (int bin = 0; bin + 1 < HibariGeometry.BINS; bin++) {
                time += here.re()[bin] * next.re()[bin];
                frequency += here.re()[bin] * here.re()[bin + 1];
                seed += here.re()[bin] * other.re()[bin];
            }
        }
        double count = FRAMES * (HibariGeometry.BINS - 1.0);
        assertThat(time / count).isCloseTo(0, offset(0.005));
        // Of a table's 8192 numbers neighbours correlate by chance, some 1 / sqrt(8192).
        assertThat(frequency / count).isCloseTo(0, offset(0.02));
        assertThat(seed / count).isCloseTo(0, offset(0.005));
    }

    @Test
    void isAFunctionOfItsPlace() {
        assertThat(noise(9, 17).re()).isEqualTo(noise(9, 17).re());
        assertThat(Arrays.equals(noise(9, 17).re(), noise(9, 18).re())).isFalse();
        assertThat(Arrays.equals(noise(9, 17).re(), noise(10, 17).re())).isFalse();
    }

    private Spectrum noise(long seed, int frame) {
        Spectrum noise = Spectrum.empty();
        table.fill(NoiseTable.frameKey(seed, frame), noise);
        return noise;
    }
}
