package dev.sixtyfold.load.kernels;

import dev.sixtyfold.speech.dsp.LaneFft;
import dev.sixtyfold.speech.dsp.PlainLaneFft;
import dev.sixtyfold.speech.dsp.RowColumnFft;
import dev.sixtyfold.speech.dsp.StockhamLaneFft;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The transform at the size that the vocoder uses it: one complex signal of 600 points. The form with lanes takes 16 of them
 * side by side, the others one after the other. The time includes a copy of the input, since the transform is made in place.
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
    private static final int SIGNALS = 16;

    /** The forms of the transform. */
    public enum Form {
        ROWS_AND_COLUMNS, STOCKHAM, PLAIN
    }

    @Param
    Form form;

    private final float[] input = Samples.noise(2 * SIZE * SIGNALS, 1);
    private float[] re;
    private float[] im;
    private LaneFft fft;

    @Setup
    public void prepare() {
        fft = switch (form) {
            case ROWS_AND_COLUMNS -> new RowColumnFft(SIZE);
            case STOCKHAM -> new StockhamLaneFft(SIZE, SIGNALS);
            case PLAIN -> new PlainLaneFft(SIZE, 1);
        };
        re = new float[SIZE * fft.lanes()];
        im = new float[SIZE * fft.lanes()];
    }

    @Benchmark
    @OperationsPerInvocation(SIGNALS)
    public float[] oneTransform() {
        for (int done = 0; done < SIGNALS; done += fft.lanes()) {
            System.arraycopy(input, 2 * SIZE * done, re, 0, re.length);
            System.arraycopy(input, 2 * SIZE * done + re.length, im, 0, im.length);
            fft.transform(re, im);
        }
        return re;
    }
}
