package dev.sixtyfold.voices.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sixtyfold.inference.graph.Boundary;
import dev.sixtyfold.voices.VoiceCatalogue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestReaderTest {

    private static final String SHA = "0123456789abcdef".repeat(4);
    private static final String SMALL = """
            {"id": "small",
             "traits": {"title": "Small", "summary": "For tests.", "language": "en-GB", "gender": "male"},
             "licence": {"spdx": "CC0-1.0", "attribution": "nobody", "source": "nowhere"},
             "packages": [{"registry": "pip", "name": "small-voice", "version": "1.0",
                           "wheel": "small_voice-1.0-py3-none-any.whl", "sha256": "%s",
                           "files": [{"path": "a/b.onnx", "name": "b.onnx", "bytes": 5000000000, "sha256": "%s"}]}],
             "model": {"family": "hibari", "sampleRate": 22050, "file": "b.onnx",
                       "graphs": [{"file": "one.onnx", "inputs": {"x": "in"}, "outputs": {"/y": "out"}},
                                  {"file": "two.onnx", "inputs": {"/y": "in"}, "outputs": {"z": "z"},
                                   "blocks": {"delayFrames": 3, "tailFrames": 3, "firstStateFrames": 3, "stateFrames": 6,
                                              "stateChannels": [4, 5]}}]}}
            """
            .formatted(SHA, SHA);

    private static VoiceManifest read(String json) {
        return ManifestReader.read("small.json", json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyFieldArrivesInItsRecord() {
        VoiceManifest manifest = read(SMALL);

        assertThat(manifest.id().name()).isEqualTo("small");
        assertThat(manifest.traits()).isEqualTo(new VoiceTraits("Small", "For tests.", "en-GB", List.of(),
                VoiceTraits.Gender.MALE));
        assertThat(manifest.licence()).isEqualTo(new Licence("CC0-1.0", "nobody", "nowhere"));
        assertThat(manifest.files()).containsExactly(new PackageFile("a/b.onnx", "b.onnx", 5_000_000_000L, SHA));
        assertThat(manifest.modelHash()).isEqualTo(SHA);
        assertThat(manifest.model().sampleRate()).isEqualTo(22050);
        GraphRecipe second = manifest.model().graphs().getLast();
        assertThat(second.inputs()).containsExactly(new Boundary("/y", "in"));
        assertThat(second.blocks()).isEqualTo(new GraphRecipe.Blocks(3, 3, 3, 6, List.of(4, 5)));
        assertThat(manifest.model().graphs().getFirst().blocks()).isNull();
    }

    @Test
    void anotherTextHasAnotherFingerprint() {
        assertThat(read(SMALL).fingerprint()).matches("[0-9a-f]{64}").isEqualTo(read(SMALL).fingerprint())
                .isNotEqualTo(read(SMALL + " ").fingerprint());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "id": "small",            | "id": "small", "colour": "red",   | small.json: colour: unknown field
            "title": "Small"          | "title": "Small", "age": 3        | small.json: traits.age: unknown field
            "bytes": 5000000000       | "bytes": 5000000000, "mode": 7    | packages[0].files[0].mode: unknown field
            "spdx": "CC0-1.0",        | ''                                | licence.spdx: is missing; a text is needed
            "sampleRate": 22050       | "sampleRate": "22050"             | model.sampleRate: an integer is needed
            "sampleRate": 22050       | "sampleRate": 22                  | sampleRate: 22 is not within 8000 and 192000
            "language": "en-GB"       | "language": "English, British"    | is no language tag such as en-US
            "gender": "male"          | "gender": "robot"                 | gender: "robot" is not female, male or neutral
            "registry": "pip"         | "registry": "npm"                 | registry: "npm" is not pip
            "name": "b.onnx"          | "name": "../b.onnx"               | name: "../b.onnx" does not match
            "name": "small-voice"     | "name": "--index-url"             | name: "--index-url" does not match
            "version": "1.0"          | "version": "1.0 --pre"            | version: "1.0 --pre" does not match
            "file": "b.onnx"          | "file": "c.onnx"                  | model.file c.onnx is none of the packages' files
            "file": "one.onnx"        | "file": "b.onnx"                  | two files of voice small are called b.onnx
            [4, 5]                    | []                                | blocks.stateChannels: is empty
            [4, 5]                    | [4, "5"]                          | stateChannels[1]: an integer is needed
            "id": "small",            | "id": "small", "id": "small",     | no valid JSON
            "id": "small",            | "id": small,                      | no valid JSON
            "id": "small",            | "id": true,                       | has no place in a manifest
            """)
    void whatIsWrongIsNamedWithItsPath(String right, String wrong, String message) {
        assertThat(SMALL).contains(right);
        String json = SMALL.replace(right, wrong);

        assertThatThrownBy(() -> read(json)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("small.json: ").hasMessageContaining(message);
    }

    @Test
    void aHashHasAllItsDigits() {
        assertThatThrownBy(() -> read(SMALL.replace(SHA, SHA.substring(1)))).hasMessageContaining("sha256: ")
                .hasMessageContaining("does not match [0-9a-f]{64}");
    }

    @Test
    void theBundledManifestsAreReadAndTheDefaultIsHeart() {
        VoiceManifest heart = VoiceCatalogue.bundled().voices().getFirst();

        assertThat(heart.id().name()).isEqualTo("heart");
        assertThat(heart.modelHash()).startsWith("5f70741d");
        assertThat(heart.model().graphs()).extracting(GraphRecipe::file).containsExactly("acoustic.onnx",
                "vocoder.onnx");
    }
}
