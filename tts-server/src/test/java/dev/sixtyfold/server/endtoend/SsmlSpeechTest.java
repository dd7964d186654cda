package dev.sixtyfold.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.sixtyfold.proto.v1.ExplainRequest;
import dev.sixtyfold.proto.v1.ExplainResponse;
import dev.sixtyfold.proto.v1.ExplainedWord;
import dev.sixtyfold.proto.v1.StreamSynthesizeResponse;
import dev.sixtyfold.proto.v1.SynthesisInput;
import dev.sixtyfold.proto.v1.SynthesizeRequest;
import dev.sixtyfold.proto.v1.SynthesizeResponse;
import dev.sixtyfold.proto.v1.TextNote;
import dev.sixtyfold.proto.v1.TextSpan;
import dev.sixtyfold.proto.v1.Timepoint;
import dev.sixtyfold.proto.v1.TimepointType;
import dev.sixtyfold.proto.v1.VoiceSelectionParams;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a document asks for is heard, from the call to the samples. */
@Timeout(60)
@TestInstance(Lifecycle.PER_CLASS)
class SsmlSpeechTest {

    /** Mostly voiced, so that its pitch can be measured. */
    private static final String SENTENCE = "We were away a year ago in a yellow van.";

    private static final String EVERYTHING = """
            <?xml version="1.0"?>
            <speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en-US"><!-- all of it -->
              <p><s>It was <emphasis level="strong">very</emphasis> late.</s> <mark name="late"/>
                 <prosody rate="slow" pitch="-2st" volume="+3dB">Nobody came,<break time="300ms"/> nobody called.</prosody></p>
              <p>On <say-as interpret-as="date" format="mdy">5/12/2019</say-as>, the
                 <sub alias="World Wide Web">WWW</sub> &amp; <phoneme alphabet="ipa" ph="təˈmɑːtoʊ">tomato</phoneme>
                 <mark name="end"/></p><break strength="strong"/>
            </speak>
            """;

    private RealServer server;

    @BeforeAll
    void start() throws IOException {
        server = RealServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Speech spoken(String content) {
        return Speech.of(server.stub().synthesize(Speech.ssml("<speak>" + content + "</speak>").build()));
    }

    private Speech plain(String text) {
        return Speech.of(server.stub().synthesize(Speech.request(text).build()));
    }

    private Sounds sounds(String content) {
        return Sounds.of(spoken(content));
    }

    private ExplainResponse explained(String content) {
        return server.stub().explain(ExplainRequest.newBuilder().setInput(SynthesisInput.newBuilder().setSsml(
                "<speak>" + content + "</speak>")).build());
    }

    @Test
    void aDocumentWithoutMarkupIsThePlainText() {
        spoken(SENTENCE).assertSameAs(plain(SENTENCE));
        spoken("\n  " + SENTENCE + "\n").assertSameAs(plain(SENTENCE));
    }

    @ParameterizedTest
    @CsvSource({"1, 24000", "0.7, 24000", "1.5, 16000", "1, 44100"})
    void streamedIsUnary(double speakingRate, int sampleRate) {
        SynthesizeRequest.Builder request = Speech.ssml(EVERYTHING)
                .addEnableTimePointing(TimepointType.TIMEPOINT_TYPE_SSML_MARK)
                .addEnableTimePointing(TimepointType.TIMEPOINT_TYPE_WORD);
        request.getAudioConfigBuilder().setSpeakingRate(speakingRate).setSampleRateHertz(sampleRate);

        SynthesizeResponse unary = server.stub().synthesize(request.build());
        List<StreamSynthesizeResponse> parts = ImmutableList.copyOf(server.stub().streamSynthesize(request.build()));

        Speech.of(unary).assertSameAs(Speech.of(parts));
        assertThat(parts.stream().filter(StreamSynthesizeResponse::hasTimepoint)
                .map(StreamSynthesizeResponse::getTimepoint).toList()).isEqualTo(unary.getTimepointsList());
        assertThat(parts.getLast().getReceipt().getCoverage()).isEqualTo(unary.getReceipt().getCoverage());
    }

    @ParameterizedTest
    @CsvSource({"50%, 2.0", "slow, 1.333", "fast, 0.8", "2.0, 0.5", "+25%, 0.8"})
    void theRateIsHeardInTheLength(String rate, double times) {
        double plain = sounds(SENTENCE).seconds();

        assertThat(sounds("<prosody rate='" + rate + "'>" + SENTENCE + "</prosody>").seconds() / plain)
                .isCloseTo(times, within(0.15 * times));
    }

    @ParameterizedTest
    @CsvSource({"+4st, 1.26", "-4st, 0.794", "x-high, 1.26", "low, 0.891", "+10%, 1.1"})
    void thePitchIsHeard(String pitch, double times) {
        assertThat(sounds("<prosody pitch='" + pitch + "'>" + SENTENCE + "</prosody>").pitchRatio(sounds(SENTENCE)))
                .isCloseTo(times, within(0.04 * times));
    }

    @ParameterizedTest
    @CsvSource({"+6dB, 2.0", "-6dB, 0.5", "loud, 2.0", "soft, 0.5", "x-soft, 0.25", "-20dB, 0.1"})
    void theVolumeIsHeard(String volume, double times) {
        double plain = sounds("<prosody volume='-12dB'>" + SENTENCE + "</prosody>").level() * Math.pow(10, 0.6);

        assertThat(sounds("<prosody volume='" + volume + "'>" + SENTENCE + "</prosody>").level() / plain)
                .isCloseTo(times, within(0.1 * times));
    }

    @Test
    void silentIsNotHeardButTakesItsTime() {
        Sounds silent = sounds("<prosody volume='silent'>" + SENTENCE + "</prosody>");

        assertThat(silent.isSilent()).isTrue();
        assertThat(silent.seconds()).isCloseTo(sounds(SENTENCE).seconds(), within(0.01));
    }

    @Test
    void whatIsAskedOfOneWordIsHeardInItAlone() {
        SynthesizeRequest plain = withWords("We were away all year.");
        SynthesizeRequest loud = withWords("We were <prosody volume='-12dB'>away</prosody> all year.");
        SynthesizeResponse first = server.stub().synthesize(plain);
        SynthesizeResponse second = server.stub().synthesize(loud);

        for (int i = 0; i < 5; i++) {
            double ratio = level(second, i) / level(first, i);
            assertThat(ratio).as("word %d", i).isCloseTo(i == 2 ? 0.25 : 1, within(i == 2 ? 0.06 : 0.2));
        }
    }

    @Test
    void emphasisIsLouderAndHigher() {
        String plain = "We were away all year.";
        String strong = "We were <emphasis level='strong'>away</emphasis> all year.";
        SynthesizeResponse without = server.stub().synthesize(withWords(plain));
        SynthesizeResponse with = server.stub().synthesize(withWords(strong));

        assertThat(level(with, 2) / level(without, 2)).isBetween(1.2, 1.7);
        assertThat(pitchRatio(with, without, 2)).isBetween(1.06, 1.2);
        assertThat(level(server.stub().synthesize(withWords(strong.replace("strong", "reduced"))), 2)
                / level(without, 2)).isLessThan(0.95);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Ask <sub alias='Doctor'>Dr.</sub> Smith. | Ask Doctor Smith.",
        "It is <say-as interpret-as='cardinal'>12345</say-as>. | It is 12,345.",
        "On <say-as interpret-as='date' format='dmy'>10/9/1960</say-as>. | On the tenth of September 1960.",
        "Page <say-as interpret-as='ordinal'>3</say-as> is out. | Page third is out."})
    void readingsThatAreAskedForAreThoseOfTheWords(String content, String text) {
        spoken(content).assertSameAs(plain(text));
    }

    @Test
    void pronunciationsAreHeardInWhicheverAlphabetTheyAreWritten() {
        Speech ipa = spoken("I say <phoneme alphabet='ipa' ph='pɪˈkɑːn'>pecan</phoneme>.");

        ipa.assertSameAs(spoken("I say <phoneme alphabet='x-sampa' ph='pI&quot;kA:n'>pecan</phoneme>."));
        assertThat(ipa.samples()).isNotEqualTo(spoken("I say <phoneme ph='ˈpiːkən'>pecan</phoneme>.").samples());
    }

    @Test
    void marksComeInOrderWithTheTimesOfWhatTheyStandBefore() {
        SynthesizeResponse answer = server.stub().synthesize(Speech.ssml("<speak><mark name='start'/>Alone <mark "
                + "name='word'/>anyway.<mark name='before'/><break time='1s'/><mark name='after'/>Anyone knows."
                + "<mark name='end'/></speak>").addEnableTimePointing(TimepointType.TIMEPOINT_TYPE_SSML_MARK)
                .build());
        List<Timepoint> words = server.stub().synthesize(withWords("Alone anyway.<break time='1s'/>Anyone knows."))
                .getTimepointsList();
        List<Timepoint> marks = answer.getTimepointsList();
        Sounds sounds = Sounds.of(Speech.of(answer));
        Sounds.Silence pause = sounds.silences(0.6).getFirst();

        assertThat(marks).extracting(Timepoint::getMarkName).containsExactly("start", "word", "before", "after", "end");
        assertThat(marks).extracting(Timepoint::getTimeSeconds).isSorted();
        assertThat(time(marks, 0)).isCloseTo(time(words, 0), within(1e-9));
        assertThat(time(marks, 1)).isCloseTo(time(words, 1), within(1e-9));
        assertThat(time(marks, 2)).isCloseTo(pause.start(), within(0.03));
        assertThat(time(marks, 3)).isCloseTo(pause.end(), within(0.08));
        assertThat(time(marks, 4)).isBetween(time(words, 3), sounds.seconds());
    }

    @Test
    void spansAreCodePointsOfTheDocumentAsItWasSent() {
        String document = "<speak>\uD83D\uDE00 &amp; <emphasis>naïve</emphasis> <!-- \uD83D\uDE00 -->cats <p>sat \uD835\uDC00"
                + "<break/>here.</p></speak>";
        SynthesisInput input = SynthesisInput.newBuilder().setSsml(document).build();
        ExplainResponse explained = server.stub().explain(ExplainRequest.newBuilder().setInput(input).build());
        List<Timepoint> words = server.stub().synthesize(Speech.ssml(document)
                .addEnableTimePointing(TimepointType.TIMEPOINT_TYPE_WORD).build()).getTimepointsList();

        assertThat(explained.getWordsList()).extracting(ExplainedWord::getText).contains("naïve", "cats", "sat",
                "here");
        for (ExplainedWord word : explained.getWordsList()) {
            assertThat(written(document, word.getSpan()).replace("&amp;", "&")).isEqualTo(word.getText());
        }
        assertThat(words).extracting(word -> word.getWord().getSpan())
                .isEqualTo(explained.getWordsList().stream().map(ExplainedWord::getSpan).toList());
    }

    @Test
    void lexiconsOfARequestHoldForADocument() {
        SynthesisInput.Builder input = SynthesisInput.newBuilder().setSsml("<speak>Ask <emphasis>Kowalczyk</emphasis>."
                + "</speak>");
        input.getCustomPronunciationsBuilder().addPronunciationsBuilder().setPhrase("Kowalczyk")
                .setPronunciation("ˈzi");
        ExplainResponse own = server.stub().explain(ExplainRequest.newBuilder().setInput(input).build());
        ExplainResponse lexicon = server.stub().explain(ExplainRequest.newBuilder().setInput(input
                .clearCustomPronunciations().addLexicons("Kowalczyk\t/ˈzu/\n")).build());

        assertThat(own.getWords(1).getPhonemes()).isEqualTo("zˈi");
        assertThat(lexicon.getWords(1).getPhonemes()).isEqualTo("zˈu");
    }

    @Test
    void whatCannotBeFollowedStandsInTheReceiptAndInTheExplanation() {
        String content = "<foo>One</foo> <prosody contour='(0%,+20Hz)'>two</prosody> <lang xml:lang='fr'>trois</lang>.";
        List<TextNote> notes = spoken(content).receipt().getNotesList();

        assertThat(notes).extracting(TextNote::getText).hasSize(3).anyMatch(note -> note.contains("unknown tag <foo>"))
                .anyMatch(note -> note.contains("contour"))
                .anyMatch(note -> note.contains("a language that the voice does not speak"));
        assertThat(explained(content).getNotesList()).isEqualTo(notes);
        assertThat(spoken("One two three.").receipt().getNotesList()).isEmpty();
    }

    @Test
    void theVoiceOfTheRequestMayBeNamedInTheDocument() {
        spoken("<voice name='heart'>" + SENTENCE + "</voice>").assertSameAs(plain(SENTENCE));
    }

    @Test
    void britishEnglishIsExplainedAndNotSpoken() {
        ExplainResponse british = server.stub().explain(ExplainRequest.newBuilder()
                .setInput(SynthesisInput.newBuilder()
                        .setSsml("<speak xml:lang='en-GB'>a <lang xml:lang='en-US'>bath</lang>"
                                + "</speak>"))
                .setVoice(VoiceSelectionParams.newBuilder().setLanguageCode("en-GB")).build());
        SynthesizeRequest.Builder spoken = Speech.request("A bath.");
        spoken.getVoiceBuilder().setLanguageCode("en-GB");

        assertThat(british.getLanguageCode()).isEqualTo("en-GB");
        assertThat(british.getWords(1).getPhonemes()).isEqualTo("bˈɑːθ");
        assertThat(british.getNotesList()).extracting(TextNote::getText)
                .containsExactly("an English that the voice does not speak: read as en-GB");
        assertThat(explained("a bath").getWords(1).getPhonemes()).isEqualTo("bˈæθ");
        assertThatThrownBy(() -> server.stub().synthesize(spoken.build())).hasMessageContaining("NOT_FOUND")
                .hasMessageContaining("no voice speaks \"en-GB\"");
    }

    @Test
    void anExplanationCoversEachUtterance() {
        ExplainResponse explained = explained("<p>Alone.</p><break time='1s'/><p>Anyway, <break/>so.</p>");

        assertThat(explained.getNormalizedUtterancesList()).containsExactly("Alone.", "Anyway,", "so.");
        assertThat(explained.getUtterancesList()).hasSize(3);
        assertThat(explained.getNormalized()).isEqualTo("Alone. Anyway, so.");
    }

    private static SynthesizeRequest withWords(String content) {
        return Speech.ssml("<speak>" + content + "</speak>").addEnableTimePointing(TimepointType.TIMEPOINT_TYPE_WORD)
                .build();
    }

    private static double level(SynthesizeResponse answer, int word) {
        Timepoint time = answer.getTimepoints(word);
        return Sounds.of(Speech.of(answer)).level(time.getTimeSeconds() + 0.02, time.getWord().getEndSeconds() - 0.02);
    }

    private static double pitchRatio(SynthesizeResponse answer, SynthesizeResponse other, int word) {
        Timepoint time = answer.getTimepoints(word);
        return Sounds.of(Speech.of(answer)).pitchRatio(Sounds.of(Speech.of(other)), time.getTimeSeconds(),
                time.getWord().getEndSeconds());
    }

    private static double time(List<Timepoint> timepoints, int index) {
        return timepoints.get(index).getTimeSeconds();
    }

    private static String written(String document, TextSpan span) {
        return document.substring(document.offsetByCodePoints(0, span.getStart()), document.offsetByCodePoints(0,
                span.getEnd()));
    }
}
