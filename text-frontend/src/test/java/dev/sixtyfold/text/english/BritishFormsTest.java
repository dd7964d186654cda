package dev.sixtyfold.text.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.text.english.normalize.Normalizer;
import dev.sixtyfold.text.english.normalize.Term;
import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Dialect;
import dev.sixtyfold.text.english.token.Tokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures as a British reader says them. */
@ExtendWith(HeartVoice.class)
class BritishFormsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void writtenFormsAreReadInWords(String kind, String written, String spoken, Path directory) {
        EnglishResources resources = EnglishResources.load(directory, Dialect.BRITISH);
        Normalizer normalizer = new Normalizer(resources.glossary(), resources.checked()::contains,
                new NumberWords(Dialect.BRITISH));
        Tokenizer tokenizer = new Tokenizer(resources.contractions());

        String read = normalizer.normalize(tokenizer.tokenize(written, 0, written.length())).stream()
                .map(BritishFormsTest::spoken).collect(Collectors.joining(" "));

        assertThat(read.replace(".", "").strip()).isEqualTo(spoken);
    }

    private static String spoken(Term term) {
        return term.isAsWritten() ? term.token().text() : String.join(" ", term.words());
    }

    static Stream<Arguments> rows() throws IOException {
        try (InputStream in = Objects
                .requireNonNull(BritishFormsTest.class.getResourceAsStream("written-forms-british.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).map(line -> Arguments.of((Object[]) line.split("\t", -1)));
        }
    }
}
