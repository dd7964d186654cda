package dev.sixtyfold.text.english;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sixtyfold.inference.Network;
import dev.sixtyfold.inference.Tensor;
import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.text.english.reading.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Loading the data files, with and without their compiled form. */
@ExtendWith(HeartVoice.class)
class EnglishResourcesTest {

    private static final List<String> FILES = List.of("lexicon_us_gold.json.gz", "lexicon_us_silver.json.gz",
            "tagger.json.gz", "oov.json", "normalize.json", "tokenizer_exceptions.json");
    private static final String TEXT = "Prof. Smith didn't read the 2 books, he used to say.";

    @TempDir
    Path directory;

    /** No word of the test's text is unknown. */
    private static final class NoNetwork implements Network {
        @Override
        public List<Tensor> run(List<Tensor> inputs) {
            throw new AssertionError("asked for a word that the lexicon has");
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void copyDataFiles(Path voice) throws IOException {
        for (String file : FILES) {
            Files.copy(voice.resolve(file), directory.resolve(file));
        }
    }

    private String read() {
        return Utterances.of(EnglishFrontend.load(directory, Dialect.AMERICAN, new NoNetwork()), TEXT).symbols();
    }

    private Path compiled() {
        return directory.resolve(EnglishFiles.of(Dialect.AMERICAN).tables());
    }

    @Test
    void theDataOfAnotherDialectIsNotTouched() {
        read(); // there are no British files in the directory

        assertThat(directory.resolve(EnglishFiles.of(Dialect.BRITISH).tables())).doesNotExist();
        assertThatThrownBy(() -> EnglishFrontend.load(directory, Dialect.BRITISH, new NoNetwork()))
                .isInstanceOf(SynthesisException.VoiceUnavailable.class)
                .hasMessageContaining("lexicon_gb_gold.json.gz");
    }

    @Test
    void theCompiledFormReadsTheSame() throws IOException {
        String parsed = read();
        byte[] compiled = Files.readAllBytes(compiled());

        assertThat(read()).isEqualTo(parsed).isEqualTo("pɹəfˈɛsəɹ smˈɪθ dˈɪdᵊnt ɹˈid ðə tˈu bˈʊks, hi jˈust tə sˈA.");
        assertThat(Files.readAllBytes(compiled())).isEqualTo(compiled);
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(FILES.size() + 1);
        }
    }

    @Test
    void aDamagedCompiledFormIsMadeAnew() throws IOException {
        String parsed = read();
        byte[] whole = Files.readAllBytes(compiled());
        byte[] damaged = whole.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(compiled(), damaged);

        assertThat(read()).isEqualTo(parsed);
        assertThat(Files.readAllBytes(compiled())).isEqualTo(whole);
    }

    @Test
    void aChangedDataFileIsSeen() throws IOException {
        read();
        Path glossary = directory.resolve("normalize.json");
        String table = Files.readString(glossary);
        Files.writeString(glossary, table.replace("\"Prof\": \"Professor\"", "\"Prof\": \"Me\""));

        assertThat(Files.readString(glossary)).isNotEqualTo(table);
        assertThat(read()).startsWith("mˌi smˈɪθ");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(directory.resolve("tagger.json.gz"));

        assertThatThrownBy(this::read).isInstanceOf(SynthesisException.VoiceUnavailable.class)
                .hasMessageContaining("tagger.json.gz").hasMessageContaining("not completely installed");
    }

    @Test
    void aDamagedFileIsNamedWithThePlace() throws IOException {
        Files.writeString(directory.resolve("oov.json"), "{\"in\": [\"a\", 5]}");

        assertThatThrownBy(this::read).isInstanceOf(SynthesisException.VoiceUnavailable.class)
                .hasMessageContaining("oov.json").hasMessageContaining("VALUE_NUMBER_INT");
        assertThat(compiled()).doesNotExist();
    }

    @Test
    void aFileThatEndsInTheMiddleIsNamed() throws IOException {
        Path tagger = directory.resolve("tagger.json.gz");
        byte[] content = Files.readAllBytes(tagger);
        Files.write(tagger, java.util.Arrays.copyOf(content, content.length / 2));

        assertThatThrownBy(this::read).isInstanceOf(SynthesisException.VoiceUnavailable.class)
                .hasMessageContaining("tagger.json.gz");
    }
}
