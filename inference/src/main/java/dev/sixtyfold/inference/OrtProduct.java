package dev.sixtyfold.inference;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A session of a graph of one product, which reads and writes the caller's memory. */
final class OrtProduct implements MatrixProduct {

    private final OrtSession session;
    private final Side rows;
    private final Side results;

    /** One side of the product: its name in the graph, the length of its rows, the size and the kind of its numbers. */
    private record Side(String name, long columns, OnnxJavaType type) {

        static Side of(String name, Map<String, NodeInfo> sides) {
            TensorInfo info = (TensorInfo) Objects.requireNonNull(sides.get(name)).getInfo();
            return new Side(name, info.getShape()[1], info.type);
        }

        OnnxTensor over(MemorySegment memory, int count) throws OrtException {
            MemorySegment part = memory.asSlice(0, count * columns * type.size);
            return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(),
                    part.asByteBuffer().order(ByteOrder.nativeOrder()), new long[]{count, columns}, type);
        }
    }

    OrtProduct(OrtSession session) throws OrtException {
        this.session = session;
        String input = session.getInputNames().iterator().next();
        String output = session.getOutputNames().iterator().next();
        this.rows = Side.of(input, session.getInputInfo());
        this.results = Side.of(output, session.getOutputInfo());
    }

    @Override
    public void multiply(MemorySegment from, int count, MemorySegment to) {
        try (OnnxTensor input = rows.over(from, count); OnnxTensor output = results.over(to, count)) {
            session.run(Map.of(rows.name(), input), Set.of(), Map.<String, OnnxValue>of(results.name(), output))
                    .close();
        } catch (OrtException e) {
            throw InferenceException.ofRun("a product of " + count + " rows cannot be run", e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new InferenceException("a product cannot be freed: " + e.getMessage(), e);
        }
    }
}
