package dev.sixtyfold.text.english.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.text.english.reading.Dialect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InflectionTest {

    @ParameterizedTest
    @CsvSource({"S, kˈæt, kˈæts", "S, dˈɔɡ, dˈɔɡz", "S, bˈɑks, bˈɑksᵻz", "S, sˈɪɾi, sˈɪɾiz", "ED, wˈɔk, wˈɔkt",
        "ED, hˈʌɡ, hˈʌɡd", "ED, ˈæd, ˈædᵻd", "ED, wˈAt, wˈAɾᵻd", "ED, wˈɑnt, wˈɑntᵻd", "ING, skˈAt, skˈAɾɪŋ",
        "ING, mˈɛlt, mˈɛltɪŋ", "ING, ɹˈʌn, ɹˈʌnɪŋ"})
    void endingsSoundAsTheLastSoundOfTheStemAsks(Inflection inflection, String stem, String form) {
        assertThat(inflection.addTo(stem, Dialect.AMERICAN)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({"S, kˈat, kˈats", "S, bˈɒks, bˈɒksɪz", "ED, ˈad, ˈadɪd", "ED, wˈAt, wˈAtɪd", "ED, wˈɔːk, wˈɔːkt",
        "ING, skˈAt, skˈAtɪŋ", "ING, ɹˈʌn, ɹˈʌnɪŋ"})
    void theBritishFlapNothingAndHaveAnotherWeakVowel(Inflection inflection, String stem, String form) {
        assertThat(inflection.addTo(stem, Dialect.BRITISH)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"S, cats, cat", "S, boxes, box", "S, cities, city", "S, king's, king",
        "ED, liked, like", "ED, walked, walk", "ING, walking, walk", "ING, liking, like", "ING, hugging, hug",
        "ING, panicking, panic"})
    void stemsAreFoundAsTheyAreSpelled(Inflection inflection, String form, String stem) {
        assertThat(inflection.stem(form, stem::equals)).contains(stem);
    }

    @ParameterizedTest
    @CsvSource({"S, as, a", "S, pass, pas", "S, gas, g", "ED, add, ad", "ED, need, ne", "ING, king, k", "ING, sing, s"})
    void wordsThatOnlyLookInflectedAreNot(Inflection inflection, String word, String rest) {
        assertThat(inflection.stem(word, rest::equals)).isEmpty();
    }
}
