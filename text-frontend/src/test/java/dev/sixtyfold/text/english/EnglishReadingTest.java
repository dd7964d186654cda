package dev.sixtyfold.text.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.speech.SkippedSpan;
import dev.sixtyfold.speech.SourceSpan;
import dev.sixtyfold.speech.SpokenWord;
import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.text.TextFrontend;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What English needs beside a lexicon. */
@ExtendWith(HeartVoice.class)
class EnglishReadingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,234                       | one thousand two hundred and thirty four
            In 1984 and 2005            | In nineteen eighty four and two thousand five
            the 1990s and 80's          | the nineteen nineties and eighty's
            3.14 or .5                  | three point one four or point five
            -5 degrees                  | minus five degrees
            1st, 22nd, 100th            | first, twenty second, one hundredth
            007                         | zero zero seven
            $5 or $1 or $5.50           | five dollars or one dollar or five dollars fifty cents
            £3.2 billion, €15, 50 USD   | three point two billion pounds, fifteen euros, fifty dollars
            50% of 3.5%                 | fifty percent of three point five percent
            9:30 a.m. or 9:05           | nine thirty AM or nine oh five
            at 7 pm, at 9:00            | at seven PM, at nine o'clock
            May 12, 1999                | May twelfth, nineteen ninety nine
            12 May 2001                 | the twelfth of May two thousand one
            Jan. 5 and 10/12/2019       | January fifth and October twelfth twenty nineteen
            2019-10-12                  | October twelfth twenty nineteen
            5 km, 1 kg, 20°C, 3 km²     | five kilometers, one kilogram, twenty degrees Celsius, three square kilometers
            100 km/h                    | one hundred kilometers per hour
            pages 10-12 and 1990–1995   | pages ten to twelve and nineteen ninety to nineteen ninety five
            ½, 3/4, 2½, 24/7            | one half, three quarters, two and a half, twenty four seven
            555-1234                    | five five five, one two three four
            a 19-year-old               | a nineteen year-old
            the B-52 and the A380       | the B fifty two and the A three eighty
            Dr. Smith of Main St. is in | Doctor Smith of Main Street is in
            St. Paul                    | Saint Paul
            vol. 3, no. 5, approx. 6    | volume three, number five, approximately six
            He said no. Then he left.   | He said no. Then he left.
            Chapter IV, Henry VIII      | Chapter four, Henry the eighth
            World War II                | World War two
            R&B, C++, #5, x = y         | R and B, C plus plus, number five, x equals y
            """)
    void expressionsAreReadInWords(String written, String spoken, TextFrontend frontend) {
        assertThat(Utterances.of(frontend, written).normalized().replace('-', ' ').replace("Dr ", "Doctor "))
                .isEqualTo(spoken.replace('-', ' '));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            I read it yesterday.           | read      | ɹˈɛd
            I will read it.                | read      | ɹˈid
            He used to sing.               | used      | jˈust
            He used a knife.               | used      | jˈuzd
            I saw the apple.               | the       | ði
            I saw the pear.                | the       | ðə
            It is time to eat.             | to        | tʊ
            It is time to go.              | to        | tə
            Come in.                       | in        | ˈɪn
            He is in town.                 | in        | ɪn
            I am here.                     | am        | ɐm
            Here I am.                     | am        | æm
            Give me a pen.                 | a         | ɐ
            Let a be 3.                    | a         | ˈA
            Now b = a                      | a         | ˈA
            It is x = a number.            | a         | ɐ
            Where a and b are equal.       | a         | ˈA
            Skating is fun.                | Skating   | skˈATɪŋ
            They blorked it.               | blorked   | blˈɔɹkt
            THIS is it.                    | THIS      | ðˈɪs
            The FBI came.                  | FBI       | ˌɛfbˌiˈI
            The U.S. is big.               | U.S.      | jˌuˈɛs
            Zyxgorf's dog barked.          | Zyxgorf's | zˈɪksɡɔɹfs
            the dogs' tails                | dogs'     | dˈɔɡz
            She'd've gone.                 | She'd've  | ʃˌidəv
            'Tis the season.               | 'Tis      | tˈɪz
            McCartney sang.                | McCartney | məkˈɑɹtni
            see www.example.com            | www.example.com | dˌʌbᵊljudˌʌbᵊljudˈʌbᵊlju dˈɑt ɪɡzˈæmpəl dˈɑt kˈɑm
            """)
    void wordsAreReadByTheirUse(String sentence, String word, String phonemes, TextFrontend frontend) {
        assertThat(Utterances.of(frontend, sentence).word(word).phonemes()).isEqualTo(phonemes);
    }

    @ParameterizedTest
    @CsvSource({"The cat sat., cat, lexicon", "The cat sat., The, function-word", "It snowed heavily., snowed, lexicon",
        "A zyxgorf came., zyxgorf, unknown-word-network", "It is 12., 12, number", "Dr. Who, Dr., abbreviation",
        "you & me, &, symbol", "The FBI came., FBI, spelled", "a ten-year plan, ten-year, compound",
        "He lived., lived, lexicon-stem"})
    void wordsSayWhatDecided(String sentence, String word, String decision, TextFrontend frontend) {
        assertThat(Utterances.of(frontend, sentence).word(word).decidedBy()).isEqualTo(decision);
    }

    @Test
    void numbersOfNotesAreSkippedWithAReason(TextFrontend frontend) {
        List<Utterance> read = Utterances.of(frontend, "The river[2] is long.12 The claim¹ is not.").all();

        assertThat(read).hasSize(2).flatExtracting(Utterance::skipped).extracting(SkippedSpan::source)
                .containsExactly(new SourceSpan(9, 12), new SourceSpan(21, 23), new SourceSpan(33, 34));
        assertThat(read).flatExtracting(Utterance::skipped).extracting(SkippedSpan::reason)
                .containsOnly("number of a footnote");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wait... what?      | wˈAt... wˌʌt?
            one (or two), no   | wˈʌn (ɔɹ tˈu), nˈO
            a fox — a dog      | ɐ fˈɑks — ɐ dˈɔɡ
            fine -- thanks     | fˈIn — θˈæŋks
            yes:no             | jˈɛs: nˈO
            conduct : the      | kˈɑndˌʌkt: ðə
            pre- and post-war  | pɹˈi ænd pˈOstwˌɔɹ
            in the U.S.        | ɪn ðə jˌuˈɛs.
            """)
    void punctuationBecomesProsody(String written, String symbols, TextFrontend frontend) {
        assertThat(Utterances.of(frontend, written).symbols()).isEqualTo(symbols);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            He came. She left.                     | 2
            Mr. J. A. Smith met Dr. Who in St. Ives. | 1
            He lives in the U.S. He likes it.      | 2
            He joined the U.S. Army in 1944.       | 1
            "Why?" he asked. "Because."            | 2
            It costs 3.50, i.e. nothing, vs. 5.    | 1
            Stop! Look... listen. Go               | 3
            """)
    void sentencesAreUtterances(String text, int count, TextFrontend frontend) {
        assertThat(Utterances.of(frontend, text).all()).hasSize(count).extracting(Utterance::phonemes)
                .allMatch(phonemes -> !phonemes.isSilent());
        assertThat(Utterances.of(frontend, text).words()).extracting(SpokenWord::source).isSortedAccordingTo(
                (a, b) -> Integer.compare(a.start(), b.start()));
    }
}
