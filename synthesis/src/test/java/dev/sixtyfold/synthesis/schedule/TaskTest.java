package dev.sixtyfold.synthesis.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sixtyfold.speech.SynthesisException;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class TaskTest {

    @Test
    void whoeverWaitsGetsTheResult() throws InterruptedException {
        Task<String> task = new Task<>(() -> "result");
        Thread thread = Thread.ofPlatform().start(task::run);

        assertThat(task.outcome()).isEqualTo("result");
        thread.join();
    }

    @Test
    void whoeverWaitsGetsTheFailure() {
        Task<String> task = new Task<>(() -> {
            throw new SynthesisException.ShuttingDown();
        });

        task.run();

        assertThatThrownBy(task::outcome).isInstanceOf(SynthesisException.ShuttingDown.class);
    }

    @Test
    void neitherWorkNorResultIsKept() throws InterruptedException {
        byte[] result = new byte[1 << 10];
        byte[] needed = new byte[1 << 10];
        WeakReference<byte[]> keptResult = new WeakReference<>(result);
        WeakReference<byte[]> keptWork = new WeakReference<>(needed);
        Task<byte[]> task = taskThatNeeds(needed, result);
        result = null;
        needed = null;
        task.run();
        task.outcome();

        System.gc();

        assertThat(keptResult.get()).isNull();
        assertThat(keptWork.get()).isNull();
        assertThatThrownBy(task::run).isInstanceOf(NullPointerException.class);
    }

    private static Task<byte[]> taskThatNeeds(byte[] needed, byte[] result) {
        byte[][] results = {result};
        return new Task<>(() -> {
            assertThat(needed).isNotEmpty();
            return results[0];
        });
    }
}
