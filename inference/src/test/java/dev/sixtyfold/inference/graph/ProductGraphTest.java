package dev.sixtyfold.inference.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.ByteString;
import dev.sixtyfold.inference.InferenceException;
import dev.sixtyfold.inference.InferenceRuntime;
import dev.sixtyfold.inference.MatrixProduct;
import dev.sixtyfold.inference.NetworkOptions;
import dev.sixtyfold.inference.graph.onnx.TensorProto;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProductGraphTest {

    private static final int INNER = 96;
    private static final int OUTER = 35;

    private final Random random = new Random(60);

    /** For as many rows as there can be kernels of their own for, and more. */
    @Test
    void productsOfBytesAreExactForAnyNumberOfRows() {
        byte[] weights = bytes(INNER * OUTER);
        byte[] rows = bytes(40 * INNER);
        int zero = 128;
        try (MatrixProduct product = product(ProductGraph.ofBytes(INNER, OUTER, weights, zero));
                Arena arena = Arena.ofConfined()) {
            MemorySegment from = arena.allocateFrom(ValueLayout.JAVA_BYTE, rows);
            for (int count = 1; count <= 40; count++) {
                MemorySegment to = arena.allocate(ValueLayout.JAVA_INT, 41L * OUTER);
                product.multiply(from, count, to);
                for (int row = 0; row < count; row++) {
                    for (int column = 0; column < OUTER; column++) {
                        int sum = 0;
                        for (int i = 0; i < INNER; i++) {
                            sum += ((rows[row * INNER + i] & 0xff) - zero) * weights[i * OUTER + column];
                        }
                        assertThat(to.getAtIndex(ValueLayout.JAVA_INT, (long) row * OUTER + column))
                                .as("row %d of %d, column %d", row, count, column).isEqualTo(sum);
                    }
                }
                assertThat(to.getAtIndex(ValueLayout.JAVA_INT, (long) count * OUTER)).as("behind the last").isZero();
            }
        }
    }

    @Test
    void productsOfFloatsAreThoseOfTheFormula() {
        float[] weights = floats(INNER * OUTER);
        float[] rows = floats(16 * INNER);
        try (MatrixProduct product = product(ProductGraph.ofFloats(INNER, OUTER, weights));
                Arena arena = Arena.ofConfined()) {
            MemorySegment to = arena.allocate(ValueLayout.JAVA_FLOAT, 16L * OUTER);
            product.multiply(arena.allocateFrom(ValueLayout.JAVA_FLOAT, rows), 16, to);
            for (int row = 0; row < 16; row++) {
                for (int column = 0; column < OUTER; column++) {
                    double sum = 0;
                    for (int i = 0; i < INNER; i++) {
                        sum += rows[row * INNER + i] * (double) weights[i * OUTER + column];
                    }
                    assertThat((double) to.getAtIndex(ValueLayout.JAVA_FLOAT, (long) row * OUTER + column))
                            .isCloseTo(sum, within(1e-4));
                }
            }
        }
    }

    @Test
    void whatIsNoGraphIsRefused() {
        assertThatThrownBy(() -> product(new byte[]{1, 2, 3})).isInstanceOf(InferenceException.class)
                .hasMessageContaining("cannot make a product");
    }

    @Test
    void weightsAreReadFromEitherFieldOfTheFormat() {
        TensorProto.Builder plain = TensorProto.newBuilder().setName("gain").setDataType(1).addDims(2);
        assertThat(new Weight(plain.addAllFloatData(List.of(1.5f, -2f)).build()).floats(2)).containsExactly(1.5f, -2f);
        TensorProto raw = TensorProto.newBuilder().setName("bytes").setDataType(3).addDims(2).addDims(1)
                .setRawData(ByteString.copyFrom(new byte[]{7, -7})).build();
        assertThat(new Weight(raw).bytes(2, 1)).containsExactly(7, -7);
    }

    @Test
    void weightsOfAnotherShapeOrTypeAreRefusedByName() {
        Weight weight = new Weight(TensorProto.newBuilder().setName("gain").setDataType(1).addDims(2)
                .addAllFloatData(List.of(1f, 2f)).build());
        assertThatThrownBy(() -> weight.floats(3)).isInstanceOf(InferenceException.class)
                .hasMessageContaining("gain").hasMessageContaining("[3]");
        assertThatThrownBy(() -> weight.bytes(2)).isInstanceOf(InferenceException.class)
                .hasMessageContaining("gain").hasMessageContaining("signed bytes");
        Weight cut = new Weight(TensorProto.newBuilder().setName("cut").setDataType(1).addDims(2).addFloatData(1)
                .build());
        assertThatThrownBy(() -> cut.floats(2)).isInstanceOf(InferenceException.class)
                .hasMessageContaining("cut holds 1");
    }

    private static MatrixProduct product(byte[] graph) {
        return InferenceRuntime.open(Path.of("target", "test-cache")).product(graph, NetworkOptions.CPU);
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private float[] floats(int count) {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = (float) random.nextGaussian();
        }
        return floats;
    }
}
