package dev.sixtyfold.text.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.text.TextFrontend;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Lines full of numbers, dates and abbreviations, and how they are said. The same lines, spoken and heard by a recogniser,
 * give the word error rate of {@code docs/performance.md}.
 */
@ExtendWith(HeartVoice.class)
class SpokenLinesTest {

    /** Of sixty. */
    private static final int DIFFERENCES_ALLOWED = 3;

    private final TextFrontend frontend;

    SpokenLinesTest(TextFrontend frontend) {
        this.frontend = frontend;
    }

    @Test
    void linesAreSaidAsACarefulReaderSaysThem() {
        List<String> differences = new ArrayList<>();
        List<String> lines = lines();
        for (String line : lines) {
            String[] forms = line.split("\t", -1);
            String said = said(Utterances.of(frontend, forms[0]).normalized());
            if (!said.equals(said(forms[1]))) {
                differences.add(forms[0] + " -> " + said);
            }
        }

        assertThat(lines).hasSize(60);
        assertThat(differences).hasSizeLessThanOrEqualTo(DIFFERENCES_ALLOWED);
    }

    /** Words alone; initials together or apart and an "and" within a number are a matter of writing. */
    private static String said(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9']", " ").strip().split(" +", -1)) {
            boolean initials = word.length() == 1 && !words.isEmpty() && words.getLast().startsWith("·");
            if (initials) {
                words.add(words.removeLast() + word);
            } else if (!word.equals("and")) {
                words.add(word.length() == 1 ? "·" + word : word);
            }
        }
        return String.join(" ", words).replace("·", "");
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(
                SpokenLinesTest.class.getResourceAsStream("spoken-lines.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
