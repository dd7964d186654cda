package dev.sixtyfold.text.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.text.TextFrontend;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people write that is neither prose nor a number: a table of forms, each by itself or in a few words. */
@ExtendWith(HeartVoice.class)
class WrittenFormsTest {

    @Test
    void formsAreReadInWords(TextFrontend frontend) throws IOException {
        assertThat(differing(frontend, "written-forms.tsv")).isEmpty();
    }

    @Test
    void everydayFormsAreReadInBritishWords(@British TextFrontend frontend) throws IOException {
        assertThat(differing(frontend, "everyday-forms-british.tsv")).isEmpty();
    }

    private static List<String> differing(TextFrontend frontend, String resource) throws IOException {
        List<String> differing = new ArrayList<>();
        for (String[] row : rows(resource)) {
            String read = Utterances.of(frontend, row[1]).normalized();
            if (!bare(read).equals(bare(row[2]))) {
                differing.add(row[0] + ": " + row[1] + "\n  expected " + row[2] + "\n  but read " + read);
            }
        }
        return differing;
    }

    @Test
    void whatIsReadComesWithPhonemes(TextFrontend frontend) throws IOException {
        for (String[] row : rows("written-forms.tsv")) {
            assertThat(Utterances.of(frontend, row[1]).words()).as(row[1]).isNotEmpty()
                    .allMatch(word -> !word.phonemes().isBlank());
        }
    }

    private static List<String[]> rows(String resource) throws IOException {
        try (InputStream in = Objects
                .requireNonNull(WrittenFormsTest.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1)).toList();
        }
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}\\s]", " ").strip().replaceAll("\\s+",
                " ");
    }
}
