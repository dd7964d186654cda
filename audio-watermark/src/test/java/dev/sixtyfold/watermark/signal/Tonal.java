package dev.sixtyfold.watermark.signal;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Signals that repeat: steady tones, chords, square waves, mains hum, drones, pulses and melodies, many of them in step with
 * the hops, slots or the period of the pattern. What takes repetition for a pattern is fooled by them.
 */
public final class Tonal {

    /** Kinds there are; further numbers are the same kinds with other pitches. */
    public static final int KINDS = 8;

    private static final double SLOT = 2 / 93.75;
    private static final double PERIOD = 64 * SLOT;

    private Tonal() {}

    public static float[] of(int number, double seconds, int sampleRate) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(number);
        double f0 = 60 * Math.pow(2, 4 * random.nextDouble());
        float[] out = new float[(int) (seconds * sampleRate)];
        for (int n = 0; n < out.length; n++) {
            double t = (double) n / sampleRate;
            double value = switch (number % KINDS) {
                case 0 -> tone(t, 4 * f0);
                case 1 -> square(t, f0);
                case 2 -> chord(t, f0);
                case 3 -> hum(t, random);
                case 4 -> chord(t, f0) * (0.6 + 0.4 * square(t, 1 / (2 * SLOT))); // a tremolo in step with the slots
                case 5 -> square(t, f0 * (1 + 0.3 * Math.floor(t % PERIOD / (PERIOD / 8)))); // a tune as long as the period
                case 6 -> square(t, 46.875) * (0.5 + 0.5 * tone(t, 1 / PERIOD));
                default -> pulse(t, f0) * (0.5 + 0.5 * square(t, 4 / PERIOD));
            };
            out[n] = (float) (0.2 * value);
        }
        return out;
    }

    private static double tone(double t, double f) {
        return Math.sin(2 * Math.PI * f * t);
    }

    private static double square(double t, double f) {
        return t * f % 1 < 0.5 ? 1 : -1;
    }

    private static double pulse(double t, double f) {
        return t * f % 1 < 0.03 ? 3 : 0;
    }

    private static double chord(double t, double f) {
        double sum = 0;
        for (int overtone = 1; overtone <= 12; overtone++) {
            sum += (tone(t, f * overtone) + tone(t, 1.25 * f * overtone) + tone(t, 1.5 * f * overtone)) / overtone;
        }
        return sum / 4;
    }

    private static double hum(double t, RandomGenerator random) {
        double sum = 0.02 * random.nextGaussian();
        for (int overtone = 1; overtone <= 40; overtone++) {
            sum += tone(t, 50 * overtone) / overtone;
        }
        return sum / 2;
    }
}
