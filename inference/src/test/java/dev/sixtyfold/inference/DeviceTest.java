package dev.sixtyfold.inference;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DeviceTest {

    private final InferenceRuntime runtime = InferenceRuntime.open(Path.of("target", "test-cache"));

    @Test
    void theProcessorIsAlwaysThere() {
        assertThatCode(() -> runtime.require("cpu")).doesNotThrowAnyException();
    }

    @Test
    void aGpuThatTheBuildCannotUseIsRefusedWithWhatToDo() {
        assumeThat(OrtEnvironment.getAvailableProviders()).doesNotContain(OrtProvider.CUDA);
        assertThatThrownBy(() -> runtime.require("cuda:0")).isInstanceOf(InferenceException.class)
                .hasMessageContaining("cuda:0").hasMessageContaining("-Pcuda");
    }
}
