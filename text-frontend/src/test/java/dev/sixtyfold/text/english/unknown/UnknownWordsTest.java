package dev.sixtyfold.text.english.unknown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.inference.Network;
import dev.sixtyfold.inference.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnknownWordsTest {

    @TempDir
    Path directory;

    private CharacterAlphabet alphabet;
    private final List<Integer> lengths = new ArrayList<>();

    /** Says each character twice, with a separator after it. */
    private final Network echo = new Network() {
        @Override
        public List<Tensor> run(List<Tensor> inputs) {
            long[] characters = ((Tensor.Longs) inputs.getFirst()).values();
            lengths.add(characters.length);
            long[] ids = new long[3 * characters.length];
            for (int i = 0; i < characters.length; i++) {
                ids[3 * i] = characters[i];
                ids[3 * i + 1] = characters[i];
            }
            return List.of(Tensor.longs("ids", ids, 1, ids.length));
        }

        @Override
        public void close() {}
    };

    @BeforeEach
    void writeAlphabet() throws IOException {
        Path file = directory.resolve("oov.json");
        Files.writeString(file,
                "{\"in\": [\"a\", \"b\", \"e\", \"x\"], \"out\": [\"A\", \"b\", \"i\", \"(\"], \"maxlen\": 5}");
        alphabet = CharacterAlphabet.parse(file);
    }

    @Test
    void repetitionsCountOnceAndSeparatorsNotAtAll() {
        assertThat(new UnknownWords(alphabet, echo).read("abba")).contains("AbbA");
    }

    @Test
    void signsThatAreNoSoundsAreLeftOut() {
        assertThat(new UnknownWords(alphabet, echo).read("axb")).contains("Ab");
    }

    @Test
    void lettersWithAccentsAreReadAsTheirBase() {
        assertThat(new UnknownWords(alphabet, echo).read("bé")).contains("bi");
    }

    @Test
    void whatTheNetworkDoesNotKnowIsNotAsked() {
        assertThat(new UnknownWords(alphabet, echo).read("日本")).isEmpty();
        assertThat(lengths).isEmpty();
    }

    @Test
    void longWordsAreReadInEqualPiecesWithoutLosingALetter() {
        assertThat(new UnknownWords(alphabet, echo).read("ab".repeat(6))).contains("Ab".repeat(6));
        assertThat(lengths).containsExactly(4, 4, 4);
    }
}
