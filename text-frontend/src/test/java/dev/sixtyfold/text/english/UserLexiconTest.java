package dev.sixtyfold.text.english;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.sixtyfold.speech.SourceSpan;
import dev.sixtyfold.speech.SpokenWord;
import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.text.TextFrontend;
import dev.sixtyfold.text.lexicon.Lexicon;
import dev.sixtyfold.text.lexicon.LexiconException;
import dev.sixtyfold.text.lexicon.LexiconText;
import dev.sixtyfold.text.lexicon.Lexicons;
import dev.sixtyfold.text.lexicon.check.LexiconExamples;
import dev.sixtyfold.text.markup.MarkedText;
import dev.sixtyfold.text.ssml.SsmlReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How English follows the lexicons of users. */
@ExtendWith(HeartVoice.class)
class UserLexiconTest {

    private static final String NAMES = """
            Kowalczyk\t/kəˈvɑltʃɪk/
            St. John\t/ˈsɪndʒən/
            W3C\tWorld Wide Web Consortium
            nginx\tengine x
            record\t/ˈzu/\tnoun
            record\t/ˈzi/\tverb
            HQ\tKowalczyk house
            A1\tB1
            B1\tA1 and C1
            C1\tB1 and the HQ
            tomato\t/təˈmɑːtəʊ/
            """;

    private static Utterances read(TextFrontend frontend, String text) {
        return Utterances.of(frontend.with(Lexicons.NONE.and(List.of(lexicon(NAMES)))), text);
    }

    private static LexiconExamples.Reader reader(TextFrontend frontend) {
        return (text, lexicons) -> Utterances.of(frontend.with(lexicons), text).all();
    }

    private static Lexicon lexicon(String content) {
        return LexiconText.parse("names.tsv", "names", content);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            Call Kowalczyk now.         | Kowalczyk   | kəvˈɑlʧɪk     | lexicon names
            Kowalczyk's dog barks.      | Kowalczyk's | kəvˈɑlʧɪks    | lexicon names
            The Kowalczyks are here.    | Kowalczyks  | kəvˈɑlʧɪks    | lexicon names
            Ask St. John about it.      | St. John    | sˈɪnʤən       | lexicon names
            Play the record again.      | record      | zˈu           | lexicon names
            They record it daily.       | record      | zˈi           | lexicon names
            A tomato, please.           | tomato      | təmˈɑtO       | lexicon names
            Call Smith now.             | Smith       | smˈɪθ         | lexicon
            """)
    void aWordSoundsAsTheLexiconSays(String text, String word, String phonemes, String source, TextFrontend frontend) {
        SpokenWord spoken = read(frontend, text).word(word);
        assertThat(spoken.phonemes()).isEqualTo(phonemes);
        assertThat(spoken.decidedBy()).isEqualTo(source);
    }

    @Test
    void anAliasIsReadInItsPlace(TextFrontend frontend) {
        Utterances read = read(frontend, "The W3C uses NGINX.");
        assertThat(read.normalized()).isEqualTo("The World Wide Web Consortium uses engine x.");
        assertThat(read.words()).filteredOn(word -> word.text().equals("W3C")).isNotEmpty()
                .allSatisfy(word -> assertThat(word.decidedBy()).isEqualTo("lexicon names"));
    }

    @Test
    void anAliasIsReadWithTheLexiconTooButNeverWithItself(TextFrontend frontend) {
        Utterances read = read(frontend, "The HQ is big.");
        assertThat(read.normalized()).isEqualTo("The Kowalczyk house is big.");
        assertThat(read.symbols()).contains("kəvˈɑlʧɪk hˈWs");
        assertThat(read(frontend, "Room A1.").normalized()).contains("and the").doesNotContain("HQ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dr.Dr.Dr.", "well-Dr.x", "Dr.-Dr./Dr.s", "(Dr.)Dr."})
    void theWordsOfAnAliasLieOverNoOthers(String text, TextFrontend frontend) {
        TextFrontend own = frontend.with(Lexicons.NONE.and(List.of(lexicon("Dr.\tdoctor of letters\n"))));
        List<SpokenWord> words = Utterances.of(own, text).words();
        for (int i = 1; i < words.size(); i++) {
            SourceSpan before = words.get(i - 1).source();
            SourceSpan source = words.get(i).source();
            assertThat(source.equals(before) || source.start() >= before.end()).as("%s and %s", before, source)
                    .isTrue();
        }
        assertThat(words).filteredOn(word -> word.spoken().equals("letters")).isNotEmpty();
    }

    @Test
    void anAliasThatDoublesItselfEnds(TextFrontend frontend) {
        StringBuilder doubling = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            doubling.append("x").append(i).append('\t').append(("x" + (i + 1) + " ").repeat(20)).append('\n');
        }
        TextFrontend own = frontend.with(Lexicons.NONE.and(List.of(lexicon(doubling.toString()))));
        assertThat(Utterances.of(own, "Now x0 it is.").normalized()).hasSizeLessThan(20_000);
    }

    @Test
    void wordsThatAreNotInTheLexiconAreReadAsWithoutIt(TextFrontend frontend) {
        String text = "In 1984, Dr. Smith read 12 letters; he didn't record them. Was it $5.50?";
        TextFrontend own = frontend.with(Lexicons.NONE.and(List.of(lexicon("Kowalczyk\t/a/\n"))));
        assertThat(Utterances.of(own, text).all()).isEqualTo(Utterances.of(frontend, text).all());
    }

    /** Each part of the text around the lexicon's word is looked at by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"amp", "amp;", "nbsp", ";"})
    void aWordMayBePartOfAMark(String word, TextFrontend frontend) {
        for (String text : List.of("Salt &amp; pepper.", "Salt &nbsp; pepper.", "Salt&amp;", "Salt &nbsp;")) {
            Coverage.check(text,
                    Utterances.of(frontend.with(Lexicons.NONE.and(List.of(lexicon(word + "\tand so")))), text)
                            .all());
        }
    }

    @Test
    void whatTheTextItselfAsksForComesBeforeAllLexicons(TextFrontend frontend) {
        Utterances inline = read(frontend, "Ask [Kowalczyk](/ˈzi/) and Kowalczyk.");
        assertThat(inline.symbols()).contains("zˈi").contains("kəvˈɑlʧɪk");
        MarkedText ssml = new SsmlReader(frontend.notation(), 200).read(
                "<speak>Ask <phoneme ph='ˈzi'>Kowalczyk</phoneme> or <sub alias='him'>Kowalczyk</sub>.</speak>");
        Utterances marked = Utterances.of(frontend.with(Lexicons.NONE.and(List.of(lexicon(NAMES)))).open(ssml));
        assertThat(marked.symbols()).contains("zˈi").doesNotContain("kəvˈɑlʧɪk");
        assertThat(marked.words()).noneMatch(word -> word.decidedBy().startsWith("lexicon names"));
    }

    @Test
    void theRequestsLexiconComesFirst(TextFrontend frontend) {
        Lexicons lexicons = Lexicons.NONE.and(List.of(lexicon("Smith\t/ˈsɑ/\n")))
                .andOfRequest(lexicon("Smith\t/ˈmɑ/\n"));
        SpokenWord word = Utterances.of(frontend.with(lexicons), "Call Smith.").word("Smith");
        assertThat(word.phonemes()).isEqualTo("mˈɑ");
        assertThat(word.decidedBy()).isEqualTo("request lexicon");
    }

    @Test
    void aLexiconThatBreaksItsExamplesIsRefusedWithTheDifference(TextFrontend frontend) {
        String entries = "entries:\n  Kowalczyk: kəˈvɑltʃɪk\n  W3C: {alias: web group}\nexamples:\n";
        Lexicon good = lexicon(entries + "  - {text: Kowalczyk's W3C., spoken: Kowalczyk's web group, "
                + "words: {Kowalczyk: kəˈvɑltʃɪk}}\n  - {text: W3C., phonemes: 'ˈwɛb ˈɡɹup'}\n");
        assertThatNoException().isThrownBy(() -> LexiconExamples.require(good, reader(frontend)));
        Lexicon bad = lexicon(entries + "  - {text: Kowalczyk., words: {Kowalczyk: ˈkoʊ}}\n"
                + "  - {text: the W3C, spoken: the web}\n");
        assertThatExceptionOfType(LexiconException.class)
                .isThrownBy(() -> LexiconExamples.require(bad, reader(frontend)))
                .withMessageContaining("lexicon names").withMessageContaining("names.tsv:5:5")
                .withMessageContaining("/kəvˈɑlʧɪk/, not /kˈO/")
                .withMessageContaining("is read as \"the web group\", not \"the web\"");
    }

    @Test
    void wordsOfAnAliasThatFillsSeveralUtterancesShareItsLetters(TextFrontend frontend) {
        Lexicon endless = lexicon("COVID-19\t" + "B-52 ".repeat(99).strip());
        String text = "It is COVID-19 now.";

        List<Utterance> read = Utterances.of(frontend.with(Lexicons.NONE.and(List.of(endless))), text).all();

        assertThat(read).hasSizeGreaterThan(1);
        Coverage.check(text, read);
    }
}
