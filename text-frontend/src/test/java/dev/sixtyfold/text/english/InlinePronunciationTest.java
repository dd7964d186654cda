package dev.sixtyfold.text.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.speech.SpokenWord;
import dev.sixtyfold.text.TextFrontend;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(HeartVoice.class)
class InlinePronunciationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            Ask [Kowalczyk](/kəˈvɑltʃɪk/) now.          | Kowalczyk     | kəvˈɑlʧɪk
            [Kokoro](/kˈOkəɹO/) speaks.                 | Kokoro        | kˈOkəɹO
            In [St. John](/ˈsɪndʒən/) it rains.         | St. John      | sˈɪnʤən
            Yes (see [x](/ˈzi/)), "[y](/ˈza/)".         | x             | zˈi
            """)
    void theWordInBracketsSoundsAsTheSlashesSay(String text, String word, String phonemes, TextFrontend frontend) {
        Utterances read = Utterances.of(frontend, text);
        SpokenWord spoken = read.word(word);
        assertThat(spoken.phonemes()).isEqualTo(phonemes);
        assertThat(spoken.decidedBy()).isEqualTo("markup");
        // All of it is accounted for.
        int start = text.indexOf("[" + word);
        assertThat(spoken.source().start()).isEqualTo(start);
        assertThat(spoken.source().end()).isEqualTo(text.indexOf("/)", start) + 2);
        assertThat(read.all()).allSatisfy(utterance -> assertThat(utterance.skipped()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[here](https://example.org/kæt/)", "[guide](/docs/)", "[a](/b/c/d5/)", "[a](/ˈka",
        "](/ˈkæt/)",
        "[](/ˈkæt/)", "[a\nb](/ˈkæt/)", "[a](/ /)"})
    void otherBracketsAreNotTaken(String text, TextFrontend frontend) {
        assertThat(Utterances.of(frontend, text).words()).noneMatch(word -> word.decidedBy().equals("markup"));
    }

    @Test
    void manyOpenBracketsTakeLinearTime(TextFrontend frontend) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(frontend.open("[".repeat(500_000) + "](/".repeat(170_000)).next()).isNotNull();
            assertThat(frontend.open("[a](/ˈa".repeat(140_000)).next()).isNotNull();
        });
    }
}
