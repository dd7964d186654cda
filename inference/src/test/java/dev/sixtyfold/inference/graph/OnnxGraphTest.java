package dev.sixtyfold.inference.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import dev.sixtyfold.inference.InferenceException;
import dev.sixtyfold.inference.graph.onnx.ModelProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxGraphTest {

    @TempDir
    Path directory;

    private static OnnxGraph small() {
        return new GraphSketch().input("x", "N", 2, "n").output("y", "N", 2, "n").weight("w", 1, 2, 1)
                .operation("Mul", "y", List.of("x", "w")).build();
    }

    @Test
    void aGraphThatWasWrittenReadsTheSame() {
        Path file = directory.resolve("graph.onnx");
        small().write(file);

        OnnxGraph read = OnnxGraph.read(file);

        assertThat(read.model()).isEqualTo(small().model());
        assertThat(read.inputs()).containsExactly("x");
        assertThat(read.outputs()).containsExactly("y");
        assertThat(read.nodeCount()).isEqualTo(1);
    }

    @Test
    void fieldsThatTheSchemaDoesNotNameSurvive() {
        UnknownFieldSet metadata = UnknownFieldSet.newBuilder()
                .addField(14, UnknownFieldSet.Field.newBuilder()
                        .addLengthDelimited(ByteString.copyFromUtf8("\n\3key\22\5value")).build())
                .build();
        ModelProto model = small().model().toBuilder().setUnknownFields(metadata).build();
        Path file = directory.resolve("graph.onnx");
        new OnnxGraph(model).write(file);

        assertThat(OnnxGraph.read(file).model().getUnknownFields()).isEqualTo(metadata);
    }

    @Test
    void writingReplacesAFileAndLeavesNothingBeside() throws IOException {
        Path file = directory.resolve("graph.onnx");
        Files.writeString(file, "something else");

        small().write(file);

        assertThat(OnnxGraph.read(file).nodeCount()).isEqualTo(1);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void weightsListedAmongTheInputsAreNoInputs() {
        GraphSketch sketch = new GraphSketch().input("x", "N", 2, "n").input("w", 2, 1).output("y", "N", 2, "n")
                .weight("w", 1, 2, 1).operation("Mul", "y", List.of("x", "w"));
        Path file = directory.resolve("graph.onnx");
        new OnnxGraph(sketch.build().model().toBuilder().setIrVersion(3).build()).write(file);

        assertThat(OnnxGraph.read(file).inputs()).containsExactly("x");
    }

    @Test
    void aTruncatedFileIsNamedWhereverItEnds() throws IOException {
        Path file = directory.resolve("cut-short.onnx");
        byte[] whole = small().model().toByteArray();
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> OnnxGraph.read(file)).as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(InferenceException.class).hasMessageContaining("cut-short.onnx")
                    .hasMessageContaining("cut short");
        }
    }

    @Test
    void aFileOfAnotherKindIsNoModel() throws IOException {
        Path file = directory.resolve("notes.txt");
        Files.writeString(file, "not a model at all");

        assertThatThrownBy(() -> OnnxGraph.read(file)).isInstanceOf(InferenceException.class)
                .hasMessageContaining("notes.txt").hasMessageContaining("not an ONNX model");
        assertThatThrownBy(() -> OnnxGraph.read(directory.resolve("nowhere.onnx")))
                .hasMessageContaining("nowhere.onnx: there is no such file");
    }

    @Test
    void weightsInOtherFilesAreRefused() {
        ModelProto.Builder model = small().model().toBuilder();
        model.getGraphBuilder().getInitializerBuilder(0).setDataLocation(1);
        Path file = directory.resolve("graph.onnx");
        new OnnxGraph(model.build()).write(file);

        assertThatThrownBy(() -> OnnxGraph.read(file)).isInstanceOf(InferenceException.class)
                .hasMessageContaining("such as w in other files");
    }

    @Test
    void aFolderThatIsNotThereIsNamedOnWriting() {
        assertThatThrownBy(() -> small().write(directory.resolve("missing/graph.onnx")))
                .isInstanceOf(InferenceException.class).hasMessageContaining("graph.onnx: cannot be written");
    }
}
