package dev.sixtyfold.text.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.speech.Delivery;
import dev.sixtyfold.speech.Delivery.Expression;
import dev.sixtyfold.speech.Delivery.Mark;
import dev.sixtyfold.speech.SkippedSpan;
import dev.sixtyfold.speech.SourceNote;
import dev.sixtyfold.speech.SourceSpan;
import dev.sixtyfold.speech.SpokenWord;
import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.text.TextFrontend;
import dev.sixtyfold.text.UtteranceReader;
import dev.sixtyfold.text.ssml.SsmlReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How English follows what SSML asks. */
@ExtendWith(HeartVoice.class)
class SsmlReadingTest {

    private static final SsmlReader SSML = new SsmlReader((alphabet, phonemes) -> phonemes, 200);

    private TextFrontend frontend;

    @BeforeEach
    void frontend(TextFrontend loaded) {
        frontend = loaded;
    }

    private Utterances read(String content) {
        UtteranceReader reader = frontend.open(SSML.read("<speak>" + content + "</speak>"));
        List<Utterance> all = new ArrayList<>();
        for (Optional<Utterance> next = reader.next(); next.isPresent(); next = reader.next()) {
            all.add(next.get());
        }
        return new Utterances(all);
    }

    private List<Duration> pauses(String content) {
        return read(content).all().stream().map(utterance -> utterance.delivery().pauseAfter()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "cardinal || 12345 | twelve thousand three hundred and forty five",
        "cardinal || -3.5 | minus three point five", "cardinal || XIV | fourteen", "ordinal || 21 | twenty first",
        "ordinal || 3rd | third", "characters || can | C A N", "spell-out || A-1b | A dash one B",
        "verbatim || a@é | A at E", "digits || 1984 | one nine eight four",
        "date | dmy | 10/9/1960 | the tenth of September nineteen sixty",
        "date | mdy | 5-12-2019 | May twelfth twenty nineteen",
        "date | yyyymmdd | 19600910 | September tenth nineteen sixty",
        "date | md | 5/12 | May twelfth", "date | my | 9/1960 | September nineteen sixty",
        "date | y | 1960 | nineteen sixty",
        "date | dm | 3 May | the third of May", "time | hms12 | 2:30pm | two thirty PM",
        "time || 1'21\" | one minute twenty one seconds",
        "date | dmy,1 | 10-9-1960 | the tenth of September nineteen sixty",
        "date | dmy,2 | 10-9-1960 | September tenth nineteen sixty",
        "date | mdy,1 | 9-10-1960 | the tenth of September nineteen sixty",
        "date | yyyymmdd,1 | 1960-09-10 | the tenth of September nineteen sixty",
        "date | ,1 | 9/10/1960 | the tenth of September nineteen sixty",
        "date | my,1 | 9/1960 | September nineteen sixty", "time | hms24 | 14:30 | fourteen thirty",
        "time | hms12 | 9:05:10 am | nine oh five and ten seconds AM", "bleep || damn | bleep",
        "currency || £3 | three pounds", "unit || 10 ft | ten feet", "telephone | 1 | (781) 771-7777 | "
                + "seven eight one, seven seven one, seven seven seven seven",
        "telephone || (781) 771-0000 | seven eight one, seven seven one, zero zero zero zero",
        "telephone || (022) 44 | zero two two, four four",
        "telephone || +1 555 x2 | plus one, five five five, extension two", "fraction || 5/9 | five ninths",
        "fraction || 3+1/2 | three and one half", "unit || 10kg | ten kilograms",
        "currency || $42.01 | forty two dollars one cent", "expletive || damn | bleep"})
    void sayAs(String kind, String format, String written, String spoken) {
        String formatted = format == null ? "" : " format='" + format.replaceFirst(",", "' detail='") + "'";
        Utterances read = read("It is <say-as interpret-as='" + kind + "'" + formatted + ">" + written
                + "</say-as> indeed.");

        assertThat(read.normalized()).isEqualTo("It is " + spoken + " indeed.");
        assertThat(read.word(written).decidedBy()).isEqualTo("say-as");
        assertThat(read.all().getFirst().notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"klingon, 12", "date, never", "cardinal, many", "ordinal, 1.5", "fraction, 1", "digits, abc",
        "time, 99:99"})
    void whatSayAsCannotReadIsReadAsUsualAndNoted(String kind, String written) {
        Utterances read = read("<say-as interpret-as='" + kind + "'>" + written + "</say-as> it is.");

        assertThat(read.words()).isNotEmpty();
        assertThat(read.all().getFirst().notes()).extracting(SourceNote::text).first().asString()
                .contains("read as usual");
        assertThat(read.all().getFirst().notes().getFirst().source().length()).isEqualTo(written.length());
    }

    @Test
    void aSpelledLetterHasItsNameNotTheSoundOfTheWord() {
        assertThat(read("<say-as interpret-as='characters'>a I</say-as>").words().getFirst().phonemes())
                .isEqualTo("ˈA ˈI");
    }

    @Test
    void anAliasIsReadInThePlaceOfWhatIsWritten() {
        Utterances read = read("Ask <sub alias=\"Doctor\">Dr.</sub> Smith about <sub alias='3 km'>it</sub>.");

        assertThat(read.all()).hasSize(1);
        assertThat(read.normalized()).isEqualTo("Ask Doctor Smith about three kilometers.");
        assertThat(read.word("Dr.").spoken()).isEqualTo("Doctor");
        assertThat(read.word("it").spoken()).isEqualTo("three kilometers");
    }

    @Test
    void eachWordOfAnAliasHasTheWholeSpanAsItsSource() {
        List<SpokenWord> words = read("<sub alias='World Wide Web'>WWW</sub> now").words();

        assertThat(words).extracting(SpokenWord::text).containsExactly("WWW", "WWW", "WWW", "now");
        assertThat(words).extracting(SpokenWord::source).startsWith(new SourceSpan(35, 38), new SourceSpan(35, 38));
    }

    @Test
    void aPronunciationIsTakenAsItIs() {
        Utterances read = read("I say <phoneme ph='təmˈeɪɾə'>tomato</phoneme>.");

        assertThat(read.word("tomato").phonemes()).isEqualTo("təmˈeɪTə");
        assertThat(read.word("tomato").decidedBy()).isEqualTo("markup");
    }

    @Test
    void aRoleDecidesBetweenReadings() {
        assertThat(read("I <w role='google:VBD'>read</w> books.").word("read").phonemes()).isEqualTo("ɹˈɛd");
        assertThat(read("I <w role='amazon:VB'>read</w> books.").word("read").phonemes()).isEqualTo("ɹˈid");
    }

    @Test
    void emphasisIsHeardInStressPitchAndLevel() {
        Utterances read = read(
                "That is <emphasis level='strong'>my</emphasis> <emphasis level='reduced'>house</emphasis>.");

        assertThat(read.word("my").phonemes()).isEqualTo("mˈI");
        assertThat(read.word("house").phonemes()).isEqualTo("hˌWs");
        List<Expression> expressions = read.all().getFirst().delivery().expressions();
        assertThat(expressions).hasSize(2);
        assertThat(expressions.getFirst().pitchSemitones()).isPositive();
        assertThat(expressions.getFirst().volumeDb()).isPositive();
        assertThat(expressions.getLast().volumeDb()).isNegative();
        assertThat(read.symbols().substring(expressions.getFirst().symbolStart(), expressions.getFirst().symbolEnd()))
                .isEqualTo("mˈI ");
    }

    @Test
    void wordsDoNotReachOverAPause() {
        Utterances read = read("Hello<break time='1s'/>world.");

        assertThat(read.words()).extracting(SpokenWord::text).containsExactly("Hello", "world");
        assertThat(read.all()).hasSize(2);
        assertThat(read.all().getFirst().delivery().pauseAfter()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void pausesComeWhereTheyAreAskedFor() {
        assertThat(pauses("One, <break time='500ms'/>two<break strength='none'/> three.")).containsExactly(
                Duration.ofMillis(500), null);
        assertThat(pauses("One. <break time='1s'/><break time='2s'/> Two.")).containsExactly(Duration.ofSeconds(3),
                null);
        assertThat(pauses("<break time='2s'/>One.")).containsExactly(Duration.ofSeconds(2), null);
        assertThat(pauses("One.<break time='2s'/>")).containsExactly(Duration.ofSeconds(2));
        assertThat(pauses("<break time='2s'/>")).containsExactly(Duration.ofSeconds(2));
        assertThat(pauses("One <break time='1s'/>, two.")).containsExactly(Duration.ofSeconds(1), null);
    }

    @Test
    void punctuationStaysWithTheWordBeforeThePause() {
        assertThat(read("One <break time='1s'/>, two.").all().getFirst().phonemes().symbols()).isEqualTo("wˈʌn,");
    }

    @Test
    void sentencesEndWhereTheAuthorEndsThem() {
        Utterances read = read("<p>Dr.</p><p><s>no mark</s><s>none. here</s></p>");

        assertThat(read.all()).extracting(Utterance::normalized).containsExactly("Doctor.", "no mark", "none. here");
        assertThat(read.all()).allMatch(utterance -> utterance.phonemes().symbols().endsWith("."));
        assertThat(read.all().getFirst().delivery().pauseAfter()).isNotNull();
        assertThat(read.all().get(1).delivery().pauseAfter()).isNull();
        assertThat(read.all().get(2).delivery().pauseAfter()).isNull();
    }

    @Test
    void utterancesAreCutWhereThePaceChangesAndOnlyThere() {
        Utterances read = read("<prosody pitch='+2st' volume='loud'>High and loud</prosody>, then <prosody rate='fast'>"
                + "quick</prosody>, then plain.");

        assertThat(read.all()).extracting(utterance -> utterance.delivery().rate()).containsExactly(1.0, 1.25, 1.0);
        assertThat(read.all()).extracting(Utterance::normalized).containsExactly("High and loud, then", "quick,",
                "then plain.");
        assertThat(read.all().getFirst().delivery().expressions()).singleElement().satisfies(expression -> {
            assertThat(expression.symbolStart()).isZero();
            assertThat(expression.pitchSemitones()).isEqualTo(2);
            assertThat(expression.volumeDb()).isEqualTo(6);
            assertThat(read.all().getFirst().phonemes().symbols().substring(expression.symbolEnd())).isEqualTo("ðˈɛn");
        });
    }

    @Test
    void marksHaveTheirPlace() {
        Utterances read = read("<mark name='a'/>Start <mark name='b'/>here.<mark name='c'/> <break time='1s'/>"
                + "<mark name='d'/>Go on.<mark name='e'/>");

        Delivery first = read.all().getFirst().delivery();
        int here = read.word("here").symbolStart();
        int end = read.all().getFirst().phonemes().symbols().length();
        assertThat(first.marks()).containsExactly(new Mark("a", 0), new Mark("b", here), new Mark("c", end));
        assertThat(read.all().getLast().delivery().marks()).extracting(Mark::name).containsExactly("d", "e");
    }

    @Test
    void aForeignLanguageIsReadAsEnglishAndNoted() {
        Utterances read = read("Say <lang xml:lang='fr-FR'>oui</lang> in <lang xml:lang='en-GB'>Paris</lang>.");

        assertThat(read.word("oui").phonemes()).isNotEmpty();
        assertThat(read.all().getFirst().notes()).containsExactly(
                new SourceNote(new SourceSpan(34, 37), "a language that the voice does not speak: read as en-US"),
                new SourceNote(new SourceSpan(71, 76), "an English that the voice does not speak: read as en-US"));
        assertThat(read("<lang xml:lang='en'>Yes</lang>, <lang xml:lang='en-us'>yes</lang>.").all().getFirst().notes())
                .isEmpty();
    }

    @Test
    void remarksOfTheDocumentAreToldOnce() {
        Utterances read = read("One. <foo>Two.</foo> <metadata>x y</metadata> Three.");

        assertThat(read.all().stream().flatMap(utterance -> utterance.notes().stream())).hasSize(1);
        assertThat(read.all().stream().flatMap(utterance -> utterance.skipped().stream()).map(SkippedSpan::reason))
                .hasSize(2).allMatch(reason -> reason.contains("metadata"));
    }

    /** Text without instructions is read as plain text is. */
    @ParameterizedTest
    @ValueSource(strings = {"Dr. Smith paid $5 on May 3rd. Was it enough? It was!",
        "A well-known man's co-operation, i.e. \"help\", came at 5:30 p.m. from the U.S."})
    void withoutInstructionsItIsPlainText(String text) {
        Utterances plain = Utterances.of(frontend, text);

        assertThat(read(text).symbols()).isEqualTo(plain.symbols());
        assertThat(read(text).words()).hasSameSizeAs(plain.words());
    }

    /** Random documents: every letter and digit of the text is spoken or skipped, and words lie in their utterances. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @Timeout(60)
    void coverage(long seed) {
        String[] pieces = {"word ", "12", ". ", " Dr. ", "<break time='10ms'/>", "<break strength='none'/>", "<s>",
            "</s>",
            "<prosody rate='fast'>", "<prosody pitch='+1st'>", "</prosody>", "<emphasis>", "</emphasis>",
            "<mark name='m'/>", "<say-as interpret-as='characters'>ab1</say-as>", "<sub alias='so it is'>x</sub>",
            "&amp;",
            "<phoneme ph='tˈu'>two</phoneme> ", "<w role='VB'>read</w>", "\uD83D\uDE00", "字", ", "};
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            StringBuilder content = new StringBuilder("a");
            List<String> open = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String piece = pieces[random.nextInt(pieces.length)];
                if (piece.startsWith("</")) {
                    if (open.isEmpty()) {
                        continue;
                    }
                    piece = open.removeLast();
                } else if (piece.equals("<s>") || piece.startsWith("<prosody") || piece.equals("<emphasis>")) {
                    open.add("</" + piece.replaceAll("[<>]| .*", "") + ">");
                }
                content.append(piece);
            }
            open.reversed().forEach(content::append);
            assertCovered("<speak>" + content + "</speak>", read(content.toString()));
        }
    }

    private static void assertCovered(String source, Utterances read) {
        int[] codePoints = source.codePoints().toArray();
        boolean[] covered = new boolean[codePoints.length];
        for (Utterance utterance : read.all()) {
            utterance.skipped().forEach(span -> cover(covered, span.source()));
            utterance.phonemes().words().forEach(word -> cover(covered, word.source()));
        }
        boolean tag = false;
        for (int i = 0; i < codePoints.length; i++) {
            tag |= codePoints[i] == '<';
            if (!tag && Character.isLetterOrDigit(codePoints[i])) {
                assertThat(covered[i]).as("%d in %s", i, source).isTrue();
            }
            tag &= codePoints[i] != '>';
        }
    }

    private static void cover(boolean[] covered, SourceSpan span) {
        for (int i = span.start(); i < span.end(); i++) {
            covered[i] = true;
        }
    }
}
