package dev.sixtyfold.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.ByteString;
import dev.sixtyfold.proto.v1.AudioEncoding;
import dev.sixtyfold.proto.v1.StreamSynthesizeResponse;
import dev.sixtyfold.proto.v1.SynthesizeRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples are a function of the request alone: not of how they are sent, read or computed beside others. */
@Timeout(60)
@TestInstance(Lifecycle.PER_CLASS)
class SameSamplesTest {

    /** Shorter than the vocoder's first block; one sentence; and several with a number, a name and a clause in brackets. */
    private static final List<String> TEXTS = List.of("Yes.",
            "The ferry leaves the island at a quarter past seven, and nobody waits for it.",
            """
                    Dr. Okonkwo counted 1,204 steps (she always counts) between the harbour and the old signal station. \
                    Was it further last year? It felt further! By the time the fog had lifted, there was nothing left \
                    to see but the kelp, a rope, and somebody's blue umbrella.""");
    private static final int WAV_HEADER_BYTES = 44;

    private RealServer server;

    @BeforeAll
    void start() throws IOException {
        server = RealServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<Arguments> waysToSpeak() {
        Stream<Arguments> rates = Stream.of(8000, 16_000, 22_050, 24_000, 44_100, 48_000).map(rate -> Arguments.of(
                1.0, rate));
        Stream<Arguments> paces = Stream.of(0.5, 1.3, 2.0).map(pace -> Arguments.of(pace, 24_000));
        return Stream.concat(rates, paces);
    }

    @ParameterizedTest
    @MethodSource("waysToSpeak")
    void streamedIsUnary(double speakingRate, int sampleRate) {
        for (String text : TEXTS) {
            SynthesizeRequest.Builder request = Speech.request(text);
            request.getAudioConfigBuilder().setSpeakingRate(speakingRate).setSampleRateHertz(sampleRate);

            Speech unary = unary(request.build());

            unary.assertSameAs(streamed(request.build()));
            assertThat(unary.receipt().getAudioSeconds() * sampleRate).isCloseTo(unary.samples().length,
                    within(0.5));
        }
    }

    @Test
    void aStreamedWavIsTheUnaryOneButForTheLengthsInItsHeader() {
        SynthesizeRequest.Builder request = Speech.request(TEXTS.get(1));
        request.getAudioConfigBuilder().setAudioEncoding(AudioEncoding.AUDIO_ENCODING_WAV);

        ByteString unary = server.stub().synthesize(request.build()).getAudioContent();
        ByteString streamed = Speech.audio(parts(request.build()));

        assertThat(streamed.substring(WAV_HEADER_BYTES)).isEqualTo(unary.substring(WAV_HEADER_BYTES));
        assertThat(streamed.substring(0, 4)).isEqualTo(unary.substring(0, 4));
    }

    @Test
    void theSeedIsHeard() {
        Speech first = unary(Speech.request(TEXTS.get(1)).setSeed(1).build());
        Speech second = unary(Speech.request(TEXTS.get(1)).setSeed(2).build());

        first.assertSameAs(unary(Speech.request(TEXTS.get(1)).setSeed(1).build()));
        assertThat(first.largestDifference(second)).isGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE})
    void anySeedWillDo(long seed) {
        SynthesizeRequest request = Speech.request(TEXTS.get(1)).setSeed(seed).build();

        unary(request).assertSameAs(streamed(request));
    }

    /** Between any two of its messages the slow reader has another text spoken, on the same threads. */
    @Test
    void aSlowReaderGetsWhatAFastOneGets() throws InterruptedException {
        SynthesizeRequest request = Speech.request(TEXTS.get(2) + " " + TEXTS.get(1)).build();
        Speech fast = streamed(request);
        double before = server.work.secondsMade();

        PacedReader slow = new PacedReader();
        server.asyncStub().streamSynthesize(request, slow);
        List<StreamSynthesizeResponse> parts = new ArrayList<>();
        parts.add(slow.readOne());
        double madeForOthers = 0;
        while (!parts.getLast().hasReceipt()) {
            madeForOthers += unary(Speech.request(TEXTS.getFirst()).build()).receipt().getAudioSeconds();
            parts.add(slow.readOne());
            if (parts.size() == 3) {
                assertThat(server.work.secondsMade() - before - madeForOthers).as("made ahead of the slow reader")
                        .isLessThan(fast.receipt().getAudioSeconds() / 2);
            }
        }

        fast.assertSameAs(Speech.of(parts));
    }

    @Test
    void streamsAtTheSameTimeGetWhatEachGetsAlone() throws InterruptedException {
        List<SynthesizeRequest> requests = Collections.nCopies(2, TEXTS).stream().flatMap(List::stream)
                .map(text -> Speech.request(text).build()).toList();
        List<Speech> alone = requests.stream().map(this::unary).toList();

        List<PacedReader> together = new ArrayList<>();
        for (SynthesizeRequest request : requests) {
            PacedReader reader = new PacedReader();
            server.asyncStub().streamSynthesize(request, reader);
            together.add(reader);
        }
        List<List<StreamSynthesizeResponse>> parts = new ArrayList<>();
        together.forEach(reader -> parts.add(new ArrayList<>()));
        boolean running = true;
        while (running) { // a message of each in turn, so that none is ahead of the others
            running = false;
            for (int i = 0; i < together.size(); i++) {
                if (parts.get(i).isEmpty() || !parts.get(i).getLast().hasReceipt()) {
                    parts.get(i).add(together.get(i).readOne());
                    running = true;
                }
            }
        }

        for (int i = 0; i < requests.size(); i++) {
            alone.get(i).assertSameAs(Speech.of(parts.get(i)));
        }
    }

    private Speech unary(SynthesizeRequest request) {
        return Speech.of(server.stub().synthesize(request));
    }

    private Speech streamed(SynthesizeRequest request) {
        return Speech.of(parts(request));
    }

    private List<StreamSynthesizeResponse> parts(SynthesizeRequest request) {
        return ImmutableList.copyOf(server.stub().streamSynthesize(request));
    }
}
