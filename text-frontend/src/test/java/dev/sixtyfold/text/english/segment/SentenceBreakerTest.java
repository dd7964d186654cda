package dev.sixtyfold.text.english.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SentenceBreakerTest {

    private final SentenceBreaker breaker = new SentenceBreaker();

    static Stream<Arguments> rows() {
        return lines().map(line -> Arguments.of(line.split("\t", 2)[0], line.split("\t", 2)[1]));
    }

    /** Rows of {@code sentences.tsv} without its comments. */
    static Stream<String> lines() {
        try (InputStream stream = Objects
                .requireNonNull(SentenceBreakerTest.class.getResourceAsStream("sentences.tsv"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void sentencesEndWhereAReaderWouldEndThem(String kind, String row) {
        String written = row.replace("\\n", "\n").replace("\\r", "\r");
        List<String> expected = Stream.of(written.split("\\|")).map(String::strip).toList();

        assertThat(sentences(written.replace("|", ""))).as(kind).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            One. Two.                         | SENTENCE, TEXT
            One.\\n\\nTwo.                    | PARAGRAPH, TEXT
            Heading\\nThe text begins here.   | LINE, TEXT
            Heading\\n\\nThe text begins.     | PARAGRAPH, TEXT
            - one\\n- two\\n                  | LINE, TEXT
            1. Mix well.\\n2. Bake.           | LINE, TEXT
            One.\\nTwo.\\n\\n\\nThree.        | LINE, PARAGRAPH, TEXT
            """)
    void theBoundarySaysWhatEnds(String written, String boundaries) {
        List<Boundary> found = new ArrayList<>();
        split(written.replace("\\n", "\n"), (sentence, boundary) -> found.add(boundary));

        assertThat(found).extracting(Boundary::name).containsExactly(boundaries.split(", "));
    }

    @Test
    void anEndIsOnlyGivenWhenNoContinuationCouldMoveIt() {
        lines().map(line -> line.split("\t", 2)[1].replace("\\n", "\n").replace("|", "")).forEach(text -> {
            Sentence whole = breaker.next(text, 0, true).orElseThrow();
            for (int length = 1; length <= text.length(); length++) {
                Optional<Sentence> early = breaker.next(text.substring(0, length), 0, false);
                if (early.isPresent()) {
                    assertThat(early.get()).as(text.substring(0, length)).isEqualTo(whole);
                }
            }
        });
    }

    @Test
    void aTextWithoutAnyEndIsCutBetweenItsWords() {
        List<String> sentences = sentences("word ".repeat(1000));

        assertThat(sentences).allMatch(sentence -> sentence.length() <= SentenceBreaker.LONGEST_SENTENCE
                && sentence.endsWith("word"));
        assertThat(String.join(" ", sentences)).isEqualTo("word ".repeat(1000).strip());
    }

    private List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        split(text, (sentence, boundary) -> sentences.add(sentence.strip()));
        return sentences;
    }

    private void split(String text, BiConsumer<String, Boundary> each) {
        int at = 0;
        while (at < text.length()) {
            if (SentenceBreaker.isSpace(text.charAt(at))) {
                at++;
                continue;
            }
            Sentence sentence = breaker.next(text, at, true).orElseThrow();
            each.accept(text.substring(at, sentence.end()), sentence.boundary());
            at = sentence.end();
        }
    }
}
