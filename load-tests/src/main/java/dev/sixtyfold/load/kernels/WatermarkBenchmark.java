package dev.sixtyfold.load.kernels;

import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.watermark.detect.SearchEffort;
import dev.sixtyfold.watermark.detect.Verification;
import dev.sixtyfold.watermark.detect.WatermarkDetector;
import dev.sixtyfold.watermark.embed.Strength;
import dev.sixtyfold.watermark.embed.WatermarkEmbedder;
import dev.sixtyfold.watermark.key.WatermarkKey;
import dev.sixtyfold.watermark.pattern.KeyedPattern;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Ten seconds of audio: stamped in blocks of 0.6 s, verified with the mark and without it. Noise that comes and goes stands for
 * speech; what is found in it costs what it costs in speech.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class WatermarkBenchmark {

    private static final int SAMPLE_RATE = 24_000;
    private static final int SECONDS = 10;
    private static final int BLOCK = 14_400;

    private final KeyedPattern pattern = new KeyedPattern(WatermarkKey.parse("60".repeat(32)));
    private final float[] unmarked = syllables();
    private final float[] marked = stamped(unmarked);
    private final WatermarkDetector quick = new WatermarkDetector(List.of(pattern), SearchEffort.UNCHANGED);
    private final WatermarkDetector full = new WatermarkDetector(List.of(pattern), SearchEffort.CHANGED_TOO);

    private static float[] syllables() {
        float[] samples = Samples.noise(SECONDS * SAMPLE_RATE, 0.3f);
        for (int n = 0; n < samples.length; n++) {
            double syllable = Math.sin(2 * Math.PI * 2.3 * n / SAMPLE_RATE);
            samples[n] *= (float) (0.001 + syllable * syllable);
        }
        return samples;
    }

    private float[] stamped(float[] samples) {
        WatermarkEmbedder embedder = new WatermarkEmbedder(pattern, new RequestId(60), SAMPLE_RATE, 1,
                Strength.STANDARD);
        float[] out = new float[samples.length];
        int done = 0;
        for (int at = 0; at < samples.length; at += BLOCK) {
            float[] part = embedder.push(Arrays.copyOfRange(samples, at, Math.min(samples.length, at + BLOCK)));
            System.arraycopy(part, 0, out, done, part.length);
            done += part.length;
        }
        float[] rest = embedder.flush();
        System.arraycopy(rest, 0, out, done, rest.length);
        return out;
    }

    @Benchmark
    public float[] embedding() {
        return stamped(unmarked);
    }

    @Benchmark
    public Verification verifyingMarked() {
        return quick.verify(marked, SAMPLE_RATE);
    }

    @Benchmark
    public Verification verifyingUnmarked() {
        return quick.verify(unmarked, SAMPLE_RATE);
    }

    @Benchmark
    public Verification fullSearchOfUnmarked() {
        return full.verify(unmarked, SAMPLE_RATE);
    }
}
