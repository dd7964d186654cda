package dev.sixtyfold.text.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.text.TextFrontend;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures in running text, by class. */
@ExtendWith(HeartVoice.class)
class WrittenNumbersTest {

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void writtenFormsAreReadInWords(String kind, String written, String spoken, TextFrontend frontend) {
        assertThat(bare(Utterances.of(frontend, written).normalized())).isEqualTo(bare(spoken));
    }

    static Stream<Arguments> rows() throws IOException {
        try (InputStream in = Objects
                .requireNonNull(WrittenNumbersTest.class.getResourceAsStream("written-numbers.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).map(line -> Arguments.of((Object[]) line.split("\t", -1)));
        }
    }

    /** Without the marks that end a sentence: whether an abbreviation's stop is one of them is another test's matter. */
    private static String bare(String text) {
        return text.replaceAll("[.?!]", "").strip();
    }
}
