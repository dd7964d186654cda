package dev.sixtyfold.voices.install;

import com.google.protobuf.ByteString;
import dev.sixtyfold.inference.graph.onnx.AttributeProto;
import dev.sixtyfold.inference.graph.onnx.GraphProto;
import dev.sixtyfold.inference.graph.onnx.ModelProto;
import dev.sixtyfold.inference.graph.onnx.NodeProto;
import dev.sixtyfold.inference.graph.onnx.OperatorSetIdProto;
import dev.sixtyfold.inference.graph.onnx.TensorProto;
import dev.sixtyfold.inference.graph.onnx.ValueInfoProto;
import dev.sixtyfold.voices.manifest.ManifestReader;
import dev.sixtyfold.voices.manifest.PackageFile;
import dev.sixtyfold.voices.manifest.VoiceManifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A voice of a few hundred bytes: its wheel, the same in every process, and the JSON of its manifest. */
record SmallVoice(ByteString wheel, String json) {

    private static final String WHEEL = "small_voice-1.0-py3-none-any.whl";

    static SmallVoice make() {
        byte[] model = model();
        byte[] words = "yes\nno\n".getBytes(StandardCharsets.UTF_8);
        ByteString wheel = zip(model, words);
        return new SmallVoice(wheel,
                """
                        {"id": "small",
                         "traits": {"title": "Small", "summary": "For tests.", "language": "en-US", "gender": "neutral"},
                         "licence": {"spdx": "CC0-1.0", "attribution": "Made for tests", "source": "here"},
                         "packages": [{"registry": "pip", "name": "small-voice", "version": "1.0", "wheel": "%s", "sha256": "%s",
                           "files": [{"path": "small/model.onnx", "name": "model.onnx", "bytes": %d, "sha256": "%s"},
                                     {"path": "small/words.txt", "name": "words.txt", "bytes": %d, "sha256": "%s"}]}],
                         "model": {"family": "hibari", "sampleRate": 24000, "file": "model.onnx",
                           "graphs": [{"file": "acoustic.onnx", "inputs": {"x": "ids"}, "outputs": {"middle": "hidden"}},
                                      {"file": "vocoder.onnx", "inputs": {"middle": "hidden"}, "outputs": {"y": "spectrum"},
                                       "blocks": {"delayFrames": 1, "tailFrames": 1, "firstStateFrames": 1, "stateFrames": 2,
                                                  "stateChannels": [2]}}]}}
                        """
                        .formatted(WHEEL, sha256(wheel.toByteArray()), model.length, sha256(model), words.length,
                                sha256(words)));
    }

    VoiceManifest manifest() {
        return ManifestReader.read("small.json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** The same voice with a part of its manifest replaced. */
    SmallVoice with(String part, String replacement) {
        if (!json.contains(part)) {
            throw new IllegalArgumentException("the manifest has no " + part);
        }
        return new SmallVoice(wheel, json.replace(part, replacement));
    }

    PackageFile file(String name) {
        return manifest().files().stream().filter(file -> file.name().equals(name)).findFirst().orElseThrow();
    }

    /** What a fetcher does when all is well. */
    Path putWheelInto(Path directory) throws IOException {
        return Files.write(directory.resolve(WHEEL), wheel.toByteArray());
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code x -> Tanh -> middle -> convolution of kernel 3 -> y}, two channels. */
    private static byte[] model() {
        NodeProto tanh = NodeProto.newBuilder().setOpType("Tanh").addInput("x").addOutput("middle").build();
        NodeProto convolution = NodeProto.newBuilder().setOpType("Conv").addInput("middle").addInput("w").addOutput("y")
                .addAttribute(AttributeProto.newBuilder().setName("pads").setType(7).addAllInts(List.of(1L, 1L)))
                .build();
        TensorProto weights = TensorProto.newBuilder().setName("w").setDataType(1).addAllDims(List.of(2L, 2L, 3L))
                .setRawData(ByteString.copyFrom(new byte[2 * 2 * 3 * Float.BYTES])).build();
        GraphProto graph = GraphProto.newBuilder().setName("small").addNode(tanh).addNode(convolution)
                .addInitializer(weights).addInput(ValueInfoProto.newBuilder().setName("x"))
                .addOutput(ValueInfoProto.newBuilder().setName("y")).build();
        return ModelProto.newBuilder().setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17)).setGraph(graph).build().toByteArray();
    }

    private static ByteString zip(byte[] model, byte[] words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, "small/model.onnx", model);
            add(zip, "small/words.txt", words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteString.copyFrom(bytes.toByteArray());
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
