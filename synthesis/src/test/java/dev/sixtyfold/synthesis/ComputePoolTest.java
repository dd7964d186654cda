package dev.sixtyfold.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sixtyfold.speech.SynthesisException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ComputePoolTest {

    @Test
    void worksOnItsOwnThreadsAndHandsFailuresBack() {
        try (ComputePool pool = new ComputePool(1)) {
            assertThat(pool.<String>run(() -> Thread.currentThread().getName())).startsWith("compute-");
            assertThatThrownBy(() -> pool.run(() -> {
                throw new IllegalStateException("broken");
            })).isInstanceOf(IllegalStateException.class).hasMessage("broken");
        }
    }

    @Test
    void workOfAnInterruptedWaiterIsNotBegun() throws InterruptedException {
        try (ComputePool pool = new ComputePool(1)) {
            CountDownLatch busy = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            Thread blocker = Thread.ofVirtual().start(() -> pool.run(() -> {
                busy.countDown();
                awaitQuietly(release);
                return 0;
            }));
            busy.await();
            AtomicBoolean begun = new AtomicBoolean();
            AtomicReference<Throwable> outcome = new AtomicReference<>();
            Thread waiter = Thread.ofVirtual().start(() -> {
                try {
                    pool.run(() -> {
                        begun.set(true);
                        return 0;
                    });
                } catch (SynthesisException e) {
                    outcome.set(e);
                }
            });
            waiter.interrupt();
            waiter.join();
            release.countDown();
            blocker.join();
            assertThat(pool.<Integer>run(() -> 1)).isEqualTo(1); // the pool has passed the cancelled piece by now
            assertThat(begun).isFalse();
            assertThat(outcome.get()).isInstanceOf(SynthesisException.Cancelled.class);
        }
    }

    @Test
    void aClosedPoolTakesNoMoreWork() {
        ComputePool pool = new ComputePool(1);
        pool.close();
        assertThatThrownBy(() -> pool.run(() -> 0)).isInstanceOf(SynthesisException.ShuttingDown.class);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
