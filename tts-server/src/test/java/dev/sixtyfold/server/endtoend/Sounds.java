package dev.sixtyfold.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Measures 16-bit samples of speech. */
@SuppressWarnings("ArrayRecordComponent")
record Sounds(short[] samples, int sampleRate) {

    /** -48 dB of full scale: above the noise of a pause. */
    private static final int AUDIBLE = 130;

    static Sounds of(Speech speech) {
        return new Sounds(speech.samples(), RealServer.VOICE_RATE);
    }

    /** A stretch without a sound. Times in seconds. */
    record Silence(double start, double end) {
        double length() {
            return end - start;
        }
    }

    double seconds() {
        return (double) samples.length / sampleRate;
    }

    /** Stretches between sounds that are at least so long. */
    List<Silence> silences(double leastSeconds) {
        List<Silence> silences = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < samples.length; i++) {
            if (Math.abs(samples[i]) >= AUDIBLE) {
                if (last >= 0 && i - last >= leastSeconds * sampleRate) {
                    silences.add(new Silence(seconds(last), seconds(i)));
                }
                last = i;
            }
        }
        return silences;
    }

    /** When the first sound begins. */
    double onset() {
        int at = 0;
        while (Math.abs(samples[at]) < AUDIBLE) {
            at++;
        }
        return seconds(at);
    }

    /** When the last sound ends. */
    double end() {
        int at = samples.length;
        while (Math.abs(samples[at - 1]) < AUDIBLE) {
            at--;
        }
        return seconds(at);
    }

    /** Root mean square of the samples between two times. */
    double level(double from, double to) {
        double sum = 0;
        int first = sample(from);
        int last = sample(to);
        for (int i = first; i < last; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return Math.sqrt(sum / (last - first));
    }

    double level() {
        return level(0, seconds());
    }

    /** How many times the pitch of {@code other} the pitch is, where both are voiced: the median. */
    double pitchRatio(Sounds other, double from, double to) {
        double[] own = pitches(from, to);
        double[] others = other.pitches(from, to);
        double[] ratios = IntStream.range(0, Math.min(own.length, others.length)).mapToDouble(i -> own[i] / others[i])
                .filter(ratio -> ratio > 0 && !Double.isInfinite(ratio)).sorted().toArray();
        assertThat(ratios).as("voiced windows").hasSizeGreaterThan(5);
        return ratios[ratios.length / 2];
    }

    double pitchRatio(Sounds other) {
        return pitchRatio(other, 0, seconds());
    }

    /** The pitch of each window between two times, in Hz, by autocorrelation; 0 where it is not voiced. */
    private double[] pitches(double from, double to) {
        int window = sampleRate / 25;
        int shortest = sampleRate / 500;
        int longest = sampleRate / 90;
        List<Double> pitches = new ArrayList<>();
        for (int start = sample(from); start + window + longest < sample(to); start += window / 4) {
            int best = 0;
            double strongest = 0;
            for (int lag = shortest; lag <= longest; lag++) {
                double correlation = correlation(start, window, lag);
                if (correlation > strongest + 0.02) { // of a period and its double, the period
                    strongest = correlation;
                    best = lag;
                }
            }
            pitches.add(strongest > 0.8 ? (double) sampleRate / best : 0);
        }
        return pitches.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double correlation(int start, int window, int lag) {
        double product = 0;
        double first = 1;
        double second = 1;
        for (int i = start; i < start + window; i++) {
            product += (double) samples[i] * samples[i + lag];
            first += (double) samples[i] * samples[i];
            second += (double) samples[i + lag] * samples[i + lag];
        }
        return product / Math.sqrt(first * second);
    }

    private double seconds(int sample) {
        return (double) sample / sampleRate;
    }

    private int sample(double seconds) {
        return Math.clamp(Math.round(seconds * sampleRate), 0, samples.length);
    }

    /** Whether nothing at all sounds. */
    boolean isSilent() {
        return Arrays.equals(samples, new short[samples.length]) || level() < 10;
    }
}
