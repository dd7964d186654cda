package dev.sixtyfold.server.bench.listeners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.server.bench.listeners.LoadPlan.Content;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Manner;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Pace;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Visitors;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Window;
import dev.sixtyfold.server.engine.ToneEngine;
import dev.sixtyfold.server.grpc.GrpcConfig;
import dev.sixtyfold.server.grpc.GrpcServer;
import dev.sixtyfold.server.grpc.LimitsConfig;
import dev.sixtyfold.speech.SynthesisException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real connections to a server whose voice is a tone. */
@Timeout(60)
class LoadGeneratorTest {

    private static final Content CONTENT = new Content(List.of("one", "two"), "", 60);
    private static final Window SOME_SECONDS = new Window(Duration.ZERO, Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            false);

    private final ToneEngine engine = new ToneEngine();
    private final GrpcServer server;
    private final LoadGenerator generator;

    LoadGeneratorTest() throws IOException {
        server = GrpcServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), GrpcConfig.DEFAULTS,
                LimitsConfig.DEFAULTS, engine);
        generator = new LoadGenerator(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()),
                () -> Duration.ZERO);
    }

    @AfterEach
    void stop() throws InterruptedException {
        generator.close();
        server.shutDown(Duration.ZERO);
    }

    @Test
    void hearsEveryStreamToItsEnd() throws InterruptedException {
        LoadResult result = generator.run(LoadPlan.ofStreams(8, CONTENT, SOME_SECONDS));

        LoadFigures heard = result.listeners();
        assertThat(heard.streams().finished()).isPositive();
        assertThat(heard.firstAudio().count()).isGreaterThanOrEqualTo(heard.streams().finished());
        assertThat(heard.audioSeconds()).isPositive();
        assertThat(heard.streams().allBroken() + heard.refused()).isZero();
        assertThat(result.stuck()).isZero();
        assertThat(result.speaker()).isEqualTo(new SpeechServer.Speaker("heart", ToneEngine.MODEL_HASH));
        assertThat(result.processor().generator()).isNotNegative();
    }

    @Test
    void readsWhenToRetryFromARefusal() throws InterruptedException {
        engine.onOpen(request -> {
            throw new SynthesisException.Overloaded("full", Duration.ofMillis(20));
        });

        LoadFigures heard = generator.run(LoadPlan.ofListeners(3, CONTENT, SOME_SECONDS)).listeners();

        assertThat(heard.refused()).isGreaterThanOrEqualTo(3);
        assertThat(heard.streams().refusedWithoutRetryTime()).isZero();
        assertThat(heard.streams().broken()).isEmpty();
    }

    @Test
    void aReaderOnDemandHearsItAll() throws InterruptedException {
        LoadResult result = generator.run(visits(Manner.READS_SLOWLY, Duration.ofSeconds(5)));

        assertThat(result.visitors().streams().finished()).isPositive();
        assertThat(result.visitors().streams().allBroken()).isZero();
        assertThat(result.stuck()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELS", "VANISHES"})
    void theServerNoticesThatAClientHasGone(Manner manner) throws InterruptedException {
        engine.withChunks(1_000_000);

        LoadResult result = generator.run(visits(manner, Duration.ofSeconds(5)));

        assertThat(result.visitors().streams().left()).isPositive();
        assertThat(result.visitors().streams().allBroken()).isZero();
        assertThat(result.stuck()).isZero();
        engine.firstStreamClosed().await();
    }

    private static LoadPlan visits(Manner manner, Duration measured) {
        return new LoadPlan(0, Pace.AT_ONCE, new Visitors(5, Map.of(manner, 1.0)), LoadPlan.Background.NONE, CONTENT,
                new Window(Duration.ZERO,
                        measured, Duration.ofSeconds(30), false));
    }
}
