package dev.sixtyfold.text.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTextTest {

    private static String noTags(int at) {
        return "NN";
    }

    private static final String PLS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <lexicon version="1.0" alphabet="ipa" xml:lang="en-US"
                xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" xmlns:pos="urn:pos">
              <meta name="author" content="nobody"/>
              <lexeme>
                <grapheme>Kowalczyk</grapheme>
                <grapheme>Kovalchik</grapheme>
                <phoneme>kəˈvɑltʃɪk</phoneme>
                <phoneme prefer="true">kɔˈvɑltʃɨk</phoneme>
                <example>Ask Kowalczyk.</example>
              </lexeme>
              <lexeme role="pos:noun"><grapheme>record</grapheme><phoneme alphabet="x-sampa">"rEk@`d</phoneme></lexeme>
              <lexeme role="pos:VB pos:VBP"><grapheme>record</grapheme><phoneme>ɹɪˈkɔɹd</phoneme></lexeme>
              <lexeme><grapheme>W3C</grapheme><alias>World Wide Web Consortium</alias></lexeme>
            </lexicon>
            """;

    private static final String YAML = """
            alphabet: ipa
            entries:
              Kowalczyk: kɔˈvɑltʃɨk
              Kovalchik: {ipa: kɔˈvɑltʃɨk}
              record:
                - {use: noun, x-sampa: '"rEk@`d'}
                - {use: VB, ipa: ɹɪˈkɔɹd}
                - {use: VBP, ipa: ɹɪˈkɔɹd}
              W3C: {alias: World Wide Web Consortium}
            examples:
              - text: Ask Kowalczyk.
                words: {Kowalczyk: kɔˈvɑltʃɨk}
            """;

    private static final String TSV = """
            # names
            Kowalczyk\t/kɔˈvɑltʃɨk/\t\tAsk Kowalczyk.
            Kovalchik\t/kɔˈvɑltʃɨk/
            record\t/ˈɹɛkɚd/\tnoun
            record\t/ɹɪˈkɔɹd/\tVB
            record\t/ɹɪˈkɔɹd/\tVBP

            W3C\tWorld Wide Web Consortium
            """;

    private static String found(Lexicon lexicon, String text, IntFunction<String> tags) {
        return Lexicons.NONE.and(List.of(lexicon)).match(text, tags, Set.of()).stream()
                .map(match -> text.substring(match.start(), match.end()) + "=" + switch (match.entry().target()) {
                    case Target.Phonemes sounds -> sounds.phonemes();
                    case Target.Alias alias -> alias.spoken();
                } + (match.ending().isEmpty() ? "" : "+" + match.ending())).collect(Collectors.joining("; "));
    }

    private static Lexicon parse(String content) {
        return LexiconText.parse("test.lexicon", "test", content);
    }

    @ParameterizedTest
    @ValueSource(strings = {PLS, YAML, TSV})
    void theThreeFormsSayTheSame(String content) {
        Lexicon lexicon = parse(content);
        assertThat(found(lexicon, "Kowalczyk of the W3C", LexiconTextTest::noTags))
                .isEqualTo("Kowalczyk=kɔvˈɑlʧᵻk; W3C=World Wide Web Consortium");
        assertThat(found(lexicon, "Kovalchik's record", LexiconTextTest::noTags))
                .isEqualTo("Kovalchik's=kɔvˈɑlʧᵻk+'s; record=ɹˈɛkəɹd");
        assertThat(found(lexicon, "record", at -> "VB")).isEqualTo("record=ɹɪkˈɔɹd");
        assertThat(found(lexicon, "record", at -> "JJ")).isEmpty();
        assertThat(lexicon.size()).isEqualTo(4);
        assertThat(lexicon.examples()).singleElement().satisfies(example -> {
            assertThat(example.text()).isEqualTo("Ask Kowalczyk.");
            assertThat(example.words()).containsEntry("Kowalczyk", "kɔvˈɑlʧᵻk");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Reading by the sea          | Reading=one
            reading by the sea          |
            READING                     |
            Nginx nginx NGINX           | Nginx=engine x; nginx=engine x; NGINX=engine x
            St. John Smith              | St. John=two
            St.  John                   | St.  John=two
            St John                     | John=three
            John John                   | John=three; John=three
            St. Johnny                  |
            the John Deere works        | John Deere=four
            the John Deeres             | John=three
            C++ is not C+               | C++=see plus plus
            O’Brien, O'Brien            | O’Brien=five; O'Brien=five
            O'Brien’s                   | O'Brien’s=five+'s
            the Johns                   | Johns=three+s
            José, Jose\u0301            | José=six; Jose\u0301=six
            """)
    void theLongestPhraseInTheRightCaseWins(String text, String expected) {
        Lexicon lexicon = parse("""
                Reading\tone
                nginx\tengine x
                St. John\ttwo
                John\tthree
                John Deere\tfour
                C++\tsee plus plus
                O'Brien\tfive
                José\tsix
                """);
        String written = text.replace("\\u0301", "\u0301");
        assertThat(found(lexicon, written, at -> "NNPS")).isEqualTo(expected == null
                ? ""
                : expected.replace("\\u0301",
                        "\u0301"));
    }

    @Test
    void anEndingIsTakenOffOnlyWhereItIsOne() {
        Lexicon lexicon = parse("new\tone\nbox\ttwo\n");
        assertThat(found(lexicon, "news", at -> "NN")).isEmpty();
        assertThat(found(lexicon, "Fox News", at -> "NNP")).isEmpty();
        assertThat(found(lexicon, "boxes", at -> "NNS")).isEqualTo("boxes=two+es");
    }

    @Test
    void theNearerLexiconWinsUnlessAnotherHasALongerPhrase() {
        Lexicons lexicons = Lexicons.NONE
                .and(List.of(LexiconText.parse("s", "server", "York\ts1\nNew York\ts2\nBath\ts3\n")))
                .and(List.of(LexiconText.parse("c", "caller", "York\tc1\nHull\tc2\n")))
                .andOfRequest(LexiconText.parse("r", "r", "York\tr1\nHull\tr2"));
        assertThat(lexicons.match("York, Hull, Bath, New York", LexiconTextTest::noTags, Set.of()))
                .extracting(match -> match.origin().label())
                .containsExactly("request lexicon", "request lexicon", "lexicon server", "lexicon server");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            Kowalczyk                                   | test.lexicon:1:1: 1 fields
            Kowalczyk~/kə5/                             | test.lexicon:1:11: "kə5" is not ipa: the symbol "5"
            a~/a/~nuon                                  | test.lexicon:1:7: there is no use "nuon"
            a~/a/^a~/ə/                                 | test.lexicon:2:1: "a" has an entry already at line 1
            a~/a/~~no such word                         | does not have "a" in it
            a~                                          | the alias is empty
            # alphabet: kirshenbaum                     | there is no alphabet "kirshenbaum"
            #                                           | has no entries
            entries: {a: {ipa: a, alias: b}}            | test.lexicon:1:14: an entry has one of
            entries:^  a: 5%                            | test.lexicon:2:6: "5%" is not ipa
            entries:^  a: {aliass: b}                   | test.lexicon:2:7: unknown key "aliass" in an entry
            entries: [                                  | test.lexicon:
            entries: {a: a}^examples: [{text: b}]       | an example has a text, and spoken, phonemes or words
            examples: []                                | has no "entries:"
            <lexicon><lexeme/></lexicon>                | a <lexeme> without a <grapheme>
            <lexicon><lexeme><grapheme>a</grapheme></lexeme></lexicon> | neither a <phoneme> nor an <alias>
            <lexicon alphabet="arpabet"/>               | there is no alphabet "arpabet"
            <lexicon>^<lexeme></lexicon>                | test.lexicon:2:
            <speak/>                                    | the root is <speak>
            <lexicon><lexeme role="x:nuon"/></lexicon>  | there is no use "nuon"
            <lexicon><lexeme><grapheme>a<b/></grapheme></lexeme></lexicon> | <b> stands where only text may
            """)
    void errorsNameThePlaceAndWhatWouldBeRight(String content, String message) {
        assertThatExceptionOfType(LexiconException.class)
                .isThrownBy(() -> parse(content.replace('~', '\t').replace('^', '\n')))
                .withMessageContaining("test.lexicon").withMessageContaining(message);
    }

    @Test
    void hostileFilesAreRefusedInBoundedTime() {
        String bomb = "<!DOCTYPE lexicon [<!ENTITY a \"aaaaaaaaaa\">" + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><lexicon><lexeme><grapheme>&c;</grapheme>"
                + "<phoneme>a</phoneme></lexeme></lexicon>";
        String external = "<!DOCTYPE lexicon [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><lexicon><lexeme><grapheme>&f;"
                + "</grapheme><phoneme>a</phoneme></lexeme></lexicon>";
        String deep = "<lexicon>" + "<meta>".repeat(100_000);
        String yamlDeep = "entries: " + "[".repeat(200_000);
        String yamlBomb = "entries:\n  a: &a [x, x]\n  b: &b [*a, *a]\n  c: [*b, *b]\n";
        String oneLine = "a".repeat(1 << 20) + "\t/a/";
        String longSound = "a\t/" + "a".repeat(1 << 20) + "/";
        String letters = "a b ".repeat(250_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (String content : List.of(bomb, external, deep, yamlDeep, yamlBomb, oneLine, longSound, letters,
                    "<".repeat(1 << 20), "\u0000", "\uD800\t/a/\t\uD800", "a\t".repeat(1 << 19))) {
                assertThatExceptionOfType(LexiconException.class).isThrownBy(() -> parse(content))
                        .satisfies(e -> assertThat(e.getMessage()).startsWith("test.lexicon").hasSizeLessThan(400));
            }
        });
    }

    @Test
    void matchingIsLinearInTheTextWithManyEntries() {
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            content.append("word").append(i).append(i % 10 == 0 ? " in a long phrase of words" : "")
                    .append("\t/ˈwɝd/\n");
        }
        Lexicons lexicons = Lexicons.NONE.and(List.of(parse(content.toString())));
        String text = "word10 in a long phrase of word11 and word7's word20 in a long phrase of words. ".repeat(12_500);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> assertThat(lexicons.match(text, LexiconTextTest::noTags, Set.of())).hasSize(3 * 12_500));
    }

    @Test
    void aFileIsCalledAsItIsWithoutItsEnding(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("street.names.pls"), PLS);
        assertThat(LexiconText.read(file).name()).isEqualTo("street.names");
        Path latin = Files.write(directory.resolve("latin.tsv"), "é\t/a/".getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(LexiconException.class).isThrownBy(() -> LexiconText.read(latin))
                .withMessageContaining("latin.tsv").withMessageContaining("UTF-8");
        assertThatExceptionOfType(LexiconException.class).isThrownBy(() -> LexiconText.read(directory.resolve("none")));
    }
}
