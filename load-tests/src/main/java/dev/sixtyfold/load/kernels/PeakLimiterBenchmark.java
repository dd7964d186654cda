package dev.sixtyfold.load.kernels;

import dev.sixtyfold.speech.dsp.PeakLimiter;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One second of audio after another: below the ceiling, where nothing is to be done, and far above it throughout. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // by prepare
public class PeakLimiterBenchmark {

    private static final int SAMPLE_RATE = 24_000;

    /** Of the loudest samples; full scale is 1. */
    @Param({"0.5", "4"})
    float peak;

    private final PeakLimiter limiter = new PeakLimiter(1, SAMPLE_RATE);
    private float[] second;

    @Setup
    public void prepare() {
        second = Samples.noise(SAMPLE_RATE, peak);
    }

    @Benchmark
    public float[] oneSecondOfAudio() {
        return limiter.push(second);
    }
}
