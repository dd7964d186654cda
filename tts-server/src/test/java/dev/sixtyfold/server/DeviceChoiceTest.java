package dev.sixtyfold.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sixtyfold.inference.BatchFigures;
import dev.sixtyfold.server.audit.Requester;
import dev.sixtyfold.server.audit.Way;
import dev.sixtyfold.server.config.ConfigurationException;
import dev.sixtyfold.server.engine.DevicesConfig;
import dev.sixtyfold.server.engine.Engine;
import dev.sixtyfold.server.engine.EngineConfig;
import dev.sixtyfold.server.engine.Stamping;
import dev.sixtyfold.server.storage.Home;
import dev.sixtyfold.speech.Cancellation;
import dev.sixtyfold.speech.StampedAudio;
import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.synthesis.BatchedStages;
import dev.sixtyfold.synthesis.Receipt;
import dev.sixtyfold.synthesis.SynthesisRequest;
import dev.sixtyfold.synthesis.SynthesisStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The build under test has no CUDA runtime, or else its machine has no hundredth GPU. */
class DeviceChoiceTest {

    private static final String NOT_THERE = "cuda:99";

    private final Wiring wiring = new Wiring(Home.of(System.getenv(), Path.of(System.getProperty("user.home"))));

    @Test
    void aStageWhoseDeviceCannotBeUsedKeepsTheServerFromStarting() {
        assertThatThrownBy(() -> engine(new DevicesConfig("cpu", NOT_THERE, false))).isInstanceOf(
                ConfigurationException.class).hasMessageStartingWith("engine.devices.vocoder: device cuda:99");
        assertThatThrownBy(() -> engine(new DevicesConfig(NOT_THERE, "cpu", false))).isInstanceOf(
                ConfigurationException.class).hasMessageStartingWith("engine.devices.acoustic-model: device cuda:99");
    }

    @Test
    void theProcessorTakesItsPlaceWhereThatIsAllowed() {
        try (Engine engine = engine(new DevicesConfig(NOT_THERE, NOT_THERE, true));
                SynthesisStream stream = engine.synthesizer(Requester.local(Way.BENCH))
                        .open(new SynthesisRequest("Hello.", new VoiceId("heart"), 1,
                                0, 24_000, 0), Cancellation.NEVER)) {
            assertThat(stream.next()).hasValueSatisfying(audio -> assertThat(audio.audio().length()).isPositive());
        }
    }

    @Test
    void blocksOfSeveralStreamsGoTogetherWhereThatIsAskedFor() throws Exception {
        try (Engine engine = engine(new DevicesConfig("cpu", "cpu", false, "8"), 4)) {
            List<Thread> listeners = new ArrayList<>();
            List<Receipt> receipts = Collections.synchronizedList(new ArrayList<>());
            for (int i = 0; i < 4; i++) {
                listeners.add(Thread.startVirtualThread(() -> receipts.add(spoken(engine))));
            }
            for (Thread listener : listeners) {
                listener.join();
            }
            assertThat(receipts).hasSize(4).extracting(Receipt::audio).containsOnly(receipts.getFirst().audio());
            assertThat(receipts.getFirst().audio()).isGreaterThan(Duration.ofSeconds(1));
            BatchFigures acousticModel = engine.batches().acousticModel();
            assertThat(acousticModel.runs()).as("two for an utterance").isEqualTo(8)
                    .isGreaterThan(acousticModel.batches());
            BatchFigures vocoder = engine.batches().vocoder();
            assertThat(vocoder.runs()).isGreaterThan(vocoder.batches());
            for (Function<BatchedStages, BatchFigures> stage : List.<Function<BatchedStages, BatchFigures>>of(
                    BatchedStages::acousticModel, BatchedStages::vocoder)) {
                assertThat(receipts.stream().mapToLong(receipt -> stage.apply(receipt.batching()).batches()).sum())
                        .isEqualTo(stage.apply(engine.batches()).runs());
                assertThat(receipts).extracting(receipt -> stage.apply(receipt.batching()).meanSize())
                        .anyMatch(size -> size > 1).allMatch(size -> size >= 1 && size <= 4);
            }
        }
    }

    private static Receipt spoken(Engine engine) {
        try (SynthesisStream stream = engine.synthesizer(Requester.local(Way.BENCH)).open(new SynthesisRequest(
                "The birch canoe slid on the smooth planks, and on, and on.", new VoiceId("heart"), 1, 0, 24_000, 0),
                Cancellation.NEVER)) {
            Optional<StampedAudio> chunk = stream.next();
            while (chunk.isPresent()) {
                chunk = stream.next();
            }
            return stream.receipt();
        }
    }

    @Test
    void batchesAreForGpusUnlessTheyAreAskedFor() {
        DevicesConfig auto = new DevicesConfig("cpu", "cuda:0", true);
        assertThat(auto.batches("cuda:0")).isPresent();
        assertThat(auto.batches("cpu")).isEmpty();
        assertThat(new DevicesConfig("cpu", "cuda:0", true, "off").batches("cuda:0")).isEmpty();
        assertThat(new DevicesConfig("cpu", "cpu", true, "256").batches("cpu").orElseThrow().most()).isEqualTo(256);
        for (String wrong : List.of("1", "0", "257", "on", "")) {
            assertThatThrownBy(() -> new DevicesConfig("cpu", "cpu", true, wrong)).isInstanceOf(
                    IllegalArgumentException.class).hasMessageStartingWith("batching: \"" + wrong + "\" is neither");
        }
    }

    private Engine engine(DevicesConfig devices) {
        return engine(devices, 1);
    }

    private Engine engine(DevicesConfig devices, int threads) {
        EngineConfig defaults = EngineConfig.ofThreads(threads);
        return wiring.engine(new EngineConfig(threads, defaults.maxLiveStreams(), defaults.maxBatchStreams(), defaults
                .firstAudioLimit(), devices), Stamping.forNobody());
    }
}
