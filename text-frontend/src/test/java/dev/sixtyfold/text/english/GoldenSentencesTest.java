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

/** Ordinary prose against the reference package's phonemes. */
@ExtendWith(HeartVoice.class)
class GoldenSentencesTest {

    private static final double HIGHEST_ERROR_RATE = 0.01;

    private record Sentence(String text, String phonemes) {}

    @Test
    void proseComesOutAsTheReferenceReadsIt(TextFrontend frontend) throws IOException {
        assertReadsAs(sentences("golden-sentences.tsv"), frontend);
    }

    @Test
    void britishProseComesOutAsTheReferenceReadsIt(@British TextFrontend frontend) throws IOException {
        assertReadsAs(sentences("golden-sentences-british.tsv"), frontend);
    }

    private static void assertReadsAs(List<Sentence> sentences, TextFrontend frontend) {
        int errors = 0;
        int symbols = 0;
        List<String> differing = new ArrayList<>();
        for (Sentence sentence : sentences) {
            String read = Utterances.of(frontend, sentence.text).symbols();
            int distance = distance(sentence.phonemes, read);
            errors += distance;
            symbols += sentence.phonemes.length();
            if (distance > 0) {
                differing.add(sentence.text + "\n  expected " + sentence.phonemes + "\n  but read " + read);
            }
        }

        assertThat((double) errors / symbols).as("phoneme error rate; differing:%n%s", String.join("\n", differing))
                .isLessThanOrEqualTo(HIGHEST_ERROR_RATE);
    }

    @Test
    void everyWordKnowsWhereItStandsAndWhatItsPhonemesAre(TextFrontend frontend) throws IOException {
        for (Sentence sentence : sentences("golden-sentences.tsv")) {
            Utterances utterances = Utterances.of(frontend, sentence.text);
            String written = sentence.text.replaceAll("[.,;:!?()]", " ").strip();

            // The full stop of "Mr." is part of the word.
            assertThat(utterances.words()).extracting(word -> word.text().replace(".", ""))
                    .containsExactly(written.split("\\s+"));
            utterances.all().forEach(utterance -> {
                for (SpokenWord word : utterance.phonemes().words()) {
                    assertThat(utterance.phonemes().symbols().substring(word.symbolStart(), word.symbolEnd()))
                            .isEqualTo(word.phonemes());
                    assertThat(sentence.text.substring(word.source().start(), word.source().end()))
                            .isEqualTo(word.text());
                }
                assertThat(utterance.skipped()).isEmpty();
            });
        }
    }

    private static List<Sentence> sentences(String file) throws IOException {
        try (InputStream in = Objects
                .requireNonNull(GoldenSentencesTest.class.getResourceAsStream(file))) {
            List<Sentence> sentences = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).map(line -> line.split("\t"))
                    .map(columns -> new Sentence(columns[0], columns[1])).toList();
            assertThat(sentences).hasSizeGreaterThan(199);
            return sentences;
        }
    }

    /** Levenshtein's. */
    private static int distance(String expected, String actual) {
        int[] previous = new int[actual.length() + 1];
        for (int j = 0; j < previous.length; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= expected.length(); i++) {
            int[] current = new int[previous.length];
            current[0] = i;
            for (int j = 1; j < current.length; j++) {
                int substituted = previous[j - 1] + (expected.charAt(i - 1) == actual.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substituted, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[actual.length()];
    }
}
