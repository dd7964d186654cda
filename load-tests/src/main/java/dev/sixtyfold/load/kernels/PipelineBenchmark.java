package dev.sixtyfold.load.kernels;

import dev.sixtyfold.load.pipeline.DefaultVoice;
import dev.sixtyfold.load.pipeline.OneStream;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** From text to 16-bit samples at the voice's own rate, as one request on one thread that computes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 10, time = 1)
@SuppressWarnings("NullAway.Init") // by prepare
public class PipelineBenchmark {

    @Param
    BenchmarkText text;

    private OneStream stream;

    @Setup
    public void prepare() {
        stream = DefaultVoice.open().oneStream();
    }

    @Benchmark
    public double textToSamples() {
        return stream.speak(text.text());
    }

    @TearDown
    public void end() {
        stream.close();
    }
}
