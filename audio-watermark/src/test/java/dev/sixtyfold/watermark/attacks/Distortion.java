package dev.sixtyfold.watermark.attacks;

import dev.sixtyfold.speech.dsp.LaneFft;
import dev.sixtyfold.speech.dsp.RowColumnFft;
import dev.sixtyfold.watermark.signal.SpeechLike;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Attacks computed here. The same for the same samples. */
final class Distortion {

    private static final int RATE = Ffmpeg.RATE;

    private Distortion() {}

    private static RandomGenerator random(float[] samples) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(samples.length);
    }

    private static double power(float[] samples) {
        double power = 0;
        for (float sample : samples) {
            power += sample * sample;
        }
        return power / samples.length;
    }

    /** White noise over the whole recording, pauses included. */
    static float[] noisy(float[] samples, double signalToNoiseDb) {
        double sigma = Math.sqrt(power(samples) * Math.pow(10, -signalToNoiseDb / 10));
        RandomGenerator random = random(samples);
        float[] noisy = new float[samples.length];
        for (int n = 0; n < noisy.length; n++) {
            noisy[n] = (float) (samples[n] + sigma * random.nextGaussian());
        }
        return noisy;
    }

    /** Something like speech beside it. */
    static float[] mixed(float[] samples, double lowerDb) {
        float[] other = SpeechLike.of(samples.length, (double) samples.length / RATE + 0.1, RATE);
        double gain = Math.sqrt(power(samples) / power(other) * Math.pow(10, -lowerDb / 10));
        float[] mixed = samples.clone();
        for (int n = 0; n < mixed.length; n++) {
            mixed[n] += (float) (gain * other[n]);
        }
        return mixed;
    }

    /** Its first and its last seconds, one after the other. */
    static float[] joined(float[] samples, double seconds) {
        int length = Math.min(samples.length / 2, (int) (seconds * RATE));
        float[] joined = Arrays.copyOf(samples, 2 * length);
        System.arraycopy(samples, samples.length - length, joined, length, length);
        return joined;
    }

    /** Of every few seconds some are kept and some cut out, so that what is kept follows on at once. */
    static float[] withGaps(float[] samples, double keptSeconds, double cutSeconds) {
        int kept = (int) (keptSeconds * RATE);
        int period = kept + (int) (cutSeconds * RATE);
        float[] left = new float[samples.length];
        int length = 0;
        for (int from = 0; from < samples.length; from += period) {
            int part = Math.min(kept, samples.length - from);
            System.arraycopy(samples, from, left, length, part);
            length += part;
        }
        return Arrays.copyOf(left, length);
    }

    /** A clock that runs ahead and behind by so much, 0.7 times a second; read by cubic interpolation. */
    static float[] wavering(float[] samples, double seconds) {
        float[] out = new float[samples.length];
        for (int n = 0; n < out.length; n++) {
            double at = n + seconds * RATE * Math.sin(2 * Math.PI * 0.7 * n / RATE);
            int whole = (int) Math.floor(at);
            double f = at - whole;
            if (whole >= 1 && whole + 2 < samples.length) {
                double a = samples[whole - 1];
                double b = samples[whole];
                double c = samples[whole + 1];
                double d = samples[whole + 2];
                out[n] = (float) (b + 0.5 * f * (c - a + f * (2 * a - 5 * b + 4 * c - d + f * (3 * (b - c) + d - a))));
            }
        }
        return out;
    }

    /**
     * In a room: the direct sound and, from 3 ms on, a tail of noise that falls by 60 dB in the reverberation time.
     *
     * @param directDb
     *            level of the direct sound over the whole tail
     */
    static float[] inRoom(float[] samples, double reverberationSeconds, double directDb) {
        RandomGenerator random = random(samples);
        int size = 2 * Integer.highestOneBit(samples.length + (int) (1.2 * reverberationSeconds * RATE));
        float[] response = new float[size];
        double energy = 0;
        for (int n = RATE * 3 / 1000; n < 1.2 * reverberationSeconds * RATE; n++) {
            response[n] = (float) (random.nextGaussian() * Math.pow(10, -3.0 * n / RATE / reverberationSeconds));
            energy += response[n] * response[n];
        }
        float gain = (float) Math.sqrt(Math.pow(10, -directDb / 10) / energy);
        for (int n = 0; n < size; n++) {
            response[n] *= gain;
        }
        response[0] = 1;
        float[] re = Arrays.copyOf(samples, size);
        float[] im = new float[size];
        float[] responseIm = new float[size];
        LaneFft fft = new RowColumnFft(size);
        fft.transform(re, im);
        fft.transform(response, responseIm);
        for (int k = 0; k < size; k++) {
            float real = re[k] * response[k] - im[k] * responseIm[k];
            im[k] = (re[k] * responseIm[k] + im[k] * response[k]) * 0.7f / size;
            re[k] = real * 0.7f / size;
        }
        fft.transform(im, re);
        return Arrays.copyOf(re, samples.length);
    }
}
