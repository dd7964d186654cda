package dev.sixtyfold.text.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.text.IdleLimit;
import dev.sixtyfold.text.IncrementalReader;
import dev.sixtyfold.text.ReadingOptions;
import dev.sixtyfold.text.TextFrontend;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages as people write them, each of forty lines and full of what such pages hold, and how they are read: one utterance a
 * line. Every line of both was looked at by a person.
 */
@ExtendWith(HeartVoice.class)
class PagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"news", "recipe", "readme", "law", "chat", "table"})
    void pagesAreReadAsAPersonWouldReadThem(String name, TextFrontend frontend) throws IOException {
        List<String> read = Utterances.of(frontend, page(name + ".txt")).all().stream().map(Utterance::normalized)
                .filter(spoken -> !spoken.isEmpty()).toList();

        assertThat(read).containsExactlyElementsOf(page(name + ".spoken").lines().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"news", "recipe", "readme", "law", "chat", "table"})
    void pagesThatArriveInPiecesAreReadTheSame(String name, TextFrontend frontend) throws IOException {
        String text = page(name + ".txt");
        List<Utterance> whole = Utterances.of(frontend, text).all();

        for (long seed = 1; seed <= 5; seed++) {
            Random random = new Random(seed);
            IncrementalReader reader = frontend.openIncremental(ReadingOptions.DEFAULTS, IdleLimit.NEVER);
            List<Utterance> pieces = new ArrayList<>();
            int at = 0;
            while (at < text.length()) {
                int end = Math.min(text.length(), at + 1 + random.nextInt(12));
                reader.push(text.substring(at, end));
                at = end;
                for (Optional<Utterance> next = reader.next(); next.isPresent(); next = reader.next()) {
                    pieces.add(next.get());
                }
            }
            reader.end();
            for (Optional<Utterance> next = reader.next(); next.isPresent(); next = reader.next()) {
                pieces.add(next.get());
            }
            assertThat(pieces).as("seed %d", seed).isEqualTo(whole);
        }
    }

    private static String page(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(PagesTest.class.getResourceAsStream("pages/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
