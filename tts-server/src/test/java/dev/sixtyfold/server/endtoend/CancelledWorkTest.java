package dev.sixtyfold.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.util.concurrent.ListenableFuture;
import dev.sixtyfold.proto.v1.SynthesizeResponse;
import dev.sixtyfold.proto.v1.TextToSpeechGrpc;
import io.grpc.ManagedChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody waits any more: the work stops long before it is done, measured in audio that was made for nobody. */
@Timeout(60)
class CancelledWorkTest {

    private static final String SENTENCE = "The ferry leaves the island at a quarter past seven. ";
    private static final int SENTENCES_OF_A_STREAM = 60_000 / SENTENCE.length();
    private static final int SENTENCES_OF_A_UNARY_CALL = 5_000 / SENTENCE.length();

    private RealServer server;
    private double sentenceSeconds;

    @BeforeEach
    void start() throws Exception {
        server = RealServer.start();
        sentenceSeconds = Speech.of(server.stub().synthesize(Speech.request(SENTENCE).build())).receipt()
                .getAudioSeconds();
        assertThat(sentenceSeconds).isGreaterThan(1);
        server.work.awaitClosed();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void cancellingAStreamThatIsReadAsFastAsItComesStopsTheWork() throws Exception {
        PacedReader reader = new PacedReader();
        server.asyncStub().streamSynthesize(Speech.request(SENTENCE.repeat(SENTENCES_OF_A_STREAM)).build(), reader);
        reader.readOn();
        assertThat(reader.take().hasDescription()).isTrue();
        assertThat(reader.take().hasAudioContent()).isTrue();
        assertThat(server.requestsUnderWay()).isEqualTo(1);

        reader.cancel();

        assertStoppedWithin(0.1, SENTENCES_OF_A_STREAM);
    }

    @Test
    void cancellingAStreamThatNobodyReadsFreesItsPlace() throws Exception {
        PacedReader reader = new PacedReader();
        server.asyncStub().streamSynthesize(Speech.request(SENTENCE.repeat(SENTENCES_OF_A_STREAM)).build(), reader);
        reader.readOne();
        reader.readOne();

        reader.cancel();

        assertStoppedWithin(0.01, SENTENCES_OF_A_STREAM);
    }

    @Test
    void aConnectionThatBreaksStopsTheWork() throws Exception {
        ManagedChannel channel = server.connect();
        PacedReader reader = new PacedReader();
        TextToSpeechGrpc.newStub(channel).streamSynthesize(Speech.request(SENTENCE.repeat(SENTENCES_OF_A_STREAM))
                .build(), reader);
        reader.readOn();
        reader.take();
        assertThat(reader.take().hasAudioContent()).isTrue();

        channel.shutdownNow();

        assertStoppedWithin(0.1, SENTENCES_OF_A_STREAM);
    }

    @Test
    void cancellingAUnaryCallStopsTheWork() throws Exception {
        assertThat(server.work.awaitChunk()).isTrue(); // the first of the sentence alone
        ManagedChannel channel = server.connect();
        double before = server.work.secondsMade();
        ListenableFuture<SynthesizeResponse> answer = TextToSpeechGrpc.newFutureStub(channel).synthesize(
                Speech.request(SENTENCE.repeat(SENTENCES_OF_A_UNARY_CALL)).build());
        while (server.work.secondsMade() == before) {
            assertThat(server.work.awaitChunk()).isTrue();
        }

        answer.cancel(true);

        assertStoppedWithin(0.5, SENTENCES_OF_A_UNARY_CALL);
        channel.shutdownNow();
    }

    /** The stream is closed, its place is free, at most that part of its text was spoken, and the server goes on. */
    private void assertStoppedWithin(double part, int sentences) throws InterruptedException {
        assertThat(server.work.awaitClosed()).isTrue();
        assertThat(server.requestsUnderWay()).isZero();
        double made = server.work.secondsMade() - sentenceSeconds;
        assertThat(made).as("seconds of audio made").isPositive().isLessThan(part * sentences * sentenceSeconds);

        server.stub().synthesize(Speech.request(SENTENCE).build());
        assertThat(server.work.secondsMade()).as("nothing went on in the background")
                .isCloseTo(made + 2 * sentenceSeconds, within(1e-3));
    }
}
