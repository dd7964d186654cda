package dev.sixtyfold.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sixtyfold.proto.v1.SynthesizeRequest;
import dev.sixtyfold.server.endtoend.Sounds.Silence;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long the silence is that a text or a document asks for, measured between the sounds around it. */
@Timeout(60)
@TestInstance(Lifecycle.PER_CLASS)
class PausesTest {

    private static final double TOLERANCE = 0.03;

    private RealServer server;

    @BeforeAll
    void start() throws IOException {
        server = RealServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Sounds spoken(SynthesizeRequest.Builder request) {
        return Sounds.of(Speech.of(server.stub().synthesize(request.build())));
    }

    private double onlySilence(SynthesizeRequest.Builder request, double least) {
        Sounds sounds = spoken(request);
        assertThat(sounds.silences(least)).as("silences in %s", sounds.silences(0.05)).hasSize(1);
        return sounds.silences(least).getFirst().length();
    }

    @ParameterizedTest
    @CsvSource({"<break/>, 0.4", "<break strength='x-weak'/>, 0.15", "<break strength='weak'/>, 0.25",
        "<break strength='medium'/>, 0.4", "<break strength='strong'/>, 0.7", "<break strength='x-strong'/>, 1.2",
        "<break time='200ms'/>, 0.2", "<break time='2.5s'/>, 2.5", "<break time='1s'/><break time='500ms'/>, 1.5",
        "<break strength='weak' time='1s'/>, 1.0"})
    void breaksAreAsLongAsTheyAreAsked(String tag, double seconds) {
        assertThat(onlySilence(Speech.ssml("<speak>Alone " + tag + " anyway.</speak>"), 0.12)).isCloseTo(seconds,
                within(TOLERANCE));
    }

    /** Of a pause between sentences too, where the voice would pause by itself. */
    @ParameterizedTest
    @CsvSource({"0.2", "1.0", "3.0"})
    void aBreakReplacesThePauseOfTheSentence(double seconds) {
        assertThat(onlySilence(Speech.ssml("<speak>Alone. <break time='" + seconds + "s'/> Anyway.</speak>"), 0.12))
                .isCloseTo(seconds, within(TOLERANCE));
    }

    @Test
    void aBreakOfNoStrengthIsNoPause() {
        assertThat(spoken(Speech.ssml("<speak>Alone <break strength='none'/> anyway.</speak>")).silences(0.12))
                .isEmpty();
    }

    @Test
    void aBreakBeforeTheFirstWordDelaysItAndOneAfterTheLastProlongsTheAudio() {
        Sounds before = spoken(Speech.ssml("<speak><break time='2s'/>Alone.</speak>"));
        Sounds after = spoken(Speech.ssml("<speak>Alone.<break time='2s'/></speak>"));

        assertThat(before.onset()).isCloseTo(2, within(TOLERANCE));
        assertThat(after.seconds() - spoken(Speech.request("Alone.")).seconds()).isBetween(1.4, 2.0);
        assertThat(after.level(after.seconds() - 1.9, after.seconds())).isLessThan(10);
    }

    @Test
    void aDocumentOfNothingButABreakIsThatSilence() {
        Sounds sounds = spoken(Speech.ssml("<speak><break time='1.5s'/></speak>"));

        assertThat(sounds.seconds()).isCloseTo(1.5, within(0.001));
        assertThat(sounds.isSilent()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"<p>Alone anyway.</p><p>Anyone knows.</p>",
        "<p><s>Alone anyway</s></p> <p><s>Anyone knows</s></p>"})
    void paragraphsOfADocumentArePausedBetween(String content) {
        assertThat(onlySilence(Speech.ssml("<speak>" + content + "</speak>"), 0.6)).isCloseTo(1.1, within(TOLERANCE));
    }

    @Test
    void sentencesOfADocumentAreThoseOfTheText() {
        Speech marked = Speech.of(server.stub().synthesize(
                Speech.ssml("<speak><s>Alone anyway.</s><s>Anyone knows.</s></speak>").build()));

        marked.assertSameAs(Speech.of(server.stub().synthesize(Speech.request("Alone anyway. Anyone knows.").build())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Alone anyway.\\n\\nAnyone knows. | 1.1", "Alone anyway\\nAnyone knows. | 0.8",
        "# Alone anyway\\nAnyone knows. | 0.8", "- Alone anyway\\n- Anyone knows | 0.8"})
    void paragraphsHeadingsAndItemsOfAPlainTextArePausedBetween(String written, double seconds) {
        String text = written.replace("\\n", "\n");

        assertThat(onlySilence(Speech.request(text), 0.6)).isCloseTo(seconds, within(TOLERANCE));
    }

    @Test
    void betweenSentencesOfAParagraphTheVoicePausesByItself() {
        assertThat(spoken(Speech.request("Alone anyway. Anyone knows.")).silences(0.12)).extracting(Silence::length)
                .singleElement().satisfies(length -> assertThat(length).isBetween(0.2, 1.0));
    }

    /** A pause is as long as it is asked at any pace. */
    @ParameterizedTest
    @CsvSource({"0.5", "2"})
    void thePaceOfARequestLeavesBreaksAlone(double speakingRate) {
        SynthesizeRequest.Builder request = Speech.ssml("<speak>Alone <break time='1s'/> anyway.</speak>");
        request.getAudioConfigBuilder().setSpeakingRate(speakingRate);

        assertThat(onlySilence(request, 0.3)).isCloseTo(1, within(TOLERANCE));
    }
}
