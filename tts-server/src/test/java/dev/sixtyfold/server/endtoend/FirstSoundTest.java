package dev.sixtyfold.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.sixtyfold.proto.v1.StreamSynthesizeResponse;
import dev.sixtyfold.proto.v1.SynthesizeRequest;
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
import org.junit.jupiter.params.provider.ValueSource;

/** How much silence there is before, between and after what the real voice speaks. */
@Timeout(60)
@TestInstance(Lifecycle.PER_CLASS)
class FirstSoundTest {

    /** They begin with a vowel, stops, fricatives, a breath, a nasal, and a word of one sound. */
    private static final List<String> TEXTS = List.of("Alone at last.", "Peter picked ten.", "Katie could.",
            "Finally, the fog lifted.", "Whoever it was, he has gone.", "Many more came.", "Oh.", "She sells shells");

    private RealServer server;

    @BeforeAll
    void start() throws IOException {
        server = RealServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Sounds spoken(SynthesizeRequest request) {
        return Sounds.of(Speech.of(server.stub().synthesize(request)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2})
    void audioBeginsShortlyBeforeTheFirstSoundAndEndsShortlyAfterTheLast(double speakingRate) {
        for (String text : TEXTS) {
            SynthesizeRequest.Builder request = Speech.request(text);
            request.getAudioConfigBuilder().setSpeakingRate(speakingRate);
            Sounds sounds = spoken(request.build());

            double slow = speakingRate < 1 ? 0.1 : 0; // sounds that begin and end softly take longer for it then
            assertThat(sounds.onset()).as(text).isBetween(0.025, 0.05 + slow);
            assertThat(sounds.seconds() - sounds.end()).as(text).isBetween(0.03, 0.08 + slow);
        }
    }

    @Test
    void theFirstAudioOfAStreamHoldsSound() {
        for (String text : TEXTS) {
            ImmutableList<StreamSynthesizeResponse> parts = ImmutableList.copyOf(server.stub().streamSynthesize(Speech
                    .request(text).build()));
            StreamSynthesizeResponse first = parts.stream().filter(StreamSynthesizeResponse::hasAudioContent)
                    .findFirst().orElseThrow();
            Sounds sounds = Sounds.of(Speech.of(List.of(parts.getFirst(), first, parts.getLast())));

            assertThat(sounds.isSilent()).as(text).isFalse();
            assertThat(sounds.seconds()).as("seconds in it, of %s", text).isBetween(0.06, 0.4);
        }
    }

    /** Sounds that are asked to begin later are the same ones. */
    @ParameterizedTest
    @CsvSource({"0, 0", "20, 0", "100, 1000", "2500, 30", "0, 10000"})
    void leadAndTailAreAsLongAsTheyAreAsked(int lead, int tail) {
        Sounds usual = spoken(Speech.request("Alone anyway.").build());
        SynthesizeRequest.Builder request = Speech.request("Alone anyway.");
        request.getAudioConfigBuilder().setLeadMillis(lead).setTailMillis(tail);
        Sounds sounds = spoken(request.build());

        assertThat(sounds.onset()).isCloseTo(lead / 1000.0, within(0.02));
        assertThat(sounds.seconds() - sounds.end()).isCloseTo(tail / 1000.0, within(0.02));
        assertThat(sounds.end() - sounds.onset()).isCloseTo(usual.end() - usual.onset(), within(0.02));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 200, 2000})
    void sentencesAreAsFarApartAsIsAsked(int millis) {
        SynthesizeRequest.Builder request = Speech.request("Alone anyway. Anyone knows.");
        request.getAudioConfigBuilder().setSentencePauseMillis(millis);

        List<Sounds.Silence> silences = spoken(request.build()).silences(0.12);
        if (millis == 0) {
            assertThat(silences).isEmpty();
        } else {
            assertThat(silences).singleElement().satisfies(silence -> assertThat(silence.length()).isCloseTo(millis
                    / 1000.0, within(0.03)));
        }
    }

    /** A line asks for a pause of its own. */
    @Test
    void aPauseOfTheTextStaysWhatItIs() {
        SynthesizeRequest.Builder request = Speech.request("Alone anyway\nAnyone knows.");
        request.getAudioConfigBuilder().setSentencePauseMillis(0);

        assertThat(spoken(request.build()).silences(0.12)).singleElement().satisfies(silence -> assertThat(silence
                .length()).isCloseTo(0.8, within(0.03)));
    }

    @Test
    void theReceiptSaysWhenTheFirstSoundIsHeard() {
        SynthesizeRequest.Builder request = Speech.request("Alone anyway.");
        request.getAudioConfigBuilder().setLeadMillis(700);
        Speech speech = Speech.of(server.stub().synthesize(request.build()));

        assertThat(speech.receipt().getTimeToFirstSoundMillis() - speech.receipt().getTimeToFirstAudioMillis())
                .isCloseTo(1000 * Sounds.of(speech).onset(), within(10.0));
    }
}
