package dev.sixtyfold.text.ssml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sixtyfold.speech.SourceNote;
import dev.sixtyfold.speech.SourceSpan;
import dev.sixtyfold.speech.SynthesisException.InvalidRequest;
import dev.sixtyfold.text.markup.Instruction;
import dev.sixtyfold.text.markup.Instruction.Break.Unit;
import dev.sixtyfold.text.markup.Instruction.Emphasis.Level;
import dev.sixtyfold.text.markup.Instruction.Origin;
import dev.sixtyfold.text.markup.MarkedText;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SsmlReaderTest {

    private static final double VOICE_HERTZ = 200;

    private final SsmlReader reader = new SsmlReader((alphabet, phonemes) -> {
        if (!alphabet.equals("ipa")) {
            throw new IllegalArgumentException("no alphabet " + alphabet);
        }
        return "<" + phonemes + ">";
    }, VOICE_HERTZ);

    private MarkedText read(String content) {
        return reader.read("<speak>" + content + "</speak>");
    }

    private Instruction only(String content) {
        List<Instruction> instructions = read(content).instructions();
        assertThat(instructions).hasSize(1);
        return instructions.getFirst();
    }

    /** Every character of the text, looked up in the source by its span, is what stands for it there. */
    @ParameterizedTest
    @ValueSource(strings = {"<speak>plain</speak>", "<?xml version=\"1.0\"?>\n<speak>a <break/> b</speak>",
        "<speak>\uD83D\uDE00 <emphasis>\uD83D\uDE01x</emphasis>\uD834\uDD1E</speak>",
        "<speak>one\r\ntwo\rthree\n\n\tfour</speak>", "<speak>a<!-- b < & \uD83D\uDE00 --->c<!-- -->d</speak>",
        "<speak a='>' b=\"'>\">x<sub alias=\"a &gt; b\">y</sub>z</speak>\n"})
    void spansLeadBackToTheSource(String ssml) {
        if (ssml.contains("--->")) {
            ssml = ssml.replace("--->", "-->");
        }
        MarkedText marked = reader.read(ssml);
        assertThat(marked.text()).isNotBlank();
        for (int i = 0; i < marked.text().length(); i += Character.charCount(marked.text().codePointAt(i))) {
            int character = marked.text().codePointAt(i);
            SourceSpan span = marked.span(i, i + Character.charCount(character));
            String there = ssml.substring(ssml.offsetByCodePoints(0, span.start()),
                    ssml.offsetByCodePoints(0, span.end()));
            assertThat(there.replaceAll("\r\n|[\n\r\t]", " ")).isEqualTo(Character.toString(character));
        }
    }

    @Test
    void entitiesStandForTheirWholeSpan() {
        MarkedText marked = reader.read("<speak>A&amp;B &#x1F600;<![CDATA[<&]]></speak>");

        assertThat(marked.text()).isEqualTo("A&B \uD83D\uDE00<&");
        assertThat(marked.span(1, 2)).isEqualTo(new SourceSpan(8, 13));
        assertThat(marked.span(4, 6)).isEqualTo(new SourceSpan(15, 24));
        assertThat(marked.span(6, 8)).isEqualTo(new SourceSpan(33, 35));
    }

    @Test
    void aSpanEndsBeforeTheTagThatFollows() {
        MarkedText marked = reader.read("<speak><emphasis>cat</emphasis> sat</speak>");

        assertThat(marked.span(0, 3)).isEqualTo(new SourceSpan(17, 20));
    }

    @Test
    void lineEndsMeanNothing() {
        assertThat(read("one\n\ntwo\tthree").text()).isEqualTo("one  two three");
    }

    @ParameterizedTest
    @CsvSource({"<break/>, 400", "<break time='500ms'/>, 500", "<break time='1.5s'/>, 1500", "<break time='0'/>, -1",
        "<break time='.25s'/>, 250", "<break strength='none'/>, 0", "<break strength='x-strong'/>, 1200",
        "<break strength='weak' time='+2s'></break>, 2000", "<break time='20s'/>, 20000", "<break time='21s'/>, -1",
        "<break time='-1s'/>, -1", "<break strength='long'/>, -1", "<break time='1 s'/>, -1"})
    void breaks(String tag, long millis) {
        if (millis < 0) {
            assertThatThrownBy(() -> read("a " + tag + " b")).isInstanceOf(InvalidRequest.class)
                    .hasMessageContaining("line 1, column 10: <break> has a wrong");
        } else {
            assertThat(only("a " + tag + " b")).isEqualTo(new Instruction.Pause(2, Duration.ofMillis(millis)));
        }
    }

    @Test
    void paragraphsAndSentencesEndWhereTheyAreMarked() {
        assertThat(read("<p><s>One</s><s>Two</s></p>").instructions()).containsExactly(
                new Instruction.Break(0, Unit.PARAGRAPH), new Instruction.Break(0, Unit.SENTENCE),
                new Instruction.Break(3, Unit.SENTENCE), new Instruction.Break(3, Unit.SENTENCE),
                new Instruction.Break(6, Unit.SENTENCE), new Instruction.Break(6, Unit.PARAGRAPH));
    }

    @Test
    void sayAs() {
        assertThat(only("on <say-as interpret-as=\"date\" format=\"dmy\">1/2/2003</say-as>."))
                .isEqualTo(new Instruction.SayAs(3, 11, "date", "dmy", ""));
    }

    @Test
    void sub() {
        assertThat(only("<sub alias=\"World Wide Web\">WWW</sub>"))
                .isEqualTo(new Instruction.Alias(0, 3, "World Wide Web", Origin.MARKUP));
    }

    @Test
    void phonemesAreConverted() {
        assertThat(only("<phoneme ph=\"tə\">to</phoneme>"))
                .isEqualTo(new Instruction.Pronunciation(0, 2, "<tə>", Origin.MARKUP));
        assertThatThrownBy(() -> read("<phoneme alphabet=\"klingon\" ph=\"x\">to</phoneme>"))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("column 8: <phoneme> has a wrong ph or alphabet");
    }

    @Test
    void emphasisIsModerateUnlessItSaysOtherwise() {
        assertThat(only("<emphasis>so</emphasis>")).isEqualTo(new Instruction.Emphasis(0, 2, Level.MODERATE));
        assertThat(only("<emphasis level='reduced'>so</emphasis>"))
                .isEqualTo(new Instruction.Emphasis(0, 2, Level.REDUCED));
    }

    @Test
    void aRoleLosesItsPrefix() {
        assertThat(only("<w role='amazon:VBD'>read</w>")).isEqualTo(new Instruction.Role(0, 4, "VBD"));
        assertThat(read("<token>read</token>").instructions()).isEmpty();
    }

    @Test
    void voiceLanguageAndMark() {
        assertThat(only("<voice name=' joe '>Hi</voice>")).isEqualTo(new Instruction.Voice(0, 2, "joe"));
        assertThat(only("<lang xml:lang='fr-FR'>Oui</lang>")).isEqualTo(new Instruction.Language(0, 3, "fr-FR"));
        assertThat(only("Go <mark name='here'/>on")).isEqualTo(new Instruction.Mark(3, "here"));
    }

    @ParameterizedTest
    @CsvSource({"rate='80%', .8, 0, 0", "rate='+10%', 1.1, 0, 0", "rate='-10%', .9, 0, 0", "rate='1.2', 1.2, 0, 0",
        "rate='x-slow', .5, 0, 0", "rate='x-fast', 1.75, 0, 0", "rate='9', 4, 0, 0", "pitch='low', 1, -2, 0",
        "pitch='high', 1, 2, 0", "pitch='+2st', 1, 2, 0", "pitch='-10%', 1, -1.824, 0", "pitch='400Hz', 1, 12, 0",
        "pitch='+50Hz', 1, 3.863, 0", "pitch='+40st', 1, 12, 0", "volume='+6dB', 1, 0, 6", "volume='x-loud', 1, 0, 10",
        "volume='50', 1, 0, -6.02", "volume='silent', 1, 0, -Infinity", "volume='+90dB', 1, 0, 16",
        "rate='fast' pitch='-1st' volume='-3dB', 1.25, -1, -3"})
    void prosody(String attributes, double rate, double semitones, double decibels) {
        Instruction.Prosody prosody = (Instruction.Prosody) only("<prosody " + attributes + ">so</prosody>");

        assertThat(prosody.rate()).isCloseTo(rate, within(1e-9));
        assertThat(prosody.pitchSemitones()).isCloseTo(semitones, within(1e-3));
        assertThat(prosody.volumeDb()).isEqualTo(decibels, within(Double.isInfinite(decibels) ? 0 : 1e-3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate='9'", "rate='5%'", "pitch='+40st'", "pitch='-99%'", "pitch='20Hz'", "volume='+90dB'"})
    void prosodyThatGoesFurtherThanTheVoiceIsNoted(String attribute) {
        assertThat(read("<prosody " + attribute + ">so</prosody>").notes()).singleElement()
                .satisfies(note -> assertThat(note.text()).startsWith("<prosody> goes further than the voice"));
        assertThat(read("<prosody rate='4' pitch='-12st' volume='silent'>so</prosody>").notes()).isEmpty();
    }

    @Test
    void aDocumentMayBeginAsEditorsSaveIt() {
        MarkedText marked = reader.read("\uFEFF<?xml version='1.0' encoding='UTF-16'?>\r\n\r\n<speak>so</speak>\r\n");

        assertThat(marked.text()).isEqualTo("so");
        assertThat(marked.span(0, 2)).isEqualTo(new SourceSpan(51, 53));
        assertThat(reader.read("\n <speak>so</speak>").text()).isEqualTo("so");
        assertThatThrownBy(() -> reader.read("\uFEFF<?xml version='1.0'?>\n<speak><break time='x'/></speak>"))
                .hasMessageStartingWith("input.ssml: line 2, column 8: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<speak>%s</speak>", "<speak version='1.0'>%s</speak>",
        "<speak version=\"1.1\" xmlns=\"http://www.w3.org/2001/10/synthesis\" xml:lang=\"en-US\">%s</speak>",
        "<speak xmlns='http://www.w3.org/2001/10/synthesis' xmlns:mstts='http://www.w3.org/2001/mstts' "
                + "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='a b' version='1.0'>%s</speak>"})
    void namespacesAndVersionsMakeNoDifference(String document) {
        MarkedText marked = reader.read(document.formatted("so"));

        assertThat(marked.text()).isEqualTo("so");
        assertThat(marked.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<par><media>a</media></par>", "<seq><media>a</media></seq>", "<media>a</media>",
        "<audio src='a.mp3'>a</audio>", "<audio src='a.mp3'/>"})
    void whatWouldBeMixedIsRefused(String content) {
        assertThatThrownBy(() -> read(content)).isInstanceOf(InvalidRequest.class).hasMessageMatching(
                "input.ssml: line 1, column 8: <(par|seq|media|audio)> cannot be .*; take the element out");
    }

    @Test
    void nestedProsodyAddsUp() {
        Instruction inner = read("<prosody rate='80%' pitch='+2st'>a <prosody rate='+50%' pitch='-1st' volume='+2dB'>b"
                + "</prosody></prosody>").instructions().get(1);

        Instruction.Prosody prosody = (Instruction.Prosody) inner;
        assertThat(prosody.rate()).isCloseTo(1.2, within(1e-9));
        assertThat(prosody.pitchSemitones()).isCloseTo(1, within(1e-9));
        assertThat(prosody.volumeDb()).isCloseTo(2, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate='quick'", "rate='2st'", "pitch='+2'", "pitch='shrill'", "volume='12Hz'", "rate=''"})
    void wrongProsody(String attribute) {
        assertThatThrownBy(() -> read("<prosody " + attribute + ">so</prosody>")).isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("<prosody> has a wrong " + attribute.substring(0, attribute.indexOf('=')));
    }

    @Test
    void unknownTagsAreSpokenAndNoted() {
        MarkedText marked = read("a <amazon:effect name=\"whispered\">b</amazon:effect>");

        assertThat(marked.text()).isEqualTo("a b");
        assertThat(marked.notes()).containsExactly(new SourceNote(new SourceSpan(9, 41),
                "unknown tag <amazon:effect>: its text is spoken"));
    }

    @Test
    void metadataIsSkipped() {
        MarkedText marked = read("<metadata>by me</metadata>Hi");

        assertThat(marked.text()).isEqualTo("Hi");
        assertThat(marked.skipped()).extracting(skipped -> skipped.source().start()).containsExactly(17, 20);
    }

    @Test
    void recordingsAreRefused() {
        assertThatThrownBy(() -> read("Hi\n <audio src=\"x.mp3\">ding</audio>")).isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("line 2, column 2: <audio> cannot be played");
    }
}
