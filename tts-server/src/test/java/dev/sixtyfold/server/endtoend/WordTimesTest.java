package dev.sixtyfold.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.sixtyfold.proto.v1.StreamSynthesizeResponse;
import dev.sixtyfold.proto.v1.SynthesizeRequest;
import dev.sixtyfold.proto.v1.SynthesizeResponse;
import dev.sixtyfold.proto.v1.Timepoint;
import dev.sixtyfold.proto.v1.TimepointType;
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

/** When the real voice says which word. */
@Timeout(60)
@TestInstance(Lifecycle.PER_CLASS)
class WordTimesTest {

    private static final String TEXT = "Wait, said the old man. The ferry leaves at 12.";

    private RealServer server;

    @BeforeAll
    void start() throws IOException {
        server = RealServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 24000", "0.5, 24000", "2, 24000", "1, 8000", "1.3, 44100"})
    void timesFollowOneAnotherWithinTheAudio(double speakingRate, int sampleRate) {
        SynthesizeResponse answer = server.stub().synthesize(request(speakingRate, sampleRate));

        List<Timepoint> words = answer.getTimepointsList();
        assertThat(words).extracting(word -> written(word)).containsExactly("Wait", "said", "the", "old", "man",
                "The", "ferry", "leaves", "at", "12");
        double end = 0;
        for (Timepoint word : words) {
            assertThat(word.getTimeSeconds()).as(written(word)).isGreaterThanOrEqualTo(end - 1e-9);
            assertThat(word.getWord().getEndSeconds()).as(written(word)).isGreaterThan(word.getTimeSeconds());
            end = word.getWord().getEndSeconds();
        }
        assertThat(words.getFirst().getTimeSeconds()).isPositive();
        assertThat(end).isLessThan(answer.getReceipt().getAudioSeconds());
    }

    /** The quietest tenth of a second that is not at an end lies between the sentences, where no word is. */
    @ParameterizedTest
    @CsvSource({"1, 24000", "0.5, 24000", "2, 24000", "1, 16000"})
    void theSilenceBetweenTheSentencesLiesBetweenTheirWords(double speakingRate, int sampleRate) {
        SynthesizeResponse answer = server.stub().synthesize(request(speakingRate, sampleRate));
        short[] samples = Speech.of(answer).samples();
        Timepoint man = answer.getTimepoints(4);
        Timepoint the = answer.getTimepoints(5);

        double quietest = quietest(samples, sampleRate, answer.getTimepoints(0).getWord().getEndSeconds() + 0.1,
                answer.getTimepoints(9).getTimeSeconds());

        assertThat(quietest).isBetween(man.getWord().getEndSeconds() - 0.05, the.getTimeSeconds() + 0.05);
        assertThat(the.getTimeSeconds() - man.getWord().getEndSeconds()).isGreaterThan(0.2 / speakingRate);
    }

    /** Each word is louder than the pause after the first sentence. */
    @Test
    void wordsAreWhereTheSoundIs() {
        SynthesizeResponse answer = server.stub().synthesize(request(1, 24_000));
        short[] samples = Speech.of(answer).samples();
        double pauseMiddle = (answer.getTimepoints(4).getWord().getEndSeconds()
                + answer.getTimepoints(5).getTimeSeconds()) / 2;
        double pause = level(samples, 24_000, pauseMiddle - 0.05, pauseMiddle + 0.05);

        assertThat(answer.getTimepointsList()).allSatisfy(word -> assertThat(level(samples, 24_000,
                word.getTimeSeconds(), word.getWord().getEndSeconds())).as(written(word)).isGreaterThan(10 * pause));
    }

    @Test
    void streamedTimesAreTheUnaryOnesAndComeBeforeTheirAudio() {
        SynthesizeRequest request = request(1, 24_000);
        List<StreamSynthesizeResponse> parts = ImmutableList.copyOf(server.stub().streamSynthesize(request));

        double audioSeconds = 0;
        for (StreamSynthesizeResponse part : parts) {
            if (part.hasTimepoint()) {
                assertThat(part.getTimepoint().getTimeSeconds()).isGreaterThanOrEqualTo(audioSeconds);
            }
            audioSeconds += part.getAudioContent().size() / 2.0 / 24_000;
        }
        assertThat(audioSeconds).isCloseTo(parts.getLast().getReceipt().getAudioSeconds(), within(1e-6));
        assertThat(parts.stream().filter(StreamSynthesizeResponse::hasTimepoint)
                .map(StreamSynthesizeResponse::getTimepoint).toList())
                .isEqualTo(server.stub().synthesize(request).getTimepointsList());
    }

    private static SynthesizeRequest request(double speakingRate, int sampleRate) {
        SynthesizeRequest.Builder request = Speech.request(TEXT)
                .addEnableTimePointing(TimepointType.TIMEPOINT_TYPE_WORD);
        request.getAudioConfigBuilder().setSpeakingRate(speakingRate).setSampleRateHertz(sampleRate);
        return request.build();
    }

    private static String written(Timepoint word) {
        return TEXT.substring(word.getWord().getSpan().getStart(), word.getWord().getSpan().getEnd());
    }

    /** Middle of the quietest tenth of a second between two times. */
    private static double quietest(short[] samples, int sampleRate, double from, double to) {
        double best = from;
        double least = Double.MAX_VALUE;
        for (double start = from; start + 0.1 < to; start += 0.01) {
            double level = level(samples, sampleRate, start, start + 0.1);
            if (level < least) {
                least = level;
                best = start + 0.05;
            }
        }
        return best;
    }

    private static double level(short[] samples, int sampleRate, double from, double to) {
        double sum = 0;
        int first = (int) (from * sampleRate);
        int last = (int) (to * sampleRate);
        for (int i = first; i < last; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return Math.sqrt(sum / (last - first));
    }
}
