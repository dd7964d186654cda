package dev.sixtyfold.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sixtyfold.server.audit.Requester;
import dev.sixtyfold.server.audit.Way;
import dev.sixtyfold.server.config.ConfigurationException;
import dev.sixtyfold.server.engine.DevicesConfig;
import dev.sixtyfold.server.engine.Engine;
import dev.sixtyfold.server.engine.EngineConfig;
import dev.sixtyfold.server.engine.Stamping;
import dev.sixtyfold.server.storage.Home;
import dev.sixtyfold.speech.Cancellation;
import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.synthesis.SynthesisRequest;
import dev.sixtyfold.synthesis.SynthesisStream;
import java.nio.file.Path;
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

    private Engine engine(DevicesConfig devices) {
        EngineConfig defaults = EngineConfig.ofThreads(1);
        return wiring.engine(new EngineConfig(1, defaults.maxLiveStreams(), defaults.maxBatchStreams(), defaults
                .firstAudioLimit(), devices), Stamping.forNobody());
    }
}
