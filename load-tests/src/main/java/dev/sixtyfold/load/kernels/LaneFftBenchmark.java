package dev.sixtyfold.load.kernels;

import dev.sixtyfold.speech.dsp.LaneFft;
import dev.sixtyfold.speech.dsp.PlainLaneFft;
import dev.sixtyfold.speech.dsp.StockhamLaneFft;
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

/**
 * The transform at the size that the vocoder uses it: 16 complex signals of 600 points at a time. One second of audio takes
 * ten of them. The time includes a copy of the input, since the transform is made in place.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // by prepare
public class LaneFftBenchmark {

    private static final int SIZE = 600;
    private static final int LANES = 16;

    /** The two forms of the transform. */
    public enum Form {
        STOCKHAM, PLAIN
    }

    @Param
    Form form;

    private final float[] input = Samples.noise(2 * SIZE * LANES, 1);
    private final float[] re = new float[SIZE * LANES];
    private final float[] im = new float[SIZE * LANES];
    private LaneFft fft;

    @Setup
    public void prepare() {
        fft = switch (form) {
            case STOCKHAM -> new StockhamLaneFft(SIZE, LANES);
            case PLAIN -> new PlainLaneFft(SIZE, LANES);
        };
    }

    @Benchmark
    public float[] sixteenTransforms() {
        System.arraycopy(input, 0, re, 0, re.length);
        System.arraycopy(input, re.length, im, 0, im.length);
        fft.transform(re, im);
        return re;
    }
}
