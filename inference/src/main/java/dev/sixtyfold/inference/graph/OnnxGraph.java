package dev.sixtyfold.inference.graph;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.sixtyfold.inference.InferenceException;
import dev.sixtyfold.inference.graph.onnx.ModelProto;
import dev.sixtyfold.inference.graph.onnx.TensorProto;
import dev.sixtyfold.inference.graph.onnx.ValueInfoProto;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An ONNX model, immutable. What this project has no name for (weights of rare types, functions, metadata) is kept as it
 * was read.
 */
public final class OnnxGraph {

    private static final int EXTERNAL = 1;

    private final ModelProto model;

    OnnxGraph(ModelProto model) {
        this.model = model;
    }

    /**
     * Reads a model whole, weights included.
     *
     * @throws InferenceException
     *             if the file cannot be read, is no ONNX model, is cut short, or keeps its weights in other files
     */
    public static OnnxGraph read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new InferenceException(file + ": there is no such file", e);
        } catch (IOException e) {
            throw new InferenceException(file + ": cannot be read: " + e.getMessage(), e);
        }
        ModelProto model;
        try {
            model = ModelProto.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new InferenceException(file + ": not an ONNX model, or cut short (" + bytes.length + " bytes)", e);
        }
        // Protobuf takes many files for a message of unknown fields, and one that ends between two fields for a whole one.
        if (!model.hasIrVersion() || model.getGraph().getNodeCount() == 0 || model.getGraph().getOutputCount() == 0
                || model.getOpsetImportCount() == 0) {
            throw new InferenceException(
                    file + ": not an ONNX model, or cut short: it lacks a version, nodes, outputs or"
                            + " an operator set");
        }
        for (TensorProto weight : model.getGraph().getInitializerList()) {
            if (weight.getDataLocation() == EXTERNAL) {
                throw new InferenceException(file + ": keeps weights such as " + weight.getName()
                        + " in other files; a model with its weights inside is needed");
            }
        }
        return new OnnxGraph(withoutDefaultInputs(model));
    }

    /** Old models list their weights among the inputs; since version 4 of the format they need not be. */
    private static ModelProto withoutDefaultInputs(ModelProto model) {
        Set<String> weights = new HashSet<>();
        model.getGraph().getInitializerList().forEach(weight -> weights.add(weight.getName()));
        ModelProto.Builder plain = model.toBuilder().setIrVersion(Math.max(4, model.getIrVersion()));
        plain.getGraphBuilder().clearInput().addAllInput(model.getGraph().getInputList().stream()
                .filter(input -> !weights.contains(input.getName())).toList());
        return plain.build();
    }

    /**
     * Writes the model. The file appears whole or not at all, and replaces one of the same name.
     *
     * @throws InferenceException
     *             if it cannot be written
     */
    public void write(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            throw new InferenceException(file + ": is no name for a file");
        }
        try {
            // Not a temporary file of the JDK's: only its owner could read that.
            Path unfinished = directory.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE)) {
                    ByteBuffer bytes = ByteBuffer.wrap(model.toByteArray());
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                    channel.force(true);
                }
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new InferenceException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    /** The model as a file would hold it. */
    public byte[] bytes() {
        return model.toByteArray();
    }

    /** Names of the tensors that a run must be given, in the graph's order. */
    public List<String> inputs() {
        return model.getGraph().getInputList().stream().map(ValueInfoProto::getName).toList();
    }

    /** Names of the tensors that a run yields, in the graph's order. */
    public List<String> outputs() {
        return model.getGraph().getOutputList().stream().map(ValueInfoProto::getName).toList();
    }

    /** How many operations the graph has. */
    public int nodeCount() {
        return model.getGraph().getNodeCount();
    }

    /** The graph's constants by name. */
    public Map<String, Weight> weights() {
        return model.getGraph().getInitializerList().stream()
                .collect(Collectors.toUnmodifiableMap(TensorProto::getName, Weight::new));
    }

    ModelProto model() {
        return model;
    }
}
