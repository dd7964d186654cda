package dev.sixtyfold.inference;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.onnxruntime.engine.OrtNDArray;
import ai.djl.training.ParameterStore;
import ai.onnxruntime.OnnxTensor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.Buffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** A session of ONNX Runtime. */
final class OrtNetwork implements Network {

    private static final long ALIGNMENT = 64;

    private final String name;
    private final Model model;
    private final Block block;
    private final ParameterStore noParameters;

    OrtNetwork(String name, Model model) {
        this.name = name;
        this.model = model;
        this.block = model.getBlock();
        this.noParameters = new ParameterStore(model.getNDManager(), false);
    }

    @Override
    public List<Tensor> run(List<Tensor> inputs) {
        // Native memory of one run, freed at its end rather than when the collector gets round to it.
        try (Arena arena = Arena.ofConfined(); NDManager manager = model.getNDManager().newSubManager()) {
            NDList arguments = new NDList(inputs.size());
            for (Tensor input : inputs) {
                arguments.add(toArray(input, arena, manager));
            }
            try (NDList results = block.forward(noParameters, arguments, false)) {
                List<Tensor> outputs = new ArrayList<>(results.size());
                for (NDArray result : results) {
                    outputs.add(toTensor((OrtNDArray) result));
                }
                return outputs;
            }
        } catch (InferenceException e) {
            throw e;
        } catch (RuntimeException e) {
            throw InferenceException.ofRun(name + " cannot be run", e);
        }
    }

    private static NDArray toArray(Tensor tensor, Arena arena, NDManager manager) {
        NDArray array = switch (tensor) {
            case Tensor.Floats floats -> {
                MemorySegment memory = arena.allocate(4L * Math.max(1, floats.values().length), ALIGNMENT);
                MemorySegment.copy(floats.values(), 0, memory, ValueLayout.JAVA_FLOAT, 0, floats.values().length);
                yield manager.create(floatsOf(memory, floats.values().length), new Shape(floats.shape()),
                        DataType.FLOAT32);
            }
            case Tensor.Longs longs -> {
                MemorySegment memory = arena.allocate(8L * Math.max(1, longs.values().length), ALIGNMENT);
                MemorySegment.copy(longs.values(), 0, memory, ValueLayout.JAVA_LONG, 0, longs.values().length);
                yield manager.create(longsOf(memory, longs.values().length), new Shape(longs.shape()), DataType.INT64);
            }
        };
        array.setName(tensor.name());
        return array;
    }

    private static Buffer floatsOf(MemorySegment memory, int length) {
        return memory.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer().limit(length);
    }

    private static Buffer longsOf(MemorySegment memory, int length) {
        return memory.asByteBuffer().order(ByteOrder.nativeOrder()).asLongBuffer().limit(length);
    }

    private Tensor toTensor(OrtNDArray array) {
        OnnxTensor tensor = array.getTensor();
        long[] shape = tensor.getInfo().getShape();
        return switch (tensor.getInfo().type) {
            case FLOAT -> new Tensor.Floats(array.getName(), shape, tensor.getFloatBuffer().array());
            case INT64 -> new Tensor.Longs(array.getName(), shape, tensor.getLongBuffer().array());
            default -> throw new InferenceException(name + ": output " + array.getName() + " is of type "
                    + tensor.getInfo().type + "; only float and int64 are handed out");
        };
    }

    @Override
    public void close() {
        model.close();
    }
}
