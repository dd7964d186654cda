package dev.sixtyfold.text.alphabet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneticAlphabetTest {

    private static final String LEXICON_SYMBOLS = "AIOQWYaiuæɐɑɒɔəɛɜɪʊʌᵊᵻbdfhjklmnpstvwzðŋɡɹɾʃʒʤʧθʔˈˌː ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ˈkæt            | kˈæt
            /ˈskwɛəɹ/       | skwˈɛːɹ
            [təˈmeɪ.toʊ]    | təmˈAtO
            təˈmɑːtəʊ       | təmˈɑːtO
            t͡ʃɜːt͡ʃ          | ʧɜːʧ
            ˈdʒʌdʒ          | ʤˈʌʤ
            ˈd͡ʒʌd͜ʒ          | ʤˈʌʤ
            ˈbɝd            | bˈɜɹd
            ˈbʌtɚ           | bˈʌtəɹ
            ˈbʌɾə˞          | bˈʌɾəɹ
            ˈlɪtl̩           | lˈɪtᵊl
            ˈbʌtn̩           | bˈʌtᵊn
            ɡʊd             | ɡʊd
            gʊd             | ɡʊd
            'haʊs,bɔɪ       | hˈWsbˌY
            ˌɪntəˈneɪʃənəl  | ˌɪntənˈAʃənəl
            na.iv           | naiv
            naiv            | nIv
            maja            | maja
            kraj            | kɹI
            ˈpʰɪn           | pˈɪn
            kʰæ̃n            | kæn
            bɔ̃              | bɔn
            ˈkʰæ̃t           | kˈænt
            kəˈvaltʃɨk      | kəvˈalʧᵻk
            ˈbax            | bˈak
            xoˈse           | hOsˈA
            ˈniɲo           | nˈinjO
            ˈpeɾo           | pˈɛɾO
            ˈtɾes           | tɹˈɛs
            ˈɡøːtə          | ɡˈɜːtə
            ˈmyːlɐ          | mˈuːlɐ
            ˈfyːʁɐ          | fˈuːɹɐ
            hɑˈwɑiʔi        | hɑwˈIi
            ˈsæn ˌfɹænˈsɪskoʊ | sˈæn fɹˌænsˈɪskO
            kˈOkəɹO         | kˈOkəɹO
            mˈɪsɑki         | mˈɪsɑki
            wˈɔTəɹ          | wˈɔɾəɹ
            ˈjʊ̯an           | jˈʊan
            ˈbʌt(ə)n        | bˈʌtən
            """)
    void ipaIsReadHoweverItIsWritten(String written, String expected) {
        assertThat(PhoneticAlphabet.IPA.read(written)).isEqualTo(expected);
        assertThat(PhoneticAlphabet.IPA.read(Normalizer.normalize(written, Normalizer.Form.NFD))).isEqualTo(expected);
        assertThat(PhoneticAlphabet.IPA.read(Normalizer.normalize(written, Normalizer.Form.NFC))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            "k{t            | ˈkæt
            t@"meItoU       | təˈmeɪtoʊ
            "tSE@`          | ˈtʃɛɚ
            t_S3:t_S        | t͡ʃɜːt͡ʃ
            dZVdZ           | dʒʌdʒ
            %Int@"neIS@n@l  | ˌɪntəˈneɪʃənəl
            "b3`d           | ˈbɝd
            "lItl=          | ˈlɪtl̩
            "p_hIn          | ˈpʰɪn
            bO~             | bɔ̃
            "g2:t@          | ˈɡøːtə
            "niJo           | ˈniɲo
            r\\@"v{nZ       | ɹəˈvænʒ
            k@."va.ltS1k    | kə.ˈva.ltʃɨk
            """)
    void xSampaIsTheSameInAscii(String written, String ipa) {
        assertThat(PhoneticAlphabet.X_SAMPA.read(written.replace("\\\\", "\\")))
                .isEqualTo(PhoneticAlphabet.IPA.read(ipa));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tˈumɑːtQ  | tˈumɑtO  | tˈuːmɑːtQ
            bɜːd      | bɜɹd     | bɜːd
            hˈɜɹi     | hˈɜɹi    | hˈɜːɹi
            kˈɑɹ      | kˈɑɹ     | kˈɑː
            skwˈɛːɹ   | skwˈɛɹ   | skwˈɛː
            skwˈɛː    | skwˈɛɹ   | skwˈɛː
            nˈɪɹ      | nˈɪɹ     | nˈɪə
            bˈʌɾəɹ    | bˈʌɾəɹ   | bˈʌtə
            kˈɒmə     | kˈɑmə    | kˈɒmə
            kˈæt      | kˈæt     | kˈat
            """)
    void eachAccentHasItsOwnVowels(String phonemes, String american, String british) {
        assertThat(Accent.AMERICAN.adapt(phonemes)).isEqualTo(american);
        assertThat(Accent.BRITISH.adapt(phonemes)).isEqualTo(british);
    }

    @Test
    void everySymbolOfTheTablesIsInTheNotationOfTheLexicons() {
        for (char c = 'a'; c < 0x2000; c++) {
            String symbol = String.valueOf(c);
            if (IpaSounds.sound(symbol).isPresent()) {
                for (String written : new String[]{symbol, symbol + "a", "a" + symbol, symbol + "t",
                    "ˈt" + symbol + "n"}) {
                    try {
                        assertThat(PhoneticAlphabet.IPA.read(written)).matches("[" + LEXICON_SYMBOLS + "]+");
                    } catch (UnreadablePhonemesException e) {
                        assertThat(e).as(written).hasMessageContaining("no sound");
                    }
                }
            }
        }
    }

    @Test
    void aSymbolThatCannotBeReadIsNamedWithItsPlace() {
        assertThatExceptionOfType(UnreadablePhonemesException.class)
                .isThrownBy(() -> PhoneticAlphabet.IPA.read("ˈka5t"))
                .withMessageContaining("\"5\"").withMessageContaining("position 4")
                .satisfies(e -> assertThat(e.position()).isEqualTo(3))
                .satisfies(e -> assertThat(e.symbol()).isEqualTo("5"));
        assertThatExceptionOfType(UnreadablePhonemesException.class).isThrownBy(() -> PhoneticAlphabet.IPA.read("ǃa"))
                .withMessageContaining("U+01C3").withMessageContaining("position 1");
        assertThatExceptionOfType(UnreadablePhonemesException.class)
                .isThrownBy(() -> PhoneticAlphabet.IPA.read("ka😀t"))
                .withMessageContaining("😀").withMessageContaining("U+1F600").withMessageContaining("position 3");
        assertThatExceptionOfType(UnreadablePhonemesException.class)
                .isThrownBy(() -> PhoneticAlphabet.X_SAMPA.read("kat€"))
                .withMessageContaining("€").withMessageContaining("position 4");
        // Combining marks and decomposition do not shift the place.
        assertThatExceptionOfType(UnreadablePhonemesException.class)
                .isThrownBy(() -> PhoneticAlphabet.IPA.read("t͡ʃã#"))
                .satisfies(e -> assertThat(e.position()).isEqualTo(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ˈ", "//", "ː", "ˈ.ˌ", "͡"})
    void whatHasNoSoundIsRefused(String written) {
        assertThatExceptionOfType(UnreadablePhonemesException.class)
                .isThrownBy(() -> PhoneticAlphabet.IPA.read(written));
    }

    @Test
    void aPronunciationOfExcessiveLengthIsRefused() {
        assertThat(PhoneticAlphabet.IPA.read("ta".repeat(1000))).hasSize(2000);
        assertThatExceptionOfType(UnreadablePhonemesException.class)
                .isThrownBy(() -> PhoneticAlphabet.IPA.read("ta".repeat(1001))).withMessageContaining("2000");
    }

    @Test
    void anyStringGivesSoundsOrAClearError() {
        Random random = new Random(7);
        String symbols = "aæɪ͡tʃːˈˌ.̩̃ɹ˞xʲ 5\u0000\uD800𝒳/[]";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder written = new StringBuilder();
            for (int length = random.nextInt(8); length >= 0; length--) {
                written.append(symbols.charAt(random.nextInt(symbols.length())));
            }
            for (PhoneticAlphabet alphabet : PhoneticAlphabet.values()) {
                try {
                    assertThat(Accent.AMERICAN.adapt(alphabet.read(written.toString())))
                            .matches("[" + LEXICON_SYMBOLS + "]+");
                } catch (UnreadablePhonemesException e) {
                    assertThat(e.position()).isBetween(0, written.length());
                }
            }
        }
    }
}
