package dev.sixtyfold.load.kernels;

import dev.sixtyfold.inference.InferenceRuntime;
import dev.sixtyfold.inference.MatrixProduct;
import dev.sixtyfold.inference.NetworkOptions;
import dev.sixtyfold.inference.graph.ProductGraph;
import dev.sixtyfold.inference.kernels.QuantizedLayer;
import dev.sixtyfold.voices.VoiceStore;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Products of bytes of the sizes that the vocoder's network has, by the runtime's kernels and with nothing between them: what the
 * arithmetic alone takes. As many matrices in turn as the network has, so that they come from where they come from there.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ProductBenchmark {

    private static final int LAYERS = 8;
    /** In bytes, that of a vector. */
    private static final int ALIGNMENT = 64;

    /** Numbers of a row and of a result: into a block, out of it, the last layer. */
    @Param({"256x768", "768x256", "256x3005"})
    private String shape = "";

    /** Rows at once. */
    @Param({"32", "64", "256"})
    private int rows;

    private final MatrixProduct[] products = new MatrixProduct[LAYERS];
    private final Arena arena = Arena.ofShared();
    private MemorySegment from = MemorySegment.NULL;
    private MemorySegment to = MemorySegment.NULL;

    @Setup(Level.Trial)
    public void open() {
        int inner = Integer.parseInt(shape.substring(0, shape.indexOf('x')));
        int outer = Integer.parseInt(shape.substring(shape.indexOf('x') + 1));
        InferenceRuntime runtime = InferenceRuntime
                .open(VoiceStore.home(System.getenv(), Path.of(System.getProperty("user.home"))));
        SplittableRandom random = new SplittableRandom(60);
        for (int i = 0; i < LAYERS; i++) {
            byte[] weights = new byte[inner * outer];
            random.nextBytes(weights);
            products[i] = runtime.product(ProductGraph.ofBytes(inner, outer, weights, QuantizedLayer.CENTRE),
                    NetworkOptions.CPU);
        }
        from = arena.allocate((long) rows * inner, ALIGNMENT);
        for (long i = 0; i < from.byteSize(); i++) {
            from.set(ValueLayout.JAVA_BYTE, i, (byte) random.nextInt());
        }
        to = arena.allocate((long) rows * outer * Integer.BYTES, ALIGNMENT);
    }

    @TearDown(Level.Trial)
    public void close() {
        for (MatrixProduct product : products) {
            product.close();
        }
        arena.close();
    }

    @Benchmark
    @OperationsPerInvocation(LAYERS)
    public MemorySegment multiplying() {
        for (MatrixProduct product : products) {
            product.multiply(from, rows, to);
        }
        return to;
    }
}
