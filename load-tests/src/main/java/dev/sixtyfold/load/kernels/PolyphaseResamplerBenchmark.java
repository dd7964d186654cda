package dev.sixtyfold.load.kernels;

import dev.sixtyfold.speech.dsp.PolyphaseResampler;
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

/** One second of the voice's audio after another, to each rate that a request may ask for. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // by prepare
public class PolyphaseResamplerBenchmark {

    private static final int VOICE_RATE = 24_000;

    @Param({"8000", "16000", "22050", "44100", "48000"})
    int sampleRate;

    private final float[] second = Samples.noise(VOICE_RATE, 0.5f);
    private PolyphaseResampler resampler;

    @Setup
    public void prepare() {
        resampler = new PolyphaseResampler(VOICE_RATE, sampleRate);
    }

    @Benchmark
    public float[] oneSecondOfAudio() {
        return resampler.push(second);
    }
}
