package dev.sixtyfold.text.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.text.TextFrontend;
import dev.sixtyfold.text.lexicon.Lexicon;
import dev.sixtyfold.text.lexicon.LexiconText;
import dev.sixtyfold.text.lexicon.Lexicons;
import dev.sixtyfold.text.lexicon.check.LexiconExamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lexicons in docs/lexicons.md are ones. */
@ExtendWith(HeartVoice.class)
class DocumentedLexiconsTest {

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "tsv", "xml"})
    void theLexiconsInTheDocumentationHoldToTheirExamples(String form, TextFrontend frontend) throws IOException {
        String page = Files.readString(Path.of(System.getProperty("sixtyfold.root"), "docs", "lexicons.md"));
        Matcher block = Pattern.compile("```" + form + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(block.find()).isTrue();
        Lexicon lexicon = LexiconText.parse(form, form, block.group(1));
        assertThat(lexicon.examples()).isNotEmpty();
        assertThat(LexiconExamples.differences(lexicon, (text, lexicons) -> Utterances.of(frontend.with(lexicons), text)
                .all())).isEmpty();
        assertThat(
                Utterances.of(frontend.with(Lexicons.NONE.and(List.of(lexicon))), "They permit Kowalczyk.").symbols())
                .contains("pəɹmˈɪt kəvˈɑlʧɪk");
    }
}
