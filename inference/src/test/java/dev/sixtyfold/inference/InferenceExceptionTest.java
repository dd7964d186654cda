package dev.sixtyfold.inference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InferenceExceptionTest {

    @ParameterizedTest
    @CsvSource({"Failed to allocate memory for requested buffer of size 4096, true", "std::bad_alloc, true",
        "Invalid rank for input, false"})
    void aLackOfMemoryIsToldFromOtherFailures(String reason, boolean memory) {
        InferenceException failure = InferenceException.ofRun("a product of 3 rows cannot be run",
                new IllegalStateException(reason));
        assertThat(failure).hasMessage("a product of 3 rows cannot be run: " + reason);
        assertThat(failure instanceof InferenceException.OutOfMemory).isEqualTo(memory);
    }
}
