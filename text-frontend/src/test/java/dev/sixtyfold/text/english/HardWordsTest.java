package dev.sixtyfold.text.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.speech.SpokenWord;
import dev.sixtyfold.text.TextFrontend;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, brands and new words that no lexicon has, or not in that form. */
@ExtendWith(HeartVoice.class)
class HardWordsTest {

    private final TextFrontend frontend;

    HardWordsTest(TextFrontend frontend) {
        this.frontend = frontend;
    }

    private record Row(String word, String phonemes) {}

    @Test
    void are_read_as_people_say_them() throws IOException {
        List<Row> expected = rows();
        List<Row> read = new ArrayList<>();
        for (Row row : expected) {
            List<SpokenWord> words = Utterances.of(frontend, row.word).words();
            assertThat(words).as(row.word).hasSize(1);
            read.add(new Row(row.word, words.getFirst().phonemes()));
        }

        assertThat(expected).hasSizeGreaterThan(150);
        assertThat(read).containsExactlyElementsOf(expected);
    }

    /** Any name, not only those of a table. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            McFadden      | compound             | məkf
            McGovern      | compound             | məɡˈ
            MacKillop     | compound             | məkˈ
            O'Toole       | compound             | Ot
            D'Amico       | compound             | dæ
            D'Silva       | compound             | dəs
            salt'n'pepper | compound             | sˈɔltən
            counterwiggle | compound             | kˌWntəɹwˈɪ
            snoozelike    | compound             | snˈuzlˌIk
            Zyxgorf       | unknown-word-network | zˈɪks
            balistas      | unknown-word-network | b
            Crème's       | lexicon              | kɹˈɛmz
            """)
    void are_taken_apart(String word, String source, String phonemes) {
        SpokenWord read = Utterances.of(frontend, word).words().getFirst();

        assertThat(read.decidedBy()).isEqualTo(source);
        assertThat(read.phonemes()).startsWith(phonemes);
    }

    private static List<Row> rows() throws IOException {
        try (InputStream in = Objects.requireNonNull(HardWordsTest.class.getResourceAsStream("unknown-words.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).map(line -> line.split("\t"))
                    .map(columns -> new Row(columns[0], columns[1])).toList();
        }
    }
}
