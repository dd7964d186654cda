package dev.sixtyfold.speech.dsp;

import static dev.sixtyfold.speech.dsp.Polynomials.COSINE_0;
import static dev.sixtyfold.speech.dsp.Polynomials.COSINE_2;
import static dev.sixtyfold.speech.dsp.Polynomials.COSINE_4;
import static dev.sixtyfold.speech.dsp.Polynomials.COSINE_6;
import static dev.sixtyfold.speech.dsp.Polynomials.COSINE_8;
import static dev.sixtyfold.speech.dsp.Polynomials.LOG2_E;
import static dev.sixtyfold.speech.dsp.Polynomials.POWER_0;
import static dev.sixtyfold.speech.dsp.Polynomials.POWER_1;
import static dev.sixtyfold.speech.dsp.Polynomials.POWER_2;
import static dev.sixtyfold.speech.dsp.Polynomials.POWER_3;
import static dev.sixtyfold.speech.dsp.Polynomials.POWER_4;
import static dev.sixtyfold.speech.dsp.Polynomials.ROUNDING;
import static dev.sixtyfold.speech.dsp.Polynomials.SINE_1;
import static dev.sixtyfold.speech.dsp.Polynomials.SINE_3;
import static dev.sixtyfold.speech.dsp.Polynomials.SINE_5;
import static dev.sixtyfold.speech.dsp.Polynomials.SINE_7;

/** One number after another. */
final class MathLoops implements ArrayMath {

    static final MathLoops INSTANCE = new MathLoops();

    private MathLoops() {}

    @Override
    public void exp(float[] x, int count, float most, float[] y) {
        for (int i = 0; i < count; i++) {
            float turns = Math.max(Math.min(x[i], most), -80f) * LOG2_E;
            float rounded = turns + ROUNDING;
            float rest = turns - (rounded - ROUNDING);
            float power = Math.fma(rest, POWER_4, POWER_3);
            power = Math.fma(power, rest, POWER_2);
            power = Math.fma(power, rest, POWER_1);
            power = Math.fma(power, rest, POWER_0);
            y[i] = Float.intBitsToFloat(Float.floatToRawIntBits(power) + (Float.floatToRawIntBits(rounded) << 23));
        }
    }

    @Override
    public void tanh(float[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.max(Math.min(x[i], 9f), -9f) * 2f;
        }
        exp(x, x.length, 18, x);
        for (int i = 0; i < x.length; i++) {
            x[i] = (x[i] - 1f) / (x[i] + 1f);
        }
    }

    @Override
    public void fraction(float[] x, float factor) {
        for (int i = 0; i < x.length; i++) {
            float product = x[i] * factor;
            x[i] = product - (product + ROUNDING - ROUNDING);
        }
    }

    @Override
    public void sinHalf(float[] turns, float[] y) {
        for (int i = 0; i < y.length; i++) {
            float square = turns[i] * turns[i];
            float p = Math.fma(square, SINE_7, SINE_5);
            p = Math.fma(p, square, SINE_3);
            p = Math.fma(p, square, SINE_1);
            y[i] = p * turns[i];
        }
    }

    @Override
    public void cosHalf(float[] turns, float[] y) {
        for (int i = 0; i < y.length; i++) {
            float square = turns[i] * turns[i];
            float p = Math.fma(square, COSINE_8, COSINE_6);
            p = Math.fma(p, square, COSINE_4);
            p = Math.fma(p, square, COSINE_2);
            y[i] = Math.fma(p, square, COSINE_0);
        }
    }

    @Override
    public void multiply(float[] a, float[] b, float[] c, float[] s, int count) {
        for (int i = 0; i < count; i++) {
            float re = a[i] * c[i] - b[i] * s[i];
            float im = a[i] * s[i] + b[i] * c[i];
            a[i] = re;
            b[i] = im;
        }
    }
}
