package dev.sixtyfold.speech.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ArrayMathTest {

    private static final int COUNT = 16_000;

    private static float[] between(float from, float to) {
        float[] x = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            x[i] = from + (to - from) * i / (COUNT - 1);
        }
        return x;
    }

    @Test
    void exponentials() {
        float[] x = between(-80, 80);
        float[] y = new float[COUNT];
        ArrayMath.now().exp(x, COUNT, 80, y);
        for (int i = 0; i < COUNT; i++) {
            assertThat(y[i] / Math.exp(x[i])).isCloseTo(1, within(Math.abs(x[i]) <= 40 ? 5e-6 : 1e-5));
        }
    }

    @Test
    void exponentialsHaveALeastAndAMost() {
        float[] x = new float[16];
        Arrays.fill(x, 0, 8, -1000);
        Arrays.fill(x, 8, 16, 1000);
        ArrayMath.now().exp(x, 16, 5, x);
        assertThat(x[0] / Math.exp(-80)).isCloseTo(1, within(1e-5));
        assertThat(x[15] / Math.exp(5)).isCloseTo(1, within(5e-6));
    }

    @Test
    void hyperbolicTangents() {
        float[] x = between(-20, 20);
        float[] y = x.clone();
        ArrayMath.now().tanh(y);
        for (int i = 0; i < COUNT; i++) {
            assertThat((double) y[i]).isCloseTo(Math.tanh(x[i]), within(5e-6));
        }
    }

    @Test
    void fractions() {
        float[] x = between(-1000, 1000);
        float[] y = x.clone();
        ArrayMath.now().fraction(y, 0.25f);
        for (int i = 0; i < COUNT; i++) {
            double product = x[i] * 0.25f;
            assertThat((double) y[i]).isCloseTo(product - Math.rint(product), within(1e-4));
        }
    }

    @Test
    void sinesAndCosines() {
        float[] x = between(-0.5f, 0.5f);
        float[] sin = new float[COUNT];
        float[] cos = new float[COUNT];
        ArrayMath.now().sinHalf(x, sin);
        ArrayMath.now().cosHalf(x, cos);
        for (int i = 0; i < COUNT; i++) {
            assertThat((double) sin[i]).isCloseTo(Math.sin(Math.PI * x[i]), within(1e-6));
            assertThat((double) cos[i]).isCloseTo(Math.cos(Math.PI * x[i]), within(1e-6));
        }
    }
}
