package dev.sixtyfold.watermark.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class BoundTest {

    @Test
    void itIsNeverAboveHoeffdingsAndApproachesTheNormalTail() {
        for (double z = 0.01; z < 40; z += 0.01) {
            assertThat(Bound.logP(z, 0)).isLessThanOrEqualTo(-z * z / 2);
        }
        // Q(10) = 7.6199e-24, times 3.179.
        assertThat(Bound.logP(10, 0)).isCloseTo(Math.log(3.179 * 7.6199e-24), within(0.001));
        assertThat(Bound.logP(-1, 0)).isZero();
        assertThat(Bound.logP(10, 60)).isZero();
    }

    @Test
    void sumsOfRandomSignsKeepIt() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(4);
        int trials = 200_000;
        int[] above = new int[4];
        for (int trial = 0; trial < trials; trial++) {
            double[] weights = {4, 3, 2, 2, 1, 1, 1, 0.5, 0.5, 0.25};
            double sum = 0;
            double energy = 0;
            for (double weight : weights) {
                sum += random.nextBoolean() ? weight : -weight;
                energy += weight * weight;
            }
            double z = sum / Math.sqrt(energy);
            for (int t = 1; t < above.length; t++) {
                above[t] += z >= t ? 1 : 0;
            }
        }
        for (int t = 1; t < above.length; t++) {
            double part = (double) above[t] / trials;
            assertThat(part).as("z of " + t).isLessThan(Math.exp(Bound.logP(t, 0)) + 0.002);
        }
    }
}
