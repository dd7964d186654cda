package dev.sixtyfold.text.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.speech.SourceNote;
import dev.sixtyfold.speech.SpokenWord;
import dev.sixtyfold.text.TextFrontend;
import dev.sixtyfold.text.lexicon.LexiconText;
import dev.sixtyfold.text.lexicon.Lexicons;
import dev.sixtyfold.text.ssml.SsmlReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** English as the British say it, from the text to the phonemes. */
@ExtendWith(HeartVoice.class)
class BritishReadingTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            bath, bˈɑːθ
            schedule, ʃˈɛdjuːl
            tomato, təmˈɑːtQ
            lieutenant, lɛftˈɛnənt
            herb, hˈɜːb
            privacy, pɹˈɪvəsi
            leisure, lˈɛʒə
            missile, mˈɪsIl
            clerk, klˈɑːk
            better, bˈɛtə
            new, njˈuː
            lot, lˈɒt
            fire, fˈIə
            boxes, bˈɒksɪz
            waited, wˈAtɪd
            """)
    void wordsHaveTheirBritishSound(String word, String phonemes, @British TextFrontend frontend) {
        assertThat(Utterances.of(frontend, word).symbols()).isEqualTo(phonemes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It took 1,234 days.        | It took one thousand two hundred and thirty four days.
            On 3 May 1999 it rained.   | On the third of May nineteen ninety nine it rained.
            On May 3 it rained.        | On May the third it rained.
            On 3/5/1999 it rained.     | On the third of May nineteen ninety nine it rained.
            It was £2.50.              | It was two pounds fifty pence.
            It was 5 km away.          | It was five kilometres away.
            """)
    void figuresAreReadAsTheBritishSayThem(String written, String spoken, @British TextFrontend frontend) {
        assertThat(Utterances.of(frontend, written).normalized().replace('-', ' ')).isEqualTo(spoken);
    }

    @Test
    void theSameTextSoundsOtherwiseInAmerica(TextFrontend american, @British TextFrontend british) {
        String text = "The lieutenant can't bath on 3/5/1999.";

        assertThat(Utterances.of(american, text).normalized()).contains("March fifth");
        assertThat(Utterances.of(british, text).normalized()).contains("the third of May");
        assertThat(Utterances.of(american, text).symbols()).contains("lutˈɛnənt").doesNotContain("ː");
        assertThat(Utterances.of(british, text).symbols()).contains("lɛftˈɛnənt", "kˈɑːnt");
    }

    @Test
    void theLastLetterIsZed(@British TextFrontend frontend) {
        assertThat(Utterances.of(frontend, "The letter Z is the last.").word("Z").phonemes()).isEqualTo("zˈɛd");
        assertThat(Utterances.of(frontend, "The NZB is here.").word("NZB").phonemes()).isEqualTo("ˌɛnzˌɛdbˈiː");
    }

    /** By another network than the American one, whose sounds it does not have. */
    @Test
    void unknownWordsAreGuessedInBritishSounds(@British TextFrontend frontend) {
        assertThat(Utterances.of(frontend, "Blorptonware").word("Blorptonware").phonemes()).isNotEmpty()
                .doesNotContainPattern("[OæɾᵻT]");
    }

    @Test
    void shortWordsHaveTheLongVowelsOfTheDialect(@British TextFrontend frontend) {
        Utterances read = Utterances.of(frontend, "She used to sing, and used what she had to.");

        assertThat(read.words()).extracting(SpokenWord::phonemes).contains("jˈuːst", "jˈuːzd", "tə", "tuː");
    }

    @Test
    void homographsHaveTheirBritishSenses(@British TextFrontend frontend) {
        assertThat(Utterances.of(frontend, "She plays the bass guitar.").word("bass").phonemes()).isEqualTo("bˈAs");
        assertThat(Utterances.of(frontend, "I read it yesterday.").word("read").phonemes()).isEqualTo("ɹˈɛd");
        assertThat(Utterances.of(frontend, "I will read it.").word("read").phonemes()).isEqualTo("ɹˈiːd");
    }

    @Test
    void pronunciationsThatAreGivenBecomeBritish(@British TextFrontend frontend) {
        Lexicons lexicons = Lexicons.NONE.and(List.of(LexiconText.parse("names", "names.tsv", "Lotty\t/ˈlɑɾi/\n")));

        assertThat(Utterances.of(frontend, "Ask [Otto](/ˈɑɾoʊ/).").word("Otto").phonemes()).isEqualTo("ˈɑːtQ");
        assertThat(Utterances.of(frontend.with(lexicons), "Lotty's cat").word("Lotty's").phonemes())
                .isEqualTo("lˈɑːtiz");
    }

    @Test
    void ofOtherLanguagesTheAmericanOneIsNoted(@British TextFrontend frontend) {
        SsmlReader ssml = new SsmlReader(frontend.notation(), 200);
        Utterances read = Utterances
                .of(frontend.open(ssml.read("<speak xml:lang='en-GB'>Say <lang xml:lang='en-US'>bath"
                        + "</lang>, <phoneme ph='bæθ'>bath</phoneme>.</speak>")));

        assertThat(read.all().getFirst().notes()).extracting(SourceNote::text)
                .containsExactly("an English that the voice does not speak: read as en-GB");
        assertThat(read.symbols()).contains("bˈɑːθ", "baθ");
    }
}
