package dev.sixtyfold.watermark.signal;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Something that a watermark takes for speech: pulses of a gliding pitch and noise in turn, through resonances that move, in
 * syllables with pauses between them.
 */
public final class SpeechLike {

    private SpeechLike() {}

    public static float[] of(long seed, double seconds, int sampleRate) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        float[] out = new float[(int) (seconds * sampleRate)];
        double phase = 0;
        int at = 0;
        double[] state = new double[8];
        while (at < out.length) {
            int length = (int) ((0.08 + 0.17 * random.nextDouble()) * sampleRate);
            double voiced = random.nextDouble() < 0.7 ? 1 : 0;
            double pause = random.nextDouble() < 0.12 ? 0 : 1;
            double f0 = 90 + 120 * random.nextDouble();
            double[] formants = {300 + 500 * random.nextDouble(), 900 + 1400 * random.nextDouble(),
                2300 + 900 * random.nextDouble(), 3600 + 2500 * random.nextDouble()};
            for (int n = 0; n < length && at < out.length; n++, at++) {
                phase += f0 * (1 - 0.2 * n / length) / sampleRate;
                double pulse = phase >= 1 ? 8 : 0;
                phase -= Math.floor(phase);
                double x = pause * Math.sin(Math.PI * n / length) * (voiced * pulse + (voiced == 1 ? 0.1 : 0.7)
                        * random.nextGaussian());
                double y = 0;
                for (int f = 0; f < formants.length; f++) {
                    if (formants[f] < 0.45 * sampleRate) {
                        double r = Math.exp(-Math.PI * (80 + 60 * f) / sampleRate);
                        double z = x * (1 - r) + 2 * r * Math.cos(2 * Math.PI * formants[f] / sampleRate) * state[2 * f]
                                - r * r * state[2 * f + 1];
                        state[2 * f + 1] = state[2 * f];
                        state[2 * f] = z;
                        y += z / (1 + f);
                    }
                }
                out[at] = (float) (0.05 * y + 0.0002 * random.nextGaussian());
            }
        }
        return out;
    }
}
